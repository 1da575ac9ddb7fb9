import { UserError } from '../../errors/user-error.ts';
import { AD_OPTIONS, type AdOption, type AdOptionName } from '../ad-option-table.ts';
import type { WrittenOptions } from '../ad-options.ts';

/** What a column of a table holds: the request itself, or one of its options. */
export type Column = 'text' | AdOptionName;

/** The columns that there can be, by the names that they may have in a table. */
const COLUMNS: ReadonlyMap<string, Column> = new Map<string, Column>([
  ['text', 'text'],
  ['설명', 'text'],
  ...Object.entries<AdOption>(AD_OPTIONS).flatMap(([name, { column }]) =>
    // The table's own keys.
    column === undefined ? [] : ([name, column] as const).map((called) => [called, name as Column] as const),
  ),
]);

/** Words of which a header can consist. */
const NAME = /^[\p{L}_-]{1,20}$/u;

/**
 * The columns that a header names; undefined = the line is none, but a request.
 *
 * @throws UserError `batch-column` for a line that can only be meant for one, and has a name that is not known
 */
export function columnsOf(cells: readonly string[]): readonly Column[] | undefined {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const columns = names.map((name) => COLUMNS.get(name));
  if (!columns.includes('text')) return undefined;
  const known = columns.filter((column) => column !== undefined);
  if (known.length === columns.length) return known;
  const unknown = names[columns.indexOf(undefined)] ?? '';
  const isHeader = 2 * known.length >= names.length && names.every((name) => NAME.test(name));
  if (!isHeader) return undefined;
  throw new UserError('batch-column', { name: unknown, known: [...COLUMNS.keys()] });
}

/** What a yes and a no look like in a table. */
const YES = /^(?:1|o|v|true|y|yes|예|네|✓|✔)$/i;
const NO = /^(?:0|x|false|n|no|아니요|아니오)$/i;

/**
 * The options in the cells of a row; an empty cell leaves its option open.
 *
 * @throws UserError `option-value` for what is neither yes nor no, `batch-cells` for more cells than columns
 */
export function optionsIn(cells: readonly string[], columns: readonly Column[]): WrittenOptions {
  const filled = cells.findLastIndex((cell) => cell !== '') + 1;
  if (filled > columns.length) throw new UserError('batch-cells', { cells: filled, columns: columns.length });
  const options: Partial<Record<AdOptionName, string | boolean | readonly string[]>> = {};
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (column === 'text' || cell === '') continue;
    const { type, multiple = false }: AdOption = AD_OPTIONS[column];
    const before = options[column];
    if (type === 'boolean') options[column] = isYes(column, cell);
    else options[column] = multiple ? [...(Array.isArray(before) ? before : []), cell] : cell;
  }
  // Each holds what the table says of its option.
  return options as WrittenOptions;
}

function isYes(column: string, cell: string): boolean {
  if (YES.test(cell)) return true;
  if (NO.test(cell)) return false;
  throw new UserError('option-value', { option: column, value: cell, expected: 'yes, no' });
}
