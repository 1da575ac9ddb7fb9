import type { PictureLayer } from '../../ad/design.ts';
import type { Size } from '../../ad/geometry.ts';
import { luminanceAt, oklabToRgb, parseHex, rgbToOklab } from '../../imaging/colour.ts';
import { resizeRaster } from '../../imaging/filter.ts';
import { percentile } from '../../imaging/percentile.ts';
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
  const lightness = Float32Array.from({ length: shown.width * shown.height }, (_, i) =>
    Math.cbrt(luminanceAt(shown.data, 4 * i)),
  );
  const [darkest, lightest] = dots === undefined ? [DARKEST, LIGHTEST] : levelsOf(lightness);
  for (const [i, own] of lightness.entries()) {
    const share = eased((own - darkest) / (lightest - darkest));
    const tone =
      dots === undefined ? share : dotted(share, i % shown.width, Math.floor(i / shown.width), dots);
    const [r = 0, g = 0, b = 0] = tones[Math.round(255 * tone)] ?? [];
    out.data[4 * i] = r;
    out.data[4 * i + 1] = g;
    out.data[4 * i + 2] = b;
    out.data[4 * i + 3] = 255;
  }
  return out;
}

function levelsOf(lightness: Float32Array): readonly [darkest: number, lightest: number] {
  const darkest = percentile(lightness, INKED.dark);
  const lightest = INKED.against * percentile(lightness, INKED.lightest);
  return [darkest, Math.max(darkest + 0.1, lightest, percentile(lightness, INKED.light))];
}

function tonesBetween(dark: Duotone['dark'], light: Duotone['light']): readonly (readonly number[])[] {
  const [l, a, b] = rgbToOklab(parseHex(dark));
  const to = rgbToOklab(parseHex(light));
  return Array.from({ length: 256 }, (_, i) => {
    const share = i / 255;
    return oklabToRgb([l + (to[0] - l) * share, a + (to[1] - a) * share, b + (to[2] - b) * share]);
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
function dotted(share: number, x: number, y: number, pitch: number): number {
  const turn = (2 * Math.PI) / (pitch * Math.SQRT2);
  const spot = 0.5 + 0.25 * (Math.cos(turn * (x + y)) + Math.cos(turn * (x - y)));
  return Math.max(0, Math.min(1, 0.5 + ((share - (1 - spot)) * pitch) / (2 * RIM)));
}
