import { expect, it } from 'vitest';
import { eojeolsOf } from '../../../src/language/morphology/eojeols.ts';

const tagged = (text: string): readonly string[] =>
  eojeolsOf(text).map(({ morphemes }) => morphemes.map(({ text, tag }) => `${text}/${tag}`).join('+'));

it('takes words apart into morphemes with the tags of the Sejong set', () => {
  expect(tagged('배경은 흰색으로 만들어 주세요')).toEqual([
    '배경/NNG+은/JX',
    '흰색/NNG+으로/JKB',
    '만들/VV+어/EC',
    '주/VX+시/EP+어요/EF',
  ]);
});

it('tells where each word stands in the text, also behind signs that take two units', () => {
  const text = '😀😀 갈매기 그림은 👍 넣지 말아주세요';
  for (const { text: word, start, end } of eojeolsOf(text).filter(({ text: word }) => /[가-힣]/.test(word)))
    expect(text.slice(start, end)).toBe(word);
  expect(eojeolsOf(text).map(({ text: word }) => word)).toContain('갈매기');
});

it('reads a long text in pieces, and loses no word of it', () => {
  const text = Array.from({ length: 60 }, (_, index) => `손님 ${index}분 오셨어요`).join(' ');
  const words = eojeolsOf(text);
  expect(words.map(({ text: word }) => word).join('')).toBe(text.replaceAll(' ', ''));
  expect(words.every(({ text: word, start, end }) => text.slice(start, end) === word)).toBe(true);
});

it('reads a word without blanks of any length', () => {
  const text = '가'.repeat(500);
  expect(
    eojeolsOf(text)
      .map(({ text: word }) => word)
      .join(''),
  ).toBe(text);
  expect(eojeolsOf('')).toEqual([]);
  expect(eojeolsOf('   ')).toEqual([]);
});
