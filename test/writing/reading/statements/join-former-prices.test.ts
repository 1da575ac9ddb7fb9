import { describe, expect, it } from 'vitest';
import { read } from '../told.ts';

const pricesOf = (text: string) =>
  read(text)
    .statements.filter(({ kind }) => kind === 'price')
    .map(({ text: now, oldPrice }) => [now, oldPrice]);

describe('a former price beside the new one', () => {
  it.each([
    ['소파 59만원 (정상가 89만원)', '59만원', '정상가 89만원'],
    ['헤드셋 4만9천원(소비자가 8만원, 배송비 별도)', '4만9천원', '소비자가 8만원'],
    ['정가 30,000원, 19,900원 텀블러', '19,900원', '정가 30,000원'],
    ['Desk lamp $30 rather than $45', '$30', '$45'],
    ['Facial $55, normally $80', '$55', '$80'],
  ])('is of one lowered price: %s', (text, now, old) => {
    expect(pricesOf(text)).toEqual([[now, old]]);
  });

  it.each([
    ['어린이 5천원, 성인 8천원 눈썰매장', 2],
    ['Kids $5, regular $10, cinema', 2],
  ])('is none where both are charged: %s', (text, count) => {
    const prices = pricesOf(text);
    expect(prices).toHaveLength(count);
    expect(prices.every(([, old]) => old === undefined)).toBe(true);
  });
});
