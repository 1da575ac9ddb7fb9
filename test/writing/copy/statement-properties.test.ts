import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AdCopy, COPY_SLOTS } from '../../../src/ad/copy.ts';
import { TEXT_LIMITS } from '../../../src/ad/parse/request-limits.ts';
import { STATEMENT_KINDS } from '../../../src/ad/statement.ts';
import { defined } from '../../../src/collections/defined.ts';
import { graphemeLength } from '../../../src/text/graphemes.ts';
import { askedAction } from '../../../src/writing/copy/asked-action.ts';
import { settleStatements } from '../../../src/writing/copy/settle-statements.ts';
import { groupsOf, isLettered, squeezed } from '../../../src/writing/copy/statement-groups.ts';
import { isWhole, statementsOf, written } from './statements.ts';

/** Words that statements are of: what is told, what binds it, and what only looks like something else. */
const WORDS = [
  ...[
    '딸기라떼',
    '쿠키',
    '30%',
    '할인',
    '무료',
    '월요일',
    '휴무',
    '제외',
    '주차',
    '불가',
    '첫',
    '방문',
    '시',
    '예약',
  ],
  ...[
    '5kg',
    '29,000원',
    '1+1',
    '10:00~20:00',
    '12월',
    '24일까지',
    '서울역',
    '3번',
    '출구',
    '02-123-4567',
    '품절',
  ],
  ...[
    'only',
    'not',
    'closed',
    'on',
    'Mondays',
    '20%',
    'off',
    '$12',
    'www.example.com',
    '味噌',
    'ラーメン',
    '980円',
  ],
];

const phrase = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 })
  .map((words) => words.join(' '));

const statement = fc.record({
  kind: fc.constantFrom(...STATEMENT_KINDS),
  text: fc.oneof(
    { weight: 9, arbitrary: phrase },
    { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 130 }) },
  ),
  old: fc.option(fc.constantFrom('35,000원', '$20'), { nil: undefined, freq: 6 }),
  binds: fc.boolean(),
});

/** Statements of any kind in any order, no two alike, each of which may bind the one before it. */
const statements = fc
  .uniqueArray(statement, { maxLength: 24, selector: ({ text }) => squeezed(text) })
  .map((all) =>
    statementsOf(
      ...all
        .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
        .map(({ kind, text, old, binds }, index) => {
          const words = text.replaceAll(/\s+/g, ' ').trim();
          const more = defined({
            oldPrice: kind === 'price' ? old : undefined,
            binds: binds && index > 0 ? index - 1 : undefined,
          });
          return [kind, words, more] as const;
        }),
    ),
  );

const slotWords = fc.option(phrase, { nil: undefined, freq: 8 });
const given = fc
  .record({ headline: slotWords, sub: slotWords, badge: slotWords, price: slotWords, details: slotWords })
  .map((slots): AdCopy => defined(slots));

const linesOf = (copy: AdCopy): readonly string[] =>
  Object.entries(copy).flatMap(([slot, words]) => (slot === 'cta' ? [] : words.split('\n')));

describe('copy of any statements', () => {
  it('holds each whole, or names it among what is left', () => {
    fc.assert(
      fc.property(statements, given, (all, slots) => {
        const { copy, left } = written(all, { given: slots });
        for (const one of all.filter(isLettered))
          if (!left.includes(one))
            expect([one.text, copy, isWhole(copy, one)]).toEqual([one.text, copy, true]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has no line that is a proper part of a statement, and says nothing that no statement does', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const { copy } = written(all);
        for (const line of linesOf(copy)) {
          const words = squeezed(line);
          const whole = all.some(({ text }) => words.includes(squeezed(text)));
          const known = all.some(({ kind, text }) => kind === 'trade' && squeezed(text) === words);
          expect([line, whole || known]).toEqual([line, true]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('never tells one without what binds it', () => {
    fc.assert(
      fc.property(statements, given, (all, slots) => {
        const { copy, left } = written(all, { given: slots });
        for (const { members } of groupsOf(all)) {
          const said = Object.values(slots).map(squeezed);
          const own = members.some(({ text }) => said.some((words) => words.includes(squeezed(text))));
          const out = members.filter((member) => left.includes(member));
          if (!own) expect([out.length === 0 || out.length === members.length, copy]).toEqual([true, copy]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps every slot within its limit, and the person’s own as they are', () => {
    fc.assert(
      fc.property(statements, given, (all, slots) => {
        const { copy } = written(all, { given: slots });
        expect(copy).toMatchObject(slots);
        for (const slot of COPY_SLOTS) {
          const words = copy[slot];
          if (words === undefined || slots[slot] !== undefined) continue;
          expect(words.trim()).not.toBe('');
          expect(graphemeLength(words)).toBeLessThanOrEqual(TEXT_LIMITS[slot]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same of the same, and of its own words', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const { copy, left } = written(all);
        expect(written(all)).toEqual({ copy, left });
        expect(written(all, { given: copy }).copy).toEqual(copy);
      }),
    );
  });

  it('has a button only where something is asked', () => {
    fc.assert(
      fc.property(statements, (all) => {
        // What is no product or offer when it is looked at twice asks for nothing either.
        expect(written(all).copy.cta).toBe(askedAction(settleStatements(all)));
      }),
    );
  });
});
