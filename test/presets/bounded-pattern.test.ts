import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedPattern } from '../../src/presets/bounded-pattern.ts';
import { watchEventLoop } from '../event-loop.ts';

const sourceOf = (source: string): string | undefined => {
  const pattern = boundedPattern(source);
  return 'source' in pattern ? pattern.source : undefined;
};

const matches = (source: string, text: string): string[] =>
  [...text.matchAll(new RegExp(source, 'giu'))].map((match) => `${match.index} ${match[0]}`);

describe('a bounded pattern', () => {
  it.each([
    '(a+)+$',
    '(a|aa)+$',
    '(a|a)*b',
    '(.*)*x',
    '(?:\\s*\\w*)*$',
    '(a?){40}a{40}',
    'a?'.repeat(40),
    '(?:a|b|ab)+c',
    '([a-z]+\\s?)+$',
    '(?=(a+)+b)',
    '(?:(?:(?:a{1,9}){1,9}){1,9}){1,9}',
    '\\w+\\s*\\w+\\s*\\w+x',
    '(a)\\1*b',
    '(?<word>a+)\\k<word>',
    'x{99999}',
    `${'('.repeat(5000)}a${')'.repeat(5000)}`,
  ])('is not %s', (source) => {
    expect(boundedPattern(source)).toEqual({ problem: expect.any(String) });
  });

  it.each([
    ['최대\\s*\\d', '최대 50%, 최대    3'],
    ['\\d1위', '21위'],
    ['nude (?:colou?r|tone)', 'nude color, NUDE TONE'],
    ['마약\\s?(?:김밥|떡볶이)', '마약 김밥 마약떡볶이'],
    ['[가-힣]+카페', '길모퉁이카페'],
    ['a.*?b', 'axxb ab'],
    ['(?<!안 )좋은{2,}', '좋은은'],
    ['\\p{L}+[\\]\\d]{1,3}$', 'abc]12'],
    ['[^()]\\(x\\)|\\/|\\u{1F600}+', 'a(x)/😀😀'],
  ])('finds what %s finds', (source, text) => {
    const bounded = sourceOf(source);
    expect(bounded).toBeDefined();
    expect(matches(bounded ?? '', text)).toEqual(matches(source, text));
    expect(matches(source, text).length).toBeGreaterThan(0);
  });

  const atom = fc.constantFrom('a', 'b', '.', '\\w', '[ab]', 'ab', '\\s');
  const quantifier = fc.constantFrom('', '', '?', '*', '+', '{2}', '{1,3}', '{2,}', '*?');
  const patterns = fc.letrec<{ pattern: string; part: string }>((tie) => ({
    pattern: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    part: fc.oneof(
      { maxDepth: 3 },
      fc.tuple(atom, quantifier).map(([one, times]) => (one === 'ab' ? `(?:ab)${times}` : one + times)),
      fc.tuple(tie('pattern'), tie('pattern'), quantifier).map(([a, b, times]) => `(${a}|${b})${times}`),
    ),
  })).pattern;

  it('finds the same as without bounds wherever it is taken', () => {
    fc.assert(
      fc.property(
        patterns,
        fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 14 }),
        (source, text) => {
          const bounded = sourceOf(source);
          if (bounded !== undefined) expect(matches(bounded, text)).toEqual(matches(source, text));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('looks through the worst of texts without holding the event loop', async () => {
    const taken = fc.sample(patterns, { numRuns: 600, seed: 5 }).flatMap((source) => sourceOf(source) ?? []);
    expect(taken.length).toBeGreaterThan(90);
    const texts = [`${'a'.repeat(4000)}c`, `${'ab'.repeat(2000)}c`, `${' '.repeat(4000)}c`];
    const loop = watchEventLoop();
    for (const source of taken) {
      await setImmediate();
      for (const text of texts) matches(`${source}x`, text);
    }
    const { longestWork } = loop.stop();
    if (!Number.isNaN(longestWork)) expect(longestWork).toBeLessThan(200);
  });
});
