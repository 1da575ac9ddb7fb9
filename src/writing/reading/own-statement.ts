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
