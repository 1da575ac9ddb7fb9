import { oklabToOklch, rgbToOklab } from '../../../src/imaging/colour.ts';
import type { Raster } from '../../../src/imaging/raster.ts';

/**
 * Templates of harmonic hues, degrees: middle and width of each sector (Cohen-Or et al., "Color Harmonization", SIGGRAPH
 * 2006, after Matsuda). The half circle T and the grey N are left out: nearly all would fit them.
 */
const TEMPLATES: readonly (readonly (readonly [middle: number, width: number])[])[] = [
  [[0, 93.6]],
  [
    [0, 18],
    [90, 79.2],
  ],
  [
    [0, 18],
    [270, 79.2],
  ],
  [
    [0, 18],
    [180, 18],
  ],
  [
    [0, 93.6],
    [180, 18],
  ],
  [
    [0, 93.6],
    [180, 93.6],
  ],
];

/** Chroma below which a colour has no hue to speak of. */
const GREY = 0.03;

const BINS = 72;

/**
 * How far an ad's hues (OKLCH) are from the nearest harmonic template: mean distance in degrees, weighed by chroma. 0 is
 * best; a random picture has some 10.
 *
 * @param small the ad at a glance
 */
export function disharmony(small: Raster): number {
  const weights = new Float64Array(BINS);
  for (let i = 0; i < small.data.length; i += 4) {
    const [, c, h] = oklabToOklch(
      rgbToOklab([small.data[i] ?? 0, small.data[i + 1] ?? 0, small.data[i + 2] ?? 0]),
    );
    if (c < GREY) continue;
    const bin = Math.floor((h / 360) * BINS) % BINS;
    weights[bin] = (weights[bin] ?? 0) + c;
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return 0;
  const costs = TEMPLATES.flatMap((sectors) =>
    Array.from({ length: BINS }, (_, turn) => {
      const away = weights.reduce((sum, weight, bin) => {
        const hue = (360 * (bin - turn)) / BINS;
        return sum + weight * Math.min(...sectors.map(([middle, width]) => outsideOf(hue, middle, width)));
      }, 0);
      return away / total;
    }),
  );
  return Math.min(...costs);
}

function outsideOf(hue: number, middle: number, width: number): number {
  const apart = Math.abs(((((hue - middle) % 360) + 540) % 360) - 180);
  return Math.max(0, apart - width / 2);
}
