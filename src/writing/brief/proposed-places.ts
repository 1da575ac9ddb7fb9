import type { Statement, StatementKind } from '../../ad/statement.ts';
import { shorten } from '../../text/shorten.ts';
import type { PreferredSlot } from '../copy/copy-material.ts';
import { isLettered, squeezed } from '../copy/statement-groups.ts';

/** Where somebody would put one of the statements. */
export interface ProposedPlace {
  /** Counted from 1, as the statements were told. */
  readonly statement: number;
  readonly slot: PreferredSlot;
  /** The statement again, word for word: who reads it wrong says so here. */
  readonly text: string;
}

interface CheckedPlaces {
  readonly prefer: ReadonlyMap<number, PreferredSlot>;
  /** Statements that were lost, cut, changed or told twice, and such as nobody said. */
  readonly faults: readonly string[];
  /** Most of it is wrong. */
  readonly isPastMending: boolean;
}

/** What each slot may hold; what else is put there stands where the rules put it. */
const SUITING: Readonly<Record<PreferredSlot, ReadonlySet<StatementKind>>> = {
  headline: new Set(['product', 'occasion', 'shop']),
  sub: new Set(['product', 'occasion', 'description', 'offer', 'audience', 'schedule']),
  badge: new Set(['offer', 'occasion']),
  price: new Set(['price']),
  details: new Set(['occasion', 'description', 'offer', 'audience', 'schedule', 'price']),
};

/** UTF-16 units of a fault that is told. */
const QUOTED = 60;

/** The statements that are to be placed, in the order in which they are told to others. */
export const numbered = (statements: readonly Statement[]): readonly Statement[] =>
  statements.filter(isLettered);

/** Compares proposed places with the statements: every one of them is to be there once, word for word. */
export function checkPlaces(
  places: readonly ProposedPlace[],
  statements: readonly Statement[],
): CheckedPlaces {
  const all = numbered(statements);
  const prefer = new Map<number, PreferredSlot>();
  const faults: string[] = [];
  const seen = new Set<Statement>();
  for (const { statement: number, slot, text } of places) {
    const statement = all[number - 1];
    if (statement === undefined) {
      faults.push(text);
      continue;
    }
    const isExact = squeezed(text) === squeezed(statement.text);
    if (seen.has(statement)) faults.push(isExact ? statement.text : text);
    else if (!isExact) faults.push(statement.text);
    else if (SUITING[slot].has(statement.kind)) prefer.set(statement.start, slot);
    seen.add(statement);
  }
  for (const statement of all) if (!seen.has(statement)) faults.push(statement.text);
  return {
    prefer,
    faults: [...new Set(faults.map((text) => shorten(text, QUOTED)))],
    isPastMending: 2 * faults.length > all.length,
  };
}
