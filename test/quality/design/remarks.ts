import type { Composition } from './composition.ts';

/** What a designer would look at again: shares and ratios outside of what design families promise. */
const PROMISED: readonly {
  readonly name: string;
  readonly value: (one: Composition) => number | undefined;
  readonly least: number;
  readonly most: number;
  readonly digits: number;
}[] = [
  { name: 'headline to smallest', value: ({ ratio }) => ratio, least: 5, most: 12, digits: 1 },
  { name: 'height of the product', value: ({ hero }) => hero, least: 0.45, most: 0.9, digits: 2 },
  { name: 'product cut off', value: ({ cut }) => cut, least: 0, most: 0.1, digits: 2 },
  { name: 'empty', value: ({ white }) => white, least: 0, most: 0.8, digits: 2 },
  { name: 'hues off', value: ({ disharmony }) => disharmony, least: 0, most: 5, digits: 0 },
  { name: 'in order', value: ({ order }) => order, least: 0.75, most: 1, digits: 2 },
];

/** What is outside of its range, none of which breaks a rule. */
export const remarksOn = (composition: Composition): readonly string[] =>
  PROMISED.flatMap(({ name, value, least, most, digits }) => {
    const found = value(composition);
    if (found === undefined || (found >= least && found <= most)) return [];
    return [`${name} ${found.toFixed(digits)} (${least}–${most})`];
  });
