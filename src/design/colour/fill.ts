import type { HexColour } from '../../ad/scene.ts';
import type { Oklch } from '../../imaging/colour.ts';
import { inGamut } from './gamut.ts';
import { canBeRead } from './surface-colours.ts';

/** How far a fill is moved in lightness until letters can be read on it, nearest first. */
const STEPS = [0, -0.03, 0.03, -0.06, 0.06, -0.09, 0.09, -0.12, 0.12, -0.16, 0.16, -0.2];

/** A colour as a ground, moved until small letters can be read on it. */
export function fillOf([l, c, h]: Oklch): HexColour {
  for (const step of STEPS) {
    const fill = inGamut([l + step, c, h]);
    if (isReadable(fill)) return fill;
  }
  return inGamut([0.45, c, h]);
}

/** Whether white letters or black ones can be read on it. */
export const isReadable = (fill: HexColour): boolean =>
  canBeRead('#ffffff', [fill]) || canBeRead('#1a1613', [fill]);
