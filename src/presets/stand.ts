import { z } from 'zod';
import { PROP_NAMES, type PropName } from '../ad/scene.ts';
import { linesOf, Wrong } from './fields.ts';

interface Row {
  readonly prop: PropName;
  readonly words: readonly string[];
}

const isProp = (name: string | undefined): name is PropName => PROP_NAMES.some((prop) => prop === name);

/** `latte 라떼 바닐라라떼`: what a studio shows for these. */
const rows = linesOf((line): Row | Wrong => {
  const [prop, ...words] = line.split(/ +/);
  return isProp(prop) ? { prop, words } : new Wrong(`must begin with one of ${PROP_NAMES.join(', ')}`);
});

/** What stands for things that there is no photo of, by their Korean names. */
export const stands = z
  .strictObject({ stands: rows })
  .transform(
    (file): ReadonlyMap<string, PropName> =>
      new Map(file.stands.flatMap(({ prop, words }) => words.map((word) => [word, prop] as const))),
  );
