import type { Statement, StatementKind } from '../../ad/statement.ts';
import type { TradeMatch } from './match-trades.ts';

/** Where a trade is told only if it is told nowhere else: 'homepage design'. */
export const SELDOM: ReadonlySet<StatementKind> = new Set(['contact', 'schedule']);

/** The statement that a word stands in; of '24시 편의점' the hours hold only the front. */
export function statementOf(
  { start, end }: Pick<TradeMatch, 'start' | 'end'>,
  statements: readonly Statement[],
): Statement | undefined {
  const first = statements.find((one) => start >= one.start && start < one.end);
  if (first === undefined || end <= first.end || !SELDOM.has(first.kind)) return first;
  return statements.find((one) => end > one.start && end <= one.end) ?? first;
}

/** A bare word for a shop that a notice or its hours begin with is whose they are: '보틀샵 포장만 가능'. */
export const isOwnShop = ({ start, particle }: TradeMatch, within: Statement): boolean =>
  particle === '' && (within.kind === 'notice' || within.kind === 'schedule') && start === within.start;

/** Where a shop moves, or where it is to be looked for: the other shops that stand there are not it. */
const MOVES =
  /(?:으로|로|에)\s?(?:확장\s?)?(?:오세요|오시|와\s?주|옮|이전|이사)|\b(?:mov(?:ed|ing|es)|relocat\w+|no longer|instead of|rather than|come to|not (?:at|on|in))\b/iu;

/** Where nothing tells what the shop itself is. */
const ELSEWHERE: ReadonlySet<StatementKind> = new Set([...SELDOM, 'place', 'wish', 'mood', 'exception']);

/** Whether a statement says nothing of what the shop itself is. */
export const isElsewhere = ({ kind, text }: Statement): boolean =>
  ELSEWHERE.has(kind) || (kind === 'notice' && MOVES.test(text));
