import { describe, expect, it } from 'vitest';
import { ANY_FAMILY, SCENE_FAMILY } from '../../src/ad/design.ts';
import { parseRequest } from '../../src/ad/parse/parse-request.ts';
import { latestFamilies, MOST_AVOIDED, unlike } from '../../src/ad/recent-families.ts';
import { designPresets } from '../design/requests.ts';

const request = (family: string) =>
  parseRequest({ text: 'latte', photos: [], seed: 1, family }, designPresets.requestRules);

const seven = ['coupon', 'cover', 'bento', 'coupon', 'notice', 'shelf', 'awning', 'opening'];

describe('families that a shop has just had', () => {
  it('are the latest few, each once', () => {
    const latest = latestFamilies(seven);
    expect(latest).toEqual(['coupon', 'cover', 'bento', 'notice', 'shelf', 'awning']);
    expect(latest).toHaveLength(MOST_AVOIDED);
    expect(latestFamilies([])).toEqual([]);
  });

  it('are told to an ad of any family, and to no other', () => {
    expect(unlike(request(ANY_FAMILY), seven).otherFamilies).toEqual(latestFamilies(seven));
    for (const family of ['coupon', SCENE_FAMILY])
      expect(unlike(request(family), seven)).toEqual(request(family));
    expect(unlike(request(ANY_FAMILY), [])).toEqual(request(ANY_FAMILY));
  });
});
