import { describe, expect, it } from 'vitest';
import type { AdRequest } from '../../src/ad/request.ts';
import { fileNames } from '../../src/cli/name-files.ts';

const base: AdRequest = {
  text: '카페 신메뉴: 딸기/라떼 6,500원',
  locale: 'ko',
  photos: [],
  use: 'composite',
  strength: 0.6,
  copy: {},
  lettering: true,
  format: '1:1',
  seed: 1,
  engine: 'auto',
};

describe('names of files', () => {
  it('say where each goes and which page it is', () => {
    const names = fileNames(
      [
        { ...base, place: 'instagram-story', page: { number: 1, of: 2 } },
        { ...base, place: 'mms', page: { number: 2, of: 2 } },
        { ...base, place: '300x250' },
      ],
      'spring',
    );
    expect(names).toEqual(['spring-instagram-story-page-1', 'spring-mms-page-2', 'spring-300x250']);
  });

  it('are of the request and never of another order of the same words', () => {
    const [one] = fileNames([{ ...base, place: 'mms' }]);
    const [other] = fileNames([{ ...base, place: 'mms', seed: 2 }]);
    expect(one).toMatch(/^카페-신메뉴-딸기-라떼-6-500원-[0-9a-f]{6}-mms$/);
    expect(other).not.toBe(one);
  });

  it('are the pixels’ own for what goes nowhere, and differ for variants', () => {
    expect(fileNames([base])).toEqual([undefined]);
    expect(fileNames([base], 'row-1')).toEqual(['row-1']);
    expect(fileNames([base, { ...base, seed: 2 }], 'row-1')).toEqual(['row-1-1', 'row-1-2']);
  });
});
