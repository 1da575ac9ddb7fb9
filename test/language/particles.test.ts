import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endingOf, syllablesOf } from '../../src/language/hangul.ts';
import { stripParticles, withParticle } from '../../src/language/particles.ts';

describe('the particle that a word takes', () => {
  it.each([
    ['딸기라떼', '은', '딸기라떼는'],
    ['마카롱', '는', '마카롱은'],
    ['케이크', '을', '케이크를'],
    ['소금빵', '가', '소금빵이'],
    ['달빛카페', '이에요', '달빛카페예요'],
    ['책방', '예요', '책방이에요'],
  ])('follows the last sound of %s', (word, particle, expected) => {
    expect(withParticle(word, particle)).toBe(expected);
  });

  it('puts 로 after ㄹ as after a vowel', () => {
    expect(['서울', '집', '카페'].map((word) => withParticle(word, '으로'))).toEqual([
      '서울로',
      '집으로',
      '카페로',
    ]);
  });

  it.each([
    ['5,000원', '으로', '5,000원으로'],
    ['30%', '으로', '30%로'],
    ['1+1', '으로', '1+1으로'],
    ['2+1', '으로', '2+1으로'],
    ['D-7', '을', 'D-7을'],
    ['3kg', '을', '3kg을'],
    ['PT', '를', 'PT를'],
    ['“봄밤”', '은', '“봄밤”은'],
  ])('reads figures and letters aloud: %s', (word, particle, expected) => {
    expect(withParticle(word, particle)).toBe(expected);
  });

  it('never leaves the two forms of a pair wrong, whatever the syllable', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0xac00, max: 0xd7a3 }), (code) => {
        const word = String.fromCodePoint(code);
        const closed = word.normalize('NFD').length === 3;
        expect(withParticle(word, '은')).toBe(word + (closed ? '은' : '는'));
        expect(withParticle(word, '를')).toBe(word + (closed ? '을' : '를'));
        expect(endingOf(word) === 'vowel').toBe(!closed);
      }),
    );
  });

  it('leaves other particles alone', () => {
    expect(withParticle('카페', '에서')).toBe('카페에서');
  });
});

describe('taking particles off', () => {
  it.each([
    ['딸기라떼를', '딸기라떼'],
    ['창가에서', '창가'],
    ['나무로', '나무'],
    ['꽃이랑', '꽃'],
  ])('finds the noun in %s', (eojeol, noun) => {
    expect(stripParticles(eojeol).map(({ stem }) => stem)).toContain(noun);
  });

  it('takes no ending for a particle that could not follow its stem', () => {
    expect(stripParticles('사과')).toEqual([]);
  });
});

describe('the length of a line', () => {
  it('counts syllables and figures whole, other letters half, marks and blanks not', () => {
    expect(syllablesOf('30% 할인, 딸기라떼')).toBe(8);
    expect(syllablesOf('cafe')).toBe(2);
  });
});
