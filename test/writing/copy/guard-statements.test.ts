import { describe, expect, it } from 'vitest';
import type { Statement } from '../../../src/ad/statement.ts';
import { guardFor } from '../../../src/writing/copy/forbidden-words.ts';
import {
  type GuardedStatements,
  guardStatements,
  withoutDenials,
  withoutOmitted,
  writeGuarded,
} from '../../../src/writing/copy/guard-statements.ts';
import { presets } from '../../engines/offline/write.ts';
import { statementsOf, written } from './statements.ts';

const guardOf = (trade: string) => guardFor(presets.industries.named(trade), presets.forbidden);

const texts = (statements: readonly Statement[]): readonly string[] => statements.map(({ text }) => text);

const told = ({ value, left, warnings }: GuardedStatements) => ({
  told: texts(value),
  left: texts(left),
  warned: warnings.map(({ ko }) => ko).join('\n'),
});

describe('a statement with a word that the trade may not say', () => {
  it('is left out whole, and named', () => {
    const statements = statementsOf(['product', '비타민'], ['description', '당뇨 치료에 좋아요']);
    const { left, warned, told: kept } = told(guardStatements(statements, guardOf('pharmacy')));
    expect([kept, left]).toEqual([['비타민'], ['당뇨 치료에 좋아요']]);
    expect(warned).toContain('당뇨 치료');
  });

  it('goes with all that binds it, and leaves the others bound as they were', () => {
    const statements = statementsOf(
      ['product', '비타민'],
      ['offer', '당뇨 치료 체험'],
      ['exception', '주말 제외', { binds: 1 }],
      ['offer', '건강 수첩'],
      ['condition', '현금 결제 시', { binds: 3 }],
    );
    const { value, left } = guardStatements(statements, guardOf('bookstore'));
    const medical = guardStatements(statements, guardOf('pharmacy'));
    expect([texts(value), texts(left)]).toEqual([texts(statements), []]);
    expect(texts(medical.left)).toEqual(['당뇨 치료 체험', '주말 제외']);
    expect(medical.value.map(({ text, binds }) => [text, binds])).toEqual([
      ['비타민', undefined],
      ['건강 수첩', undefined],
      ['현금 결제 시', 1],
    ]);
  });

  it('has the word replaced where another can stand for it', () => {
    const statements = statementsOf(['product', '라떼'], ['description', '업계 최고의 맛']);
    const { told: kept, warned } = told(guardStatements(statements, guardOf('cafe')));
    expect(kept).toEqual(['라떼', '정성을 담은 맛']);
    expect(warned).toContain('대신');
  });
});

describe('statements that make such a word together', () => {
  it('lose one of them', () => {
    const statements = statementsOf(
      ['product', '라떼'],
      ['description', '우리 동네 세계'],
      ['notice', '최초'],
    );
    const { written: copy, left } = writeGuarded(statements, guardOf('cafe'), (all) => written(all));
    const { refused, replaced } = guardOf('cafe')(Object.values(copy.copy).join('\n'));
    expect([...refused, ...replaced]).toEqual([]);
    expect(left.length).toBeLessThanOrEqual(1);
    expect(copy.copy.headline).toBe('라떼');
  });
});

describe('what a trade never tells', () => {
  it('is left out with the reason', () => {
    const row = {
      omit: { facts: ['price' as const, 'deal' as const], why: { ko: '조심해요.', en: 'Careful.' } },
    };
    const statements = statementsOf(['product', '영양제'], ['price', '20,000원'], ['offer', '30% 할인']);
    expect(told(withoutOmitted(statements, row))).toEqual({
      told: ['영양제'],
      left: ['20,000원', '30% 할인'],
      warned: '“20,000원”, “30% 할인”: 문구에 넣지 않았어요. 조심해요.',
    });
  });
});

describe('what denies a gift', () => {
  it.each([
    '쿠키는 무료 아닙니다',
    '음료는 무료가 아니에요',
    '전 품목 할인은 아니고요',
    'cookies are not free',
  ])('is told, not lettered: “%s”', (text) => {
    const {
      told: kept,
      left,
      warned,
    } = told(withoutDenials(statementsOf(['product', '라떼'], ['offer', text])));
    expect([kept, left]).toEqual([['라떼'], [text]]);
    expect(warned).toContain('반대로 읽힐');
  });

  it.each([
    '중복 할인 불가',
    '주차 불가',
    '월요일 휴무',
    '무료 배송 (제주 제외)',
    'sugar free',
    'not open on Mondays',
  ])('is no condition or notice: “%s”', (text) => {
    expect(withoutDenials(statementsOf(['notice', text])).left).toEqual([]);
  });
});
