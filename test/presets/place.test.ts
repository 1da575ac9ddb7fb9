import { describe, expect, it } from 'vitest';
import { atPlaces, placeNames } from '../../src/ad/parse/at-places.ts';
import { parseRequest } from '../../src/ad/parse/parse-request.ts';
import { PLACE_LIMITS } from '../../src/ad/place.ts';
import { UserError } from '../../src/errors/user-error.ts';
import { presets } from '../engines/offline/write.ts';

const { requestRules: rules, places } = presets;

describe('the places', () => {
  it('can be called by the names that people use, in both languages, and by their old ratios', () => {
    const keys = [
      '인스타 스토리',
      'story',
      '카톡 메시지',
      '스마트스토어',
      '문자',
      'leaderboard',
      '4:5',
      '9:16',
      '1:1',
    ];
    expect(keys.map((name) => rules.place(name).key)).toEqual([
      'instagram-story',
      'instagram-story',
      'kakao-message',
      'smartstore',
      'mms',
      'banner-728x90',
      'instagram-feed',
      'instagram-story',
      'instagram-square',
    ]);
  });

  it('have the sizes and rules that were asked for', () => {
    const told = (name: string) => {
      const { pixels, bytes, bare } = rules.place(name);
      return [pixels.is.width, pixels.is.height, bytes?.is, bare?.is];
    };
    expect(told('instagram-feed')).toEqual([1080, 1350, 30_000_000, undefined]);
    expect(told('kakao-message')).toEqual([800, 400, 5_000_000, undefined]);
    expect(told('mms')).toEqual([1280, 720, 300_000, undefined]);
    expect(told('smartstore')).toEqual([1000, 1000, 20_000_000, true]);
    expect(told('kakao-bizboard').slice(0, 2)).toEqual([1029, 258]);
    expect(rules.place('instagram-story').safe?.is).toMatchObject({ top: 269, bottom: 384 });
    expect(rules.place('mms').files.is).toEqual(['jpeg']);
  });

  it('name who says so, and when, for every rule', () => {
    for (const { pixels, files, bytes, bare, safe, letters } of places.rows)
      for (const rule of [pixels, files, bytes, bare, safe, letters]) {
        if (rule !== undefined)
          expect(rule.by).toMatchObject({ date: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) });
      }
  });

  it('may be any size in pixels within bounds, and say what is wrong with another', () => {
    expect(rules.place('300 × 250')).toMatchObject({
      key: '300x250',
      pixels: { is: { width: 300, height: 250 } },
    });
    expect(rules.place('777x555px').key).toBe('777x555');
    const { min, max } = PLACE_LIMITS.side;
    for (const wrong of [`${min - 1}x100`, `100x${max + 1}`, '60x1800'])
      expect(() => rules.place(wrong)).toThrow(expect.objectContaining({ code: 'place-size' }));
    expect(() => rules.place('인스타 스토오리')).toThrow(UserError);
  });

  it('are each given the same request once, with the format that is nearest', () => {
    const request = parseRequest({ text: '카페 딸기라떼', seed: 3 }, rules);
    const at = atPlaces(request, placeNames('인스타 스토리, mms，story, 1600x400'), rules);
    expect(at.map(({ place, format, seed }) => [place, format, seed])).toEqual([
      ['instagram-story', '9:16', 3],
      ['mms', '16:9', 3],
      ['1600x400', '1.91:1', 3],
    ]);
    expect(atPlaces(request, [], rules)).toEqual([request]);
  });

  it('decide the format of a request that names one', () => {
    expect(parseRequest({ text: '카페', place: '스토리', format: '16:9' }, rules)).toMatchObject({
      place: 'instagram-story',
      format: '9:16',
    });
  });
});
