import type { PictureLayer } from '../../ad/design.ts';
import type { Size } from '../../ad/geometry.ts';
import { luminanceAt, oklabToRgb, parseHex, rgbToOklab } from '../../imaging/colour.ts';
import { resizeRaster } from '../../imaging/filter.ts';
import { percentiles } from '../../imaging/percentile.ts';
import { createRaster, type Raster } from '../../imaging/raster.ts';

type Duotone = NonNullable<PictureLayer['duotone']>;

/** Lightness at which a tone is wholly the dark one, and the light one. */
const DARKEST = 0.06;
const LIGHTEST = 0.82;

/**
 * Of a print in dots: shares of the photo's pixels that are wholly dark and wholly light, so that a pale one has both inks;
 * what is light is so against the lightest of all, so that something on black keeps its tones.
 */
const INKED = { dark: 0.03, light: 0.75, lightest: 0.99, against: 0.8 };

/**
 * A photo's lightness shown from one colour to another, mixed in OKLab; or in dots of the dark one on the light one, at 45°
 * as printers set them.
 *
 * @param size at which it is seen, which dots are set for
 */
export function inTwoTones(photo: Raster, { dark, light, dots }: Duotone, size: Size): Raster {
  const tones = tonesBetween(dark, light);
  const shown = dots === undefined ? photo : resizeRaster(photo, size.width, size.height);
  const out = createRaster(shown.width, shown.height);
  const lightness = new Float32Array(shown.width * shown.height);
  for (let i = 0; i < lightness.length; i++) {
    // Where the photo is clear the light ink's paper is seen.
    lightness[i] = 1 - opacityAt(shown, i) * (1 - Math.cbrt(luminanceAt(shown.data, 4 * i)));
  }
  const [darkest, lightest] = dots === undefined ? [DARKEST, LIGHTEST] : levelsOf(lightness);
  const toneAt = dots === undefined ? (share: number) => share : dotted(shown, dots);
  for (let y = 0, i = 0; y < shown.height; y++) {
    for (let x = 0; x < shown.width; x++, i++) {
      const share = eased(((lightness[i] ?? 0) - darkest) / (lightest - darkest));
      const inked = opacityAt(shown, i) * (1 - toneAt(share, x, y));
      const tone = tones[Math.round(255 * (1 - inked))];
      if (tone !== undefined) out.data.set(tone, 4 * i);
    }
  }
  return out;
}

const opacityAt = ({ data }: Raster, pixel: number): number => (data[4 * pixel + 3] ?? 255) / 255;

function levelsOf(lightness: Float32Array): readonly [darkest: number, lightest: number] {
  const at = percentiles(lightness);
  const darkest = at(INKED.dark);
  return [darkest, Math.max(darkest + 0.1, INKED.against * at(INKED.lightest), at(INKED.light))];
}

/** Opaque colours from one to the other. */
function tonesBetween(dark: Duotone['dark'], light: Duotone['light']): readonly Uint8ClampedArray[] {
  const [l, a, b] = rgbToOklab(parseHex(dark));
  const to = rgbToOklab(parseHex(light));
  return Array.from({ length: 256 }, (_, i) => {
    const share = i / 255;
    const rgb = oklabToRgb([l + (to[0] - l) * share, a + (to[1] - a) * share, b + (to[2] - b) * share]);
    return Uint8ClampedArray.of(...rgb, 255);
  });
}

/** A tone of 0–1, steeper in the middle than the photo's own. */
function eased(given: number): number {
  const share = Math.max(0, Math.min(1, given));
  return share * share * (3 - 2 * share) * 0.4 + share * 0.6;
}

/** Width of a dot's soft rim, in tones: what keeps it from being jagged. */
const RIM = 1.6;

/** 0 inside of a dot, 1 outside; dots are as large as the tone is dark, and touch where it is half. */
function dotted({ width, height }: Size, pitch: number): (share: number, x: number, y: number) => number {
  const turn = (2 * Math.PI) / (pitch * Math.SQRT2);
  // Along both diagonals a place is known by a whole number.
  const waves = Float64Array.from({ length: width + height }, (_, i) => Math.cos(turn * i));
  return (share, x, y) => {
    const spot = 0.5 + 0.25 * ((waves[x + y] ?? 0) + (waves[Math.abs(x - y)] ?? 0));
    return Math.max(0, Math.min(1, 0.5 + ((share - (1 - spot)) * pitch) / (2 * RIM)));
  };
}
