import type { HexColour } from '../../ad/scene.ts';
import { hexToOklch, type Oklch, oklchToHex } from '../../imaging/colour.ts';

/** By how much sRGB may change a colour's lightness and hue (degrees) before it counts as outside. */
const KEPT = { lightness: 0.006, hue: 2.5 };

/** Steps in which chroma is taken back. */
const STEP = 0.92;

const apart = (a: number, b: number): number => Math.abs(((a - b + 540) % 360) - 180);

/** The colour, its chroma taken back until sRGB has it: lightness and hue stay. */
export function inGamut([l, c, h]: Oklch): HexColour {
  let chroma = c;
  for (let tries = 0; tries < 40 && chroma > 0.004; tries++) {
    const hex = oklchToHex([l, chroma, h]);
    const [gotL, , gotH] = hexToOklch(hex);
    if (Math.abs(gotL - l) < KEPT.lightness && (chroma < 0.02 || apart(gotH, h) < KEPT.hue)) return hex;
    chroma *= STEP;
  }
  return oklchToHex([l, 0, h]);
}

/** Distance of two hues, 0–180 degrees. */
export const hueDistance = apart;
