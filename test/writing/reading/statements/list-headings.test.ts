import { describe, expect, it } from 'vitest';
import { read } from '../told.ts';

const productsOf = (text: string): readonly string[] =>
  read(text)
    .statements.filter(({ kind }) => kind === 'product')
    .map(({ text: words }) => words);

describe('the title of a list of goods with prices', () => {
  it.each([
    ['차림표: 냉면 9,000원, 만두 6,000원', '냉면'],
    ['추천 메뉴 육회비빔밥 12,000원 갈비탕 14,000원', '육회비빔밥'],
    ['미용실 시술표 - 커트 18,000원, 펌 7만원', '커트'],
    ['Our menu: ramen $9, gyoza $6', 'ramen'],
    ['Price list - manicure $20, pedicure $30', 'manicure'],
  ])('is no part of the first of them: %s', (text, product) => {
    expect(productsOf(text)).toEqual([product]);
  });

  it.each([
    ['빵 5가지: 소금빵 2,500원, 식빵 4,000원, 크림빵 2,800원', '빵 5가지'],
    ['Two new soups: tomato $6, leek $7', 'Two new soups'],
    ['꽃집 꽃다발 2종: 미니 2만원, 특대 5만원', '꽃다발 2종'],
  ])('is what is sold where it says what and how many: %s', (text, product) => {
    expect(productsOf(text)).toEqual([product]);
  });

  it.each([
    ['반찬 5종 세트 12,000원 국 3종 8,000원', '반찬 5종 세트'],
    ['딸기케이크 출시! 가격: 1호 3만원, 2호 4만원', '딸기케이크'],
    ['메뉴판 제작 3만원', '메뉴판 제작'],
  ])('is none where goods stand before it, or no list behind it: %s', (text, product) => {
    expect(productsOf(text)[0]).toBe(product);
  });
});
