import { boxBlur } from '../../filter.ts';
import { createPlane, type Plane, type Raster } from '../../raster.ts';

/** How far the filter looks, in pixels, and the variance of the guide (0–1) that counts as an edge. */
const REACH = 2;
const EPSILON = 4e-4;

/** Pixels round about a place that its answer depends on. */
export const GUIDED_REACH = 2 * REACH;

/**
 * Smooths shares along the edges of a guide: each neighbourhood's shares are taken for a linear function of it
 * (He et al., "Guided Image Filtering", ECCV 2010).
 *
 * @param guide 0–1
 * @param shares of the guide's size, 0–1
 * @returns 0–1
 */
export function guidedFilter(guide: Plane, shares: Plane): Plane {
  const { width, height } = guide;
  const square = createPlane(width, height);
  const product = createPlane(width, height);
  for (let i = 0; i < square.data.length; i++) {
    const value = guide.data[i]!;
    square.data[i] = value * value;
    product.data[i] = value * shares.data[i]!;
  }
  const meanGuide = boxBlur(guide, REACH);
  const meanShare = boxBlur(shares, REACH);
  const slope = boxBlur(square, REACH);
  const base = boxBlur(product, REACH);
  for (let i = 0; i < slope.data.length; i++) {
    const variance = slope.data[i]! - meanGuide.data[i]! ** 2;
    slope.data[i] = (base.data[i]! - meanGuide.data[i]! * meanShare.data[i]!) / (variance + EPSILON);
    base.data[i] = meanShare.data[i]! - slope.data[i]! * meanGuide.data[i]!;
  }
  const slopes = boxBlur(slope, REACH);
  const out = boxBlur(base, REACH);
  for (let i = 0; i < out.data.length; i++) {
    out.data[i] = Math.max(0, Math.min(1, slopes.data[i]! * guide.data[i]! + out.data[i]!));
  }
  return out;
}

/** What guides along a photo's edges: a pixel's lightness, 0–1. */
export function lightnessAt({ data }: Raster, i: number): number {
  return (0.3 * data[i * 4]! + 0.59 * data[i * 4 + 1]! + 0.11 * data[i * 4 + 2]!) / 255;
}
