import type { HexColour } from '../ad/scene.ts';

/** Red, green, blue, each 0–255, gamma-encoded sRGB; fractions allowed. */
export type Rgb = readonly [r: number, g: number, b: number];

/** OKLab: lightness 0–1, a and b about −0.4–0.4. https://bottosson.github.io/posts/oklab/ */
export type Oklab = readonly [l: number, a: number, b: number];

/** OKLab in polar form: lightness 0–1, chroma 0–0.4, hue in degrees 0–360. */
export type Oklch = readonly [l: number, c: number, h: number];

export function parseHex(hex: HexColour): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function toHex(rgb: Rgb): HexColour {
  const byte = (value: number): string =>
    Math.max(0, Math.min(255, Math.round(value)))
      .toString(16)
      .padStart(2, '0');
  return `#${byte(rgb[0])}${byte(rgb[1])}${byte(rgb[2])}`;
}

/** The sRGB transfer curve (IEC 61966-2-1): 0–1 encoded to 0–1 linear light. */
export const toLinear = (encoded: number): number =>
  encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;

/** The inverse of toLinear. */
export const fromLinear = (linear: number): number =>
  linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;

/** Linear light 0–1 of every byte. */
export const LINEAR_OF_BYTE: Float32Array = Float32Array.from({ length: 256 }, (_, byte) =>
  toLinear(byte / 255),
);

export function rgbToOklab(rgb: Rgb): Oklab {
  const r = toLinear(rgb[0] / 255);
  const g = toLinear(rgb[1] / 255);
  const b = toLinear(rgb[2] / 255);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Colours outside sRGB are clipped channel by channel. */
export function oklabToRgb(lab: Oklab): Rgb {
  const l = (lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]) ** 3;
  const m = (lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]) ** 3;
  const s = (lab[0] - 0.0894841775 * lab[1] - 1.291485548 * lab[2]) ** 3;
  const encode = (linear: number): number => 255 * fromLinear(Math.max(0, Math.min(1, linear)));
  return [
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

export function oklabToOklch(lab: Oklab): Oklch {
  const hue = (Math.atan2(lab[2], lab[1]) * 180) / Math.PI;
  return [lab[0], Math.hypot(lab[1], lab[2]), (hue + 360) % 360];
}

export function oklchToOklab(lch: Oklch): Oklab {
  const hue = (lch[2] * Math.PI) / 180;
  return [lch[0], lch[1] * Math.cos(hue), lch[1] * Math.sin(hue)];
}

export const hexToOklch = (hex: HexColour): Oklch => oklabToOklch(rgbToOklab(parseHex(hex)));
export const oklchToHex = (lch: Oklch): HexColour => toHex(oklabToRgb(oklchToOklab(lch)));

/** Both colours mixed in OKLab: `share` 0 = `a`, 1 = `b`. */
export function mixHex(a: HexColour, b: HexColour, share: number): HexColour {
  const from = rgbToOklab(parseHex(a));
  const to = rgbToOklab(parseHex(b));
  const mix = (i: 0 | 1 | 2): number => from[i] + (to[i] - from[i]) * share;
  return toHex(oklabToRgb([mix(0), mix(1), mix(2)]));
}

/** Distance in OKLab times 100: about 2 is just seen. */
export function deltaEOk(a: Oklab, b: Oklab): number {
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** WCAG 2 relative luminance, 0–1. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance(rgb: Rgb): number {
  return 0.2126 * toLinear(rgb[0] / 255) + 0.7152 * toLinear(rgb[1] / 255) + 0.0722 * toLinear(rgb[2] / 255);
}

/** Relative luminance, 0–1, of the pixel whose red byte is at `i`. */
export function luminanceAt(data: Uint8ClampedArray | Uint8Array, i: number): number {
  return (
    0.2126 * LINEAR_OF_BYTE[data[i]!]! +
    0.7152 * LINEAR_OF_BYTE[data[i + 1]!]! +
    0.0722 * LINEAR_OF_BYTE[data[i + 2]!]!
  );
}

/** WCAG 2 contrast ratio of two relative luminances, 1–21. */
export function wcagRatio(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
