import type { HexColour } from '../../ad/scene.ts';
import { deltaEOk, hexToOklch, mixHex, type Oklch, parseHex, rgbToOklab } from '../../imaging/colour.ts';
import { isEnough } from '../../layout/measure/legibility.ts';
import { backgroundOf, contrastOn } from '../../typography/contrast.ts';
import { inGamut } from './gamut.ts';

/** A ground and what can be read on it. */
export interface SurfaceColours {
  readonly fill: HexColour;
  /** A second colour of its texture: letters can be read on both. */
  readonly step: HexColour;
  readonly ink: HexColour;
  /** A breath nearer to the ground than the ink, for second voices. */
  readonly soft: HexColour;
  /** The one accent, as dark or light as letters on this ground have to be; the ink where there is none. */
  readonly accent: HexColour;
  /** For rules and frames, which are no letters. */
  readonly line: HexColour;
}

/** Worst contrast of letters on grounds: enough for small words? */
export const canBeRead = (letters: HexColour, grounds: readonly HexColour[]): boolean =>
  grounds.every((ground) => isEnough('details', contrastOn(backgroundOf(ground), letters)));

const worst = (letters: HexColour, grounds: readonly HexColour[]): number =>
  Math.min(...grounds.map((ground) => contrastOn(backgroundOf(ground), letters).wcag));

export const distance = (a: HexColour, b: HexColour): number =>
  deltaEOk(rgbToOklab(parseHex(a)), rgbToOklab(parseHex(b)));

/** Share of the ground in second voices, most first. */
const SOFTER = [0.3, 0.2, 0.12];

/** Distance at which an accent is seen as another colour than the ink. */
const DIFFERS = 18;

/**
 * The inks of a ground.
 *
 * @param hue of dark and light letters, degrees
 * @param accent wished; its lightness is moved as far as reading asks
 */
export function surfaceColours(fill: HexColour, step: HexColour, hue: number, accent: Oklch): SurfaceColours {
  const grounds = fill === step ? [fill] : [fill, step];
  const inks = [inGamut([0.235, 0.045, hue]), inGamut([0.985, 0.008, hue]), '#141210', '#ffffff'] as const;
  const own = inks.slice(0, 2).find((ink) => canBeRead(ink, grounds));
  const ink = own ?? inks.reduce((a, b) => (worst(b, grounds) > worst(a, grounds) ? b : a));
  const soft = SOFTER.map((share) => mixHex(ink, fill, share)).find((colour) => canBeRead(colour, grounds));
  return {
    fill,
    step,
    ink,
    soft: soft ?? ink,
    accent: accentOn(grounds, accent, ink),
    line: mixHex(ink, fill, 0.72),
  };
}

const ACCENT_STEPS = [0, -0.04, 0.04, -0.08, 0.08, -0.12, 0.12, -0.16, 0.16, -0.2, 0.2, -0.26, 0.26];

function accentOn(grounds: readonly HexColour[], [l, c, h]: Oklch, ink: HexColour): HexColour {
  if (c < 0.05) return ink;
  for (const step of ACCENT_STEPS) {
    const lightness = l + step;
    if (lightness < 0.32 || lightness > 0.94) continue;
    const colour = inGamut([lightness, c, h]);
    if (hexToOklch(colour)[1] < 0.05 || distance(colour, ink) < DIFFERS) continue;
    if (grounds.every((ground) => isEnough('price', contrastOn(backgroundOf(ground), colour)))) return colour;
  }
  return ink;
}
