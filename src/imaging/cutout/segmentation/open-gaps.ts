import type { Plane } from '../../raster.ts';
import { componentsOf, createMask, dilated, type Mask, maskOf } from '../mask.ts';
import type { Background } from './background.ts';
import { framedShare, isPrint } from './holes.ts';
import type { PhotoAnalysis } from './photo-analysis.ts';
import { isShadow } from './shading.ts';

/** Lightness left of the ground's in a gap: nearly all. */
const MIN_LEFT = 0.94;
const MAX_LEFT = 1.045;

/** Smallest gap in pixels of the working size. */
const MIN_AREA = 9;

/** Pixels by which a gap is grown into the shade along its rim. */
const GROWTH = 4;

/** Where feet stand, as a share of the product's height: gaps there are likelier, and dyed by what stands round. */
const LOW = 0.75;

/**
 * Opens the small gaps that GrabCut closed: between straps, legs, a sleeve and a coat, where the ground is seen in
 * its own colour and edges run all round.
 */
export function openGaps(mask: Mask, analysis: PhotoAnalysis, background: Background): Mask {
  const { shading, spread } = background;
  const { width, height } = mask;
  const first = Math.floor(mask.data.indexOf(1) / width);
  const last = Math.floor(mask.data.lastIndexOf(1) / width);
  const candidates = maskOf(width, height, (i) => {
    if (mask.data[i] === 0 || analysis.sharp.data[i]! >= 3) return false;
    const left = shading.light.data[i]!;
    return left > MIN_LEFT - 0.04 && left < MAX_LEFT && shading.colourDistance.data[i]! < 1.3 + 0.3 * spread;
  });
  const gaps = createMask(width, height);
  for (const { pixels, top, bottom } of componentsOf(candidates)) {
    if (pixels.length < MIN_AREA) break;
    const low = (top + bottom) / 2 > first + LOW * (last - first);
    const left = middleOf(shading.light, pixels);
    const off = middleOf(shading.colourDistance, pixels);
    if (left < MIN_LEFT || left > MAX_LEFT || off > (low ? 1.2 : 0.75)) continue;
    if (framedShare(pixels, analysis, mask) < (low ? 0.85 : 0.95)) continue;
    if (!low && isPrint(pixels, analysis, background)) continue;
    for (const i of pixels) gaps.data[i] = 1;
  }
  const grown = dilated(gaps, GROWTH);
  return maskOf(width, height, (i) => {
    if (mask.data[i] === 0 || gaps.data[i] === 1) return false;
    return grown.data[i] === 0 || analysis.sharp.data[i]! >= 4.5 || !isShadow(shading, i, spread);
  });
}

function middleOf({ data }: Plane, pixels: Int32Array): number {
  return Float32Array.from(pixels, (i) => data[i]!).sort()[pixels.length >> 1] ?? 0;
}
