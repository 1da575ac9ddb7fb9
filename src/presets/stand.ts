import * as z from 'zod';
import { PROP_NAMES, type PropName } from '../ad/scene.ts';
import { linesOf, Wrong } from './fields.ts';

/** What a studio shows of things that there is no photo of. */
export interface Stands {
  /** By Korean names. */
  readonly korean: ReadonlyMap<string, PropName>;
  /** By what Korean names end with: '라떼' for any of them. */
  readonly endings: ReadonlyMap<string, PropName>;
  /** By English names in lower case, in the singular. */
  readonly english: ReadonlyMap<string, PropName>;
}

interface Row {
  readonly prop: PropName;
  readonly words: readonly string[];
}

const isProp = (name: string | undefined): name is PropName => PROP_NAMES.some((prop) => prop === name);

const row = (prop: string | undefined, words: readonly string[]): Row | Wrong =>
  isProp(prop) ? { prop, words } : new Wrong(`must begin with one of ${PROP_NAMES.join(', ')}`);

/** `latte 라떼 바닐라라떼 ~라떼` */
const korean = linesOf((line) => {
  const [prop, ...words] = line.split(/ +/);
  return row(prop, words);
});

/** `bread: sourdough, bread roll` */
const english = linesOf((line) => {
  const [prop, words = ''] = line.split(/: */);
  return row(
    prop,
    words
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  );
});

const mapOf = (rows: readonly Row[], wanted: (word: string) => string | undefined): Map<string, PropName> =>
  new Map(
    rows.flatMap(({ prop, words }) =>
      words.flatMap((word) => {
        const name = wanted(word);
        return name === undefined ? [] : [[name, prop] as const];
      }),
    ),
  );

export const stands = z.strictObject({ stands: korean, english }).transform(
  (file): Stands => ({
    korean: mapOf(file.stands, (word) => (word.startsWith('~') ? undefined : word)),
    endings: mapOf(file.stands, (word) => (word.startsWith('~') ? word.slice(1) : undefined)),
    english: mapOf(file.english, (word) => word),
  }),
);
