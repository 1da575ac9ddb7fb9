import * as z from 'zod';
import type { HexColour } from '../ad/scene.ts';
import { colour, linesOf, Wrong } from './fields.ts';

interface Row {
  readonly hex: HexColour;
  readonly words: readonly string[];
}

/** `#rrggbb 딸기 체리`: the mean colour of what is made of these. */
const rows = linesOf((line): Row | Wrong => {
  const [hex, ...words] = line.split(/ +/);
  const checked = colour.safeParse(hex);
  return checked.success ? { hex: checked.data, words } : new Wrong("must be '#rrggbb word word…'");
});

/** Colours of things and of what goes into them, by their Korean names. */
export const tints = z
  .strictObject({ tints: rows })
  .transform(
    (file): ReadonlyMap<string, HexColour> =>
      new Map(file.tints.flatMap(({ hex, words }) => words.map((word) => [word, hex] as const))),
  );
