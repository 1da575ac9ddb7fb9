import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, MAX_UNITS, truncateText } from '../../src/text/clean-text.ts';
import { firstGraphemes, graphemeLength, graphemes, graphemesOf } from '../../src/text/graphemes.ts';
import { shorten, shortenLines } from '../../src/text/shorten.ts';
import { truncateStrings } from '../../src/text/truncate-strings.ts';
import { ALPHABETS } from './alphabets.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 700 });

describe('graphemes', () => {
  const segmenter = new Intl.Segmenter('ko', { granularity: 'grapheme' });

  it.each([['สวัสดีครับ'], ['👨‍👩‍👧‍👦a🇰🇷🇰🇷🇰'], ['क्षत्रि'], ['각한'], ['x\r\n'], ['가나다 abc']])(
    'are those of the segmenter, however long the text of %s is',
    (piece) => {
      const text = piece.repeat(150);
      expect([...graphemes(text)]).toEqual([...segmenter.segment(text)].map(({ segment }) => segment));
      expect(graphemesOf(text)).toEqual([...graphemes(text)]);
    },
  );

  it('add up to the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect([...graphemes(text)].join('')).toBe(text);
      }),
    );
  });
});

describe('lengthOf', () => {
  it('counts what a reader sees as one letter once', () => {
    expect(graphemeLength('딸기라떼')).toBe(4);
    expect(graphemeLength('cafe\u0301')).toBe(4);
    expect(graphemeLength('👨‍👩‍👧‍👦🇰🇷👩🏻‍❤️‍💋‍👨🏿')).toBe(3);
  });

  it('counts a heap of marks and an endless chain of emoji for many', () => {
    expect(graphemeLength(`a${'\u0301'.repeat(100_000)}`, 60)).toBeGreaterThan(60);
    expect(graphemeLength('👩\u200d'.repeat(10_000), 60)).toBeGreaterThan(60);
  });

  it('gives every letter sixteen units at most', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(text.length).toBeLessThanOrEqual(16 * graphemeLength(text));
      }),
    );
  });

  it('leaves of a text as many letters as are wanted', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), (text, most) => {
        const first = firstGraphemes(text, most);
        expect(text.startsWith(first)).toBe(true);
        expect(graphemeLength(first)).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe('cleanText', () => {
  it('composes, drops what nobody sees, and replaces halves of letters', () => {
    expect(cleanText(' 봄\u202e의\r\n맛\u200b \t\n끝\u1112\u1161\u11ab ')).toBe('봄의\n맛\n끝한');
    expect(cleanText('a\ud83db\udc00c')).toBe('a\ufffdb\ufffdc');
    expect(cleanText('👨‍👩‍👧‍👦')).toBe('👨‍👩‍👧‍👦');
  });

  it('keeps the marks of living scripts and no heap of them', () => {
    expect(cleanText('กี่ क्षत्रि ཧཱུྂ')).toBe('กี่ क्षत्रि ཧཱུྂ');
    const heap = cleanText(`a${'\u0315\u0316'.repeat(5_000)}`);
    expect(heap.length).toBeLessThan(2_000);
    expect(graphemeLength(heap, 100)).toBeGreaterThan(100);
  });

  it('is done after one pass', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        if (!/\p{M}{20}/u.test(clean)) expect(cleanText(clean)).toBe(clean);
      }),
    );
  });

  it.each(ALPHABETS)('makes a megabyte of %s too long for every place, or nothing', (_name, make) => {
    const clean = cleanText(make());
    expect(clean.length).toBeLessThanOrEqual(MAX_UNITS);
    expect(graphemeLength(clean, 4_000)).toBeGreaterThan(2_000);
  });

  it('never lets what stands behind the cut vanish in silence', () => {
    expect(graphemeLength(cleanText(`${'\u200b'.repeat(MAX_UNITS)}매주 월요일 휴무`), 4_000)).toBeGreaterThan(
      2_000,
    );
  });
});

describe('truncateStrings', () => {
  it('cuts every text of a payload and leaves the rest as it is', () => {
    const small = { type: 2, data: { options: [{ name: 'text', value: '카페' }] }, nothing: null };
    expect(truncateStrings(small)).toBe(small);
    const large = truncateStrings({ ...small, list: ['a'.repeat(1_000_000)] });
    expect(large.list[0]).toBe(truncateText('a'.repeat(1_000_000)));
    expect(large.data).toBe(small.data);
  });
});

describe('shorten', () => {
  it('leaves short lines alone and says where it has left something out', () => {
    expect(shorten('딸기라떼 신메뉴', 20)).toBe('딸기라떼 신메뉴');
    expect(shorten('딸기라떼 신메뉴', 6)).toBe('딸기라떼…');
    expect(shorten('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 15)).toBe('👨‍👩‍👧‍👦…');
  });

  it.each(ALPHABETS)('makes a printable line of a megabyte of %s', (_name, make) => {
    const line = shorten(make(), 300);
    expect(line.length).toBeLessThanOrEqual(300);
    expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
  });

  it('never gives more than was asked for', () => {
    expect(shortenLines('a\nbc\nd', 4)).toBe('a\n…');
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 200 }), (text, most) => {
        expect(shorten(text, most).length).toBeLessThanOrEqual(most);
        expect(shortenLines(text, most).length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 2000 },
    );
  });
});
