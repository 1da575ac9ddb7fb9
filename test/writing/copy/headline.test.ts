import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syllablesOf } from '../../../src/language/hangul.ts';
import { canFill, fillPattern, parsePattern } from '../../../src/writing/copy/fill-pattern.ts';
import { headlineOf, LINE_SYLLABLES } from '../../../src/writing/copy/line-fit.ts';

describe('a pattern', () => {
  it('is filled with the particle that fits', () => {
    const pattern = parsePattern('잠깐 쉬어 가요, / {product:와} 함께');
    expect(fillPattern(pattern, { product: '딸기라떼' })).toBe('잠깐 쉬어 가요, / 딸기라떼와 함께');
    expect(fillPattern(pattern, { product: '소금빵' })).toBe('잠깐 쉬어 가요, / 소금빵과 함께');
  });

  it('begins an English line with a capital', () => {
    expect(fillPattern(parsePattern('{Product}, / just for you'), { product: 'strawberry latte' })).toBe(
      'Strawberry latte, / just for you',
    );
  });

  it('holds only for products of its kind, and only with all its slots', () => {
    const pattern = parsePattern('<drink> 오늘의 한 잔, / {product}');
    expect(canFill(pattern, { product: '딸기라떼' }, 'drink')).toBe(true);
    expect(canFill(pattern, { product: '크루아상' }, 'food')).toBe(false);
    expect(canFill(pattern, {}, 'drink')).toBe(false);
  });
});

describe('a headline', () => {
  it('stays in one piece where it is short, and is broken where the pattern says', () => {
    expect(headlineOf('오늘의 한 잔, / 딸기라떼')).toBe('오늘의 한 잔, 딸기라떼');
    expect(headlineOf('첫 모금이 기다려지는 / 흑임자 크림라떼')).toBe(
      '첫 모금이 기다려지는\n흑임자 크림라떼',
    );
  });

  it('never has more than two lines of 14 syllables, and never loses a word', () => {
    const word = fc.string({ unit: fc.constantFrom(...'가나다라마바사'), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(7), (words, cut) => {
        const filled = [...words.slice(0, cut), '/', ...words.slice(cut)].join(' ').replace(/^\/ | \/$/g, '');
        const headline = headlineOf(filled);
        if (headline === undefined) return;
        const lines = headline.split('\n');
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(syllablesOf(line)).toBeLessThanOrEqual(LINE_SYLLABLES);
        expect(headline.split(/\s+/)).toEqual(words);
      }),
    );
  });
});
