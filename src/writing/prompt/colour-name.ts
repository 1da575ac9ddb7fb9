import type { HexColour } from '../../ad/scene.ts';
import { deltaEOk, parseHex, rgbToOklab } from '../../imaging/colour.ts';

/** Colours as a photographer would call them, spread over what palettes hold. */
const NAMES: readonly (readonly [name: string, colour: HexColour])[] = [
  ['white', '#fbfbfa'],
  ['ivory', '#f6efe0'],
  ['off-white', '#efe9de'],
  ['cream', '#efe0cd'],
  ['beige', '#dfd0ba'],
  ['sand', '#cdb591'],
  ['pale grey', '#e6e6e6'],
  ['grey', '#9a9a9a'],
  ['charcoal', '#33363a'],
  ['black', '#141414'],
  ['deep brown', '#3a2415'],
  ['chocolate brown', '#5b3a24'],
  ['caramel brown', '#9c6a3c'],
  ['terracotta', '#b5533a'],
  ['burnt orange', '#c2410c'],
  ['orange', '#f08020'],
  ['peach', '#f8cfae'],
  ['amber', '#d97706'],
  ['golden yellow', '#f2b93b'],
  ['bright yellow', '#ffd84d'],
  ['pale yellow', '#fbf0c6'],
  ['gold', '#c9a24b'],
  ['olive green', '#5d6b2f'],
  ['sage green', '#b9cdb2'],
  ['pale green', '#e3f1e2'],
  ['forest green', '#1f4a30'],
  ['green', '#2f9e5a'],
  ['lime green', '#a3e635'],
  ['mint', '#c9ede0'],
  ['teal', '#0f766e'],
  ['aqua', '#bfe8f2'],
  ['sky blue', '#8fcaee'],
  ['pale blue', '#e2eefb'],
  ['bright blue', '#2f7fe6'],
  ['cyan', '#22c5e2'],
  ['navy', '#12244d'],
  ['midnight blue', '#0f172a'],
  ['lavender', '#d8cdf0'],
  ['violet', '#8b5cf6'],
  ['purple', '#7c3aed'],
  ['plum', '#4c1d4a'],
  ['magenta', '#c026d3'],
  ['pale pink', '#fbe3e8'],
  ['pink', '#f29bb4'],
  ['rose', '#db2777'],
  ['red', '#d22b2b'],
  ['deep red', '#8e1420'],
  ['burgundy', '#5a1226'],
];

const OKLAB = NAMES.map(([name, hex]) => ({ name, lab: rgbToOklab(parseHex(hex)) }));

/** The nearest common name of a colour in English. */
export function colourName(hex: HexColour): string {
  const lab = rgbToOklab(parseHex(hex));
  return OKLAB.reduce(
    (best, next) => (deltaEOk(next.lab, lab) < deltaEOk(best.lab, lab) ? next : best),
    OKLAB[0] ?? { name: 'neutral', lab },
  ).name;
}
