import { createPlane, type Plane } from '../../raster.ts';
import type { Mask } from '../mask.ts';

/**
 * Spreads what is known over what is not: pull–push over a pyramid of halves (Gortler et al., "The Lumigraph",
 * 1996). Where `weight` is 1 the values stay, where it is 0 they come from the nearest known ones, smoothly.
 *
 * @param planes of one size
 * @param weight 0–1, how far each pixel's value is known; all 0 gives 0 everywhere
 * @param wanted where values are asked for; all others are 0
 */
export function fillPlanes(planes: readonly Plane[], weight: Plane, wanted?: Mask): Plane[] {
  const { width, height } = weight;
  if (width === 1 && height === 1) return [...planes];
  const half = halves(planes, weight);
  const coarse = fillPlanes(half.planes, half.weight);
  return planes.map((plane, c) => push(plane, weight, coarse[c]!, wanted));
}

/** The planes at half the size: means of what is known; 0 and not known where nothing is. */
export function halves(planes: readonly Plane[], weight: Plane): { planes: Plane[]; weight: Plane } {
  const { width, height } = weight;
  const halfWidth = (width + 1) >> 1;
  const sums = planes.map(() => createPlane(halfWidth, (height + 1) >> 1));
  const weights = createPlane(halfWidth, (height + 1) >> 1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const share = weight.data[i]!;
      if (share === 0) continue;
      const j = (y >> 1) * halfWidth + (x >> 1);
      weights.data[j]! += share;
      for (let c = 0; c < planes.length; c++) sums[c]!.data[j]! += share * planes[c]!.data[i]!;
    }
  }
  for (let j = 0; j < weights.data.length; j++) {
    const share = weights.data[j]!;
    if (share === 0) continue;
    for (const sum of sums) sum.data[j]! /= share;
    weights.data[j] = Math.min(1, share);
  }
  return { planes: sums, weight: weights };
}

function push(plane: Plane, weight: Plane, coarse: Plane, wanted: Mask | undefined): Plane {
  const { width, height } = plane;
  const out = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    const fromY = Math.max(0, y / 2 - 0.25);
    const top = Math.floor(fromY);
    const below = Math.min(coarse.height - 1, top + 1) * coarse.width;
    const above = top * coarse.width;
    const down = fromY - top;
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (wanted !== undefined && wanted.data[i] === 0) continue;
      const share = weight.data[i]!;
      if (share >= 1) {
        out.data[i] = plane.data[i]!;
        continue;
      }
      const fromX = Math.max(0, x / 2 - 0.25);
      const left = Math.floor(fromX);
      const right = Math.min(coarse.width - 1, left + 1);
      const across = fromX - left;
      const upper = coarse.data[above + left]! * (1 - across) + coarse.data[above + right]! * across;
      const lower = coarse.data[below + left]! * (1 - across) + coarse.data[below + right]! * across;
      const spread = upper * (1 - down) + lower * down;
      out.data[i] = plane.data[i]! * share + spread * (1 - share);
    }
  }
  return out;
}
