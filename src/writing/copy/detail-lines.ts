import { TEXT_LIMITS } from '../../ad/parse/request-limits.ts';
import type { Statement, StatementKind } from '../../ad/statement.ts';
import { graphemeLength } from '../../text/graphemes.ts';

/** A line of the details, and what it tells. */
export interface DetailLine {
  readonly text: string;
  /** Place among the details: smaller comes first. */
  readonly rank: number;
  /** What gives way first where there is no room: larger. */
  readonly spare: number;
}

/** Longest line in letters, and most lines: more than an ad's strip of details has room for. */
export const DETAIL_LETTERS = 100;
const DETAIL_LINES = 12;

/** The order in which somebody needs to know: what it costs, when, when not, where, how to ask, on what condition. */
const RANKS: Readonly<Record<StatementKind | 'closed' | 'binding', number>> = {
  binding: 0,
  price: 1,
  product: 2,
  offer: 3,
  occasion: 4,
  description: 5,
  audience: 6,
  schedule: 7,
  closed: 8,
  shop: 9,
  place: 10,
  contact: 11,
  condition: 12,
  exception: 12,
  notice: 13,
  trade: 15,
  mood: 15,
  wish: 15,
};

/** What gives way where there is no room: praise before offers, and those before what a customer must know. */
const SPARES: Readonly<Partial<Record<StatementKind, number>>> = {
  description: 3,
  audience: 3,
  occasion: 2,
  offer: 1,
};

/** Days on which nobody is there. */
export const CLOSED =
  /휴무|쉽니다|쉬어요|쉬는|쉰다|휴일|휴업|문\s?닫|closed|day off|定休|休業|休み|休息|店休/iu;

const rankOf = ({ kind, text }: Statement): number =>
  kind === 'schedule' && CLOSED.test(text) ? RANKS.closed : RANKS[kind];

/** The line of a statement of its own. */
export const lineOf = (root: Statement, text: string): DetailLine => ({
  text,
  rank: rankOf(root),
  spare: SPARES[root.kind] ?? 0,
});

/** What binds something that stands elsewhere in the ad. It never gives way: without it the other would be a lie. */
export const bindingLine = (text: string): DetailLine => ({ text, rank: RANKS.binding, spare: -1 });

/** The name of the brand, which the request does not hold. */
export const shopDetail = (text: string): DetailLine => ({ text, rank: RANKS.shop, spare: 0 });

/** The lines that an ad has room for, in the order of the details. */
export function roomFor<T extends DetailLine>(lines: readonly T[]): readonly T[] {
  const kept = new Set<T>();
  let letters = 0;
  for (const line of lines.toSorted((a, b) => a.spare - b.spare)) {
    const length = graphemeLength(line.text, DETAIL_LETTERS);
    if (length > DETAIL_LETTERS || kept.size === DETAIL_LINES) continue;
    if (letters + length + 1 > TEXT_LIMITS.details) continue;
    letters += length + 1;
    kept.add(line);
  }
  return lines.filter((line) => kept.has(line)).toSorted((a, b) => a.rank - b.rank);
}
