import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MENU_LIMITS, parseMenu } from '../../../src/ad/parse/parse-menu.ts';
import { UserError } from '../../../src/errors/user-error.ts';

const only = (line: string) => parseMenu(`${line}\n물 1,000원`)[0];

/** What is thrown for a text. */
function mistake(text: string): UserError {
  try {
    parseMenu(text);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`Nothing is wrong with ${text}`);
}

describe('parseMenu', () => {
  it.each([
    ['아메리카노 4,500원', { name: '아메리카노', price: '4,500원' }],
    ['카페라떼\t5,000', { name: '카페라떼', price: '5,000' }],
    ['떡볶이 ........ 4,500원', { name: '떡볶이', price: '4,500원' }],
    ['순대 - 5000원', { name: '순대', price: '5000원' }],
    ['아메리카노4,500원', { name: '아메리카노', price: '4,500원' }],
    ['소고기 100g 5,900원', { name: '소고기 100g', price: '5,900원' }],
    ['흑백 복사 1장당 50원', { name: '흑백 복사 1장당', price: '50원' }],
    ['커트 3만 5천원', { name: '커트', price: '3만 5천원' }],
    ['이삿짐 1톤 12만원부터', { name: '이삿짐 1톤', price: '12만원부터' }],
    ['광어회 시가', { name: '광어회', price: '시가' }],
    ['Latte $4.50', { name: 'Latte', price: '$4.50' }],
    ['A세트 (2인) 12,000원 → 9,900원', { name: 'A세트 (2인)', old: '12,000원', price: '9,900원' }],
    ['치킨 ~~18,000원~~ 14,900원', { name: '치킨', old: '18,000원', price: '14,900원' }],
    ['염색 6만원→4만 9천원', { name: '염색', old: '6만원', price: '4만 9천원' }],
    ['돼지국밥 9,000원 (품절)', { name: '돼지국밥', price: '9,000원', soldOut: true }],
    ['딸기라떼 품절', { name: '딸기라떼', soldOut: true }],
    ['# 커피', { name: '커피' }],
    ['[디저트]', { name: '디저트' }],
    ['커피:', { name: '커피' }],
  ])('reads %s', (line, row) => {
    expect(only(line)).toEqual(row);
  });

  it('passes over blank lines and says which line cannot be read, and what to do', () => {
    expect(parseMenu('\n콜라 2,000원\n\n사이다 2,000원\n')).toHaveLength(2);
    const wrong = mistake('콜라 2,000원\n\n불고기 2인분');
    expect(wrong.code).toBe('menu-row');
    expect(wrong.in('ko')).toContain('3행');
    expect(wrong.in('en')).toContain('line 3'.replace('line', 'Line'));
    expect(wrong.in('ko')).toContain('불고기 2인분');
  });

  it('has bounds', () => {
    expect(mistake('').code).toBe('menu-empty');
    expect(mistake('# 커피').code).toBe('menu-empty');
    expect(mistake('콜라 2,000원\n'.repeat(MENU_LIMITS.rows + 1)).code).toBe('menu-rows');
    expect(mistake(`${'가'.repeat(MENU_LIMITS.name + 1)} 2,000원`).code).toBe('menu-long');
    expect(mistake(`${'가 '.repeat(20_000)} 2,000원`).code).toBe('menu-long');
  });

  it('never tears a price, whatever stands before it', () => {
    const name = fc.constantFrom('커피', '1인 세트', '삼겹살 200g', '복사 (컬러)', 'Latte', '수제 딸기청');
    const price = fc.constantFrom(
      '500원',
      '4,500원',
      '12,000',
      '3만원',
      '3만 5천원',
      '₩9,900',
      '$4.5',
      '시가',
    );
    fc.assert(
      fc.property(name, fc.constantFrom(' ', '\t', ' ... ', ': ', ' - '), price, (what, between, cost) => {
        expect(only(`${what}${between}${cost}`)).toEqual({ name: what, price: cost });
      }),
    );
  });
});
