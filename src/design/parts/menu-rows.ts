import type { MenuRow } from '../../ad/design-part.ts';
import { isMenuPrice, MENU_LIMITS, nameAndPrice, saysGone } from '../../ad/parse/parse-menu.ts';
import type { Statement, StatementKind } from '../../ad/statement.ts';
import { defined } from '../../collections/defined.ts';
import { graphemeLength } from '../../text/graphemes.ts';

/** A menu that a request holds. */
export interface StatedMenu {
  readonly rows: readonly MenuRow[];
  /** Indices of the statements that the rows tell, each whole; all others stand elsewhere in the ad. */
  readonly told: ReadonlySet<number>;
}

/** From so many goods with prices on they are read as a menu, and up to so many they have room in one. */
const LEAST_ROWS = 3;

/** What may stand small below a name, since it says of that price alone when it holds. */
const NOTES: readonly StatementKind[] = ['condition', 'exception', 'audience', 'description'];

/** An amount inside of a name: '소 25,000원 / 대 35,000원' is no row of one price. */
const AMOUNT = /[₩$€£¥]\s?\d|\d\s?(?:천|만)?\s?원/u;

/**
 * The goods of a request with their prices, as rows in its order: a product and the price right behind it, or a price
 * that is told with its name. A row has all that binds its price, or is none: no statement is told in half.
 *
 * @returns undefined where there are fewer than three, or more than a menu has room for
 */
export function menuRows(statements: readonly Statement[]): StatedMenu | undefined {
  const rows: MenuRow[] = [];
  const told = new Set<number>();
  for (const [index, statement] of statements.entries()) {
    if (statement.kind !== 'price') continue;
    const found = rowAt(statements, index);
    if (found === undefined) continue;
    rows.push(found.row);
    for (const one of found.told) told.add(one);
  }
  return rows.length < LEAST_ROWS || rows.length > MENU_LIMITS.rows ? undefined : { rows, told };
}

interface StatedRow {
  readonly row: MenuRow;
  readonly told: readonly number[];
}

function rowAt(statements: readonly Statement[], index: number): StatedRow | undefined {
  const statement = statements[index];
  if (statement === undefined) return undefined;
  const before = statements[index - 1];
  const named = isMenuPrice(statement.text)
    ? before?.kind === 'product' && { name: before.text, price: statement.text, told: [index - 1, index] }
    : withIndex(nameAndPrice(statement.text), index);
  if (!named || AMOUNT.test(named.name)) return undefined;
  const bound = statements.flatMap((other, at) =>
    other.binds !== undefined && named.told.includes(other.binds) && !named.told.includes(at) ? [at] : [],
  );
  const next = statements[index + 1];
  const gone = next?.kind === 'notice' && saysGone(next.text);
  const others = bound.filter((at) => !(gone && at === index + 1));
  const notes = others.map((at) => statements[at]);
  if (!notes.every((note) => note !== undefined && NOTES.includes(note.kind))) return undefined;
  const note = notes.map((each) => each?.text).join(', ');
  if (!fits(named.name, 'name') || !fits(named.price, 'price') || !fits(note, 'note')) return undefined;
  const { oldPrice: old } = statement;
  return {
    row: {
      name: named.name,
      price: named.price,
      ...defined({ old }),
      ...(note === '' ? {} : { note }),
      ...(gone ? { soldOut: true } : {}),
    },
    told: [...named.told, ...others, ...(gone ? [index + 1] : [])],
  };
}

const withIndex = (named: ReturnType<typeof nameAndPrice>, index: number) =>
  named && { ...named, told: [index] };

const fits = (words: string, part: 'name' | 'price' | 'note'): boolean =>
  graphemeLength(words, MENU_LIMITS[part]) <= MENU_LIMITS[part];
