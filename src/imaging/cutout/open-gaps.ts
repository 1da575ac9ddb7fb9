import type { Plane } from '../raster.ts';
import type { Background } from './background.ts';
import { framedShare, isPrint } from './holes.ts';
import { componentsOf, createMask, dilated, type Mask, maskOf } from './mask.ts';
import { isShade } from './shade.ts';
import type { View } from './view.ts';

/** Lightness left of the ground's in a gap: nearly all. */
const LEAST_LEFT = 0.94;
const MOST_LEFT = 1.045;

/** Smallest gap in pixels of the working size. */
const LEAST_AREA = 9;

/** Pixels by which a gap is grown into the shade along its rim. */
const GROWTH = 4;

/** Where feet stand, as a share of the product's height: gaps there are likelier, and dyed by what stands round. */
const LOW = 0.75;

/**
 * Opens the small gaps that GrabCut closed: between straps, legs, a sleeve and a coat, where the ground is seen in
 * its own colour and edges run all round.
 */
export function openGaps(mask: Mask, view: View, background: Background): Mask {
  const { shades, spread } = background;
  const { width, height } = mask;
  const first = Math.floor(mask.data.indexOf(1) / width);
  const last = Math.floor(mask.data.lastIndexOf(1) / width);
  const candidates = maskOf(width, height, (i) => {
    if (mask.data[i] === 0 || view.sharp.data[i]! >= 3) return false;
    const left = shades.left.data[i]!;
    return left > LEAST_LEFT - 0.04 && left < MOST_LEFT && shades.off.data[i]! < 1.3 + 0.3 * spread;
  });
  const gaps = createMask(width, height);
  for (const { pixels, top, bottom } of componentsOf(candidates)) {
    if (pixels.length < LEAST_AREA) break;
    const low = (top + bottom) / 2 > first + LOW * (last - first);
    const left = middleOf(shades.left, pixels);
    const off = middleOf(shades.off, pixels);
    if (left < LEAST_LEFT || left > MOST_LEFT || off > (low ? 1.2 : 0.75)) continue;
    if (framedShare(pixels, view, mask) < (low ? 0.85 : 0.95)) continue;
    if (!low && isPrint(pixels, view, background)) continue;
    for (const i of pixels) gaps.data[i] = 1;
  }
  const grown = dilated(gaps, GROWTH);
  return maskOf(width, height, (i) => {
    if (mask.data[i] === 0 || gaps.data[i] === 1) return false;
    return grown.data[i] === 0 || view.sharp.data[i]! >= 4.5 || !isShade(shades, i, spread);
  });
}

function middleOf({ data }: Plane, pixels: Int32Array): number {
  return Float32Array.from(pixels, (i) => data[i]!).sort()[pixels.length >> 1] ?? 0;
}
