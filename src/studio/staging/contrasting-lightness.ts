import type { HexColour } from '../../ad/scene.ts';
import { hexToOklch, type Oklch, oklchToHex } from '../../imaging/colour.ts';
import { type BackdropRequest, showsSomething } from '../scene.ts';

/** Lightnesses, OKLab 0–1, between which something still looks like what it is. */
export type LightnessLimits = readonly [darkest: number, lightest: number];

/** Paint, paper and plaster come in nearly every lightness. */
const PAINT: LightnessLimits = [0.24, 0.94];

/** A product that is cut out and set in needs more of a difference than a thing that stands in the set's own light. */
const PRODUCT_APART = 0.27;
const SUBJECT_APART = 0.1;

/** How much worse it is to be too near by so much than to move by as much. */
const TOO_NEAR = 3;

/**
 * The lightness nearest to `wanted` that is far enough from what will stand there, as seen in the scene's darkness; or
 * nearly far enough, where that is a smaller change by much.
 *
 * @param wanted OKLab 0–1, in full light
 */
export function contrastingLightness(
  wanted: number,
  request: BackdropRequest,
  [darkest, lightest]: LightnessLimits = PAINT,
): number {
  const { productColour, darkness } = request;
  const own = Math.min(lightest, Math.max(darkest, wanted));
  if (productColour === undefined) return own;
  const [product] = hexToOklch(productColour);
  const apart = showsSomething(request) ? SUBJECT_APART : PRODUCT_APART;
  // Lightness goes as the cube root of light.
  const dimmed = Math.cbrt(1 - 0.65 * darkness);
  if (Math.abs(own * dimmed - product) >= apart) return own;
  const at = [(product - apart) / dimmed, (product + apart) / dimmed];
  const levels = at.map((level) => Math.min(lightest, Math.max(darkest, level)));
  const cost = (level: number): number =>
    Math.abs(level - own) + TOO_NEAR * Math.max(0, apart - Math.abs(level * dimmed - product));
  return [own, ...levels].toSorted((a, b) => cost(a) - cost(b))[0]!;
}

/** Hue of clay and caramel, OKLCH degrees. */
const BROWN = 58;

/**
 * The palette's ground colour at another lightness. Made darker it becomes richer, as clay and caramel are beside cream:
 * only then does it look chosen rather than dirty. Greys stay grey.
 */
export function deepened(ground: HexColour, lightness: number): Oklch {
  const [l, c, h] = hexToOklch(ground);
  const drop = Math.max(0, l - lightness);
  const tinted = Math.min(1, c / 0.02);
  // A dark yellow is olive; a shade of yellow that pleases is brown.
  const warmed = h > BROWN && h < 125 ? Math.max(BROWN, h - 75 * drop) : h;
  return [lightness, Math.max(c, Math.min(0.1, c + 0.11 * drop * tinted)), warmed];
}

export const deepenedHex = (ground: HexColour, lightness: number): HexColour =>
  oklchToHex(deepened(ground, lightness));
