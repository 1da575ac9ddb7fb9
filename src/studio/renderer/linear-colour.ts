import type { HexColour } from '../../ad/scene.ts';
import { fromLinear, type Oklch, oklchToHex, parseHex, toHex, toLinear } from '../../imaging/colour.ts';

/** Red, green, blue in linear light, sRGB primaries: 0 = black, 1 = a white card in full light, above 1 = a source. */
export type LinearRgb = readonly [r: number, g: number, b: number];

export function hexToLinear(hex: HexColour): LinearRgb {
  const [r, g, b] = parseHex(hex);
  return [toLinear(r / 255), toLinear(g / 255), toLinear(b / 255)];
}

/** Clipped to what a screen can show. */
export function linearToHex(colour: LinearRgb): HexColour {
  const encode = (linear: number): number => 255 * fromLinear(Math.max(0, Math.min(1, linear)));
  return toHex([encode(colour[0]), encode(colour[1]), encode(colour[2])]);
}

/** Clipped to sRGB, so chroma above what the hue has is lost. */
export const oklchToLinear = (lch: Oklch): LinearRgb => hexToLinear(oklchToHex(lch));

export const scaled = (colour: LinearRgb, by: number): LinearRgb => [
  colour[0] * by,
  colour[1] * by,
  colour[2] * by,
];

/** One light falling on, or through, the other colour. */
export const times = (a: LinearRgb, b: LinearRgb): LinearRgb => [a[0] * b[0], a[1] * b[1], a[2] * b[2]];

/** `share` 0 = `a`, 1 = `b`. */
export const blend = (a: LinearRgb, b: LinearRgb, share: number): LinearRgb => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

/** Relative luminance Y. */
export const lumaOf = (colour: LinearRgb): number =>
  0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2];
