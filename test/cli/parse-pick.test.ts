import { describe, expect, it } from 'vitest';
import { parseCutoutOptions } from '../../src/cli/cutout-options.ts';
import { parsePick } from '../../src/cli/parse-pick.ts';

describe('--pick', () => {
  it.each([
    ['2', [2]],
    ['0', [0]],
    ['2,1', [2, 1]],
    [' 2 , 1 ', [2, 1]],
    [',2', [undefined, 2]],
    ['1,,3', [1, undefined, 3]],
  ] as const)('%j means the things of the photos in their order', (typed, picks) => {
    expect(parsePick(typed)).toEqual(picks);
  });

  it.each(['', ' ', 'x', '6', '-1', '1.5', '2;1', '2,x'])('refuses %j', (typed) => {
    expect(() => parsePick(typed)).toThrow(/--pick/);
  });

  it('is read to its end only as far as there can be photos', () => {
    expect(parsePick('1,1,1,1,1,1,1,1,1').length).toBeGreaterThan(4);
    expect(parsePick(`${','.repeat(1e6)}1`).length).toBeLessThan(10);
  });

  it('takes one number where one photo is cut out', () => {
    const pick = (...more: string[]) => parseCutoutOptions(['a.jpg', '--out', 'b.png', ...more]).pick;
    expect([pick(), pick('--pick', '0'), pick('--pick', '2')]).toEqual([undefined, 0, 2]);
    expect(() => pick('--pick', '2,1')).toThrow(/--pick/);
  });
});
