import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Statement, StatementKind } from '../../../src/ad/statement.ts';
import { menuRows } from '../../../src/design/parts/menu-rows.ts';

/** Statements in the order of a text. */
function stated(
  ...parts: readonly (readonly [StatementKind, string, Partial<Statement>?])[]
): readonly Statement[] {
  let at = 0;
  return parts.map(([kind, text, more = {}]) => {
    const start = at;
    at += text.length + 1;
    return { kind, text, start, end: at - 1, ...more };
  });
}

describe('menuRows', () => {
  it('reads goods with their prices, the first of which is told apart from its name', () => {
    const statements = stated(
      ['trade', '반찬가게'],
      ['product', '무생채'],
      ['price', '3,000원'],
      ['price', '멸치볶음 4,000원'],
      ['price', '계란말이 4,500원', { oldPrice: '5,500원' }],
      ['schedule', '오후 7시까지'],
    );
    const menu = menuRows(statements);
    expect(menu?.rows).toEqual([
      { name: '무생채', price: '3,000원' },
      { name: '멸치볶음', price: '4,000원' },
      { name: '계란말이', price: '4,500원', old: '5,500원' },
    ]);
    expect([...(menu?.told ?? [])]).toEqual([1, 2, 3, 4]);
  });

  it('tells what binds a price with it, and marks what is gone', () => {
    const statements = stated(
      ['price', '김치찌개 9,000원'],
      ['condition', '2인분부터', { binds: 0 }],
      ['price', '된장찌개 8,500원'],
      ['notice', '품절'],
      ['price', '공기밥 1,000원'],
    );
    expect(menuRows(statements)).toEqual({
      rows: [
        { name: '김치찌개', price: '9,000원', note: '2인분부터' },
        { name: '된장찌개', price: '8,500원', soldOut: true },
        { name: '공기밥', price: '1,000원' },
      ],
      told: new Set([0, 1, 2, 3, 4]),
    });
  });

  it('is none for fewer than three, and leaves alone what is no row of one price', () => {
    expect(menuRows(stated(['price', '라떼 5,000원'], ['price', '모카 5,500원']))).toBeUndefined();
    const statements = stated(
      ['price', '수육 소 25,000원 / 대 35,000원'],
      ['price', '12,000원'],
      ['price', '냉면 9,000원'],
      ['price', '만두 6,000원'],
    );
    expect(menuRows(statements)).toBeUndefined();
    const more = [...statements, ...stated(['price', '사리 2,000원'])];
    expect([...(menuRows(more)?.told ?? [])]).toEqual([2, 3, 4]);
  });

  it('tells every statement that it takes whole, whatever the others are', () => {
    const kinds: StatementKind[] = ['product', 'price', 'schedule', 'condition', 'notice', 'offer'];
    const words = ['라떼', '3,000원', '라떼 3,000원', '치즈 케이크 6,500원부터', '매일 10시', '품절', '1+1'];
    const statement = fc.record({
      kind: fc.constantFrom(...kinds),
      text: fc.constantFrom(...words),
      binds: fc.option(fc.nat(5), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 14 }), (some) => {
        const statements = stated(
          ...some.map(
            ({ kind, text, binds }, i) =>
              [kind, text, binds !== undefined && binds < i ? { binds } : {}] as const,
          ),
        );
        const menu = menuRows(statements);
        if (menu === undefined) return;
        const lettered = menu.rows
          .flatMap(({ name, price, note, soldOut }) => [name, price, note, soldOut ? '품절' : ''])
          .join(' ');
        for (const index of menu.told)
          for (const word of (statements[index]?.text ?? '').split(' ')) expect(lettered).toContain(word);
        // What binds a price that is told is told too.
        for (const [index, { binds }] of statements.entries())
          if (binds !== undefined && menu.told.has(binds) && statements[binds]?.kind === 'price')
            expect(menu.told.has(index)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
