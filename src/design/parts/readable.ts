import type { HexColour } from '../../ad/scene.ts';
import { hexToOklch, luminance, oklchToHex, parseHex, wcagRatio } from '../../imaging/colour.ts';

/** WCAG 2.2 contrast: of words, and of large words and signs (https://www.w3.org/TR/WCAG22/#contrast-minimum). */
export const WORDS = 4.5;
export const SIGNS = 3;

/** What rounding to bytes may take away. */
const MARGIN = 0.05;

/** Steps of OKLab lightness in which a colour is moved. */
const STEP = 0.02;

export const contrastOf = (a: HexColour, b: HexColour): number =>
  wcagRatio(luminance(parseHex(a)), luminance(parseHex(b)));

/**
 * The colour that is wished for where it can be read on the ground, else one of its hue, so much lighter or darker as it
 * needs to be; where neither is enough, black or white.
 *
 * @param least WCAG ratio, at most 4.5
 */
export function readable(wish: HexColour, ground: HexColour, least: number): HexColour {
  if (contrastOf(wish, ground) >= least + MARGIN) return wish;
  const [lightness, chroma, hue] = hexToOklch(wish);
  const away = contrastOf('#ffffff', ground) >= contrastOf('#000000', ground) ? 1 : -1;
  for (let l = lightness; l >= 0 && l <= 1; l += away * STEP) {
    // Towards black and white a colour has less room.
    const moved = oklchToHex([l, Math.min(chroma, 0.3 * Math.min(1, 2.5 * (away > 0 ? 1 - l : l))), hue]);
    if (contrastOf(moved, ground) >= least + MARGIN) return moved;
  }
  return away > 0 ? '#ffffff' : '#000000';
}
