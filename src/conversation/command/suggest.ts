import type { Locale } from '../../ad/locale.ts';
import type { NameOption } from './option.ts';
import type { Named, Vocabulary } from './vocabulary.ts';

/** A suggestion for a name that is being typed. */
export interface Suggestion {
  readonly value: string;
  readonly title: string;
}

/** Letters that are enough to look for among goods. */
const TELLING = 2;

const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_·-]+/g, '');

/**
 * Names for what was typed, by any of their aliases, best first: the name itself, those that begin with it, that contain
 * it, that sell it; where there is none, those that a mistyping finger may have meant. While nothing was typed, one of
 * each kind in turn.
 *
 * @param max how many the platform shows
 */
export function suggest(
  option: NameOption,
  vocabulary: Vocabulary,
  typed: string,
  locale: Locale,
  max: number,
): readonly Suggestion[] {
  const list = option.list(vocabulary);
  const rows: readonly Named[] =
    'rows' in list
      ? list.rows
      : list.map((name) => ({ key: name, names: { ko: name, en: name }, aliases: { ko: [], en: [] } }));
  const wanted = folded(typed);
  const found = wanted === '' ? inTurn(rows) : matching(rows, wanted);
  const shown = found.length === 0 && 'rows' in list ? (list.likely?.(typed) ?? []) : found;
  return shown.slice(0, max).map(({ key, names }) => ({ value: key, title: names[locale] }));
}

const namesOf = ({ key, names, aliases }: Named): readonly string[] => [
  key,
  names.ko,
  names.en,
  ...aliases.ko,
  ...aliases.en,
];

function matching(rows: readonly Named[], wanted: string): readonly Named[] {
  const rank = (row: Named): number => {
    const names = namesOf(row).map(folded);
    if (names.includes(wanted)) return 0;
    if (names.some((name) => name.startsWith(wanted))) return 1;
    if (names.some((name) => name.includes(wanted))) return 2;
    if (wanted.length < TELLING || row.goods === undefined) return 4;
    const goods = [...row.goods.ko, ...row.goods.en].map(folded);
    return goods.some((thing) => thing.startsWith(wanted)) ? 3 : 4;
  };
  return rows
    .map((row) => ({ row, rank: rank(row) }))
    .filter((one) => one.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .map(({ row }) => row);
}

/** The rows so that the first ones are of as many classes as there are: one of each large class, then the next ones. */
function inTurn(rows: readonly Named[]): readonly Named[] {
  const turns = new Map<string, number>();
  return rows
    .map((row) => {
      const large = row.tradeClass?.large ?? '';
      const turn = turns.get(large) ?? 0;
      if (large !== '') turns.set(large, turn + 1);
      return { row, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ row }) => row);
}
