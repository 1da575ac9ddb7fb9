import { componentsOf, copyOf, floodedWide, type Mask, maskOf } from '../mask.ts';
import type { Background } from './background.ts';
import type { PhotoAnalysis } from './photo-analysis.ts';

/** Deepest contact shadow: lightness left, as a share of the lit ground's. */
const DEEPEST = 0.32;

/** Edge strength (OKLab × 100 a pixel) along a shadow, where it is soft and where it is hardest. */
const CALM = 1.6;
const SOFT = 4.5;
const SOFT_EXTENT = 0.5;

/** Shadows lie in the lowest part of what was cut out, and are small beside it. */
const LOWEST = 0.45;
const LARGEST = 0.06;
const TALLEST = 0.2;

/**
 * Removes the deep shadow that clings to a product's foot: what joins the ground from below without crossing an
 * edge. A piece that turns out large or tall is no shadow but a smooth dark product, and stays.
 */
export function removeFootShadow(
  mask: Mask,
  analysis: PhotoAnalysis,
  { shading, spread, variation }: Background,
): Mask {
  const { width, height } = mask;
  const first = Math.floor(mask.data.indexOf(1) / width);
  const last = Math.floor(mask.data.lastIndexOf(1) / width);
  const from = last - LOWEST * (last - first);
  const shadowLike = maskOf(width, height, (i) => {
    if (i / width < from) return false;
    const slope = analysis.edges.strength.data[i]!;
    if (slope >= SOFT || (slope > CALM && analysis.edges.extent.data[i]! < SOFT_EXTENT)) return false;
    const left = shading.light.data[i]!;
    if (left <= DEEPEST || left >= 1.03) return false;
    return (
      shading.colourDistance.data[i]! < 1.6 + 3 * (1 - left) + 0.6 * Math.max(spread, variation.data[i]!)
    );
  });
  // It comes off from ground that is in shadow as well: light ground up to the rim shows the product's own edge.
  const shaded = maskOf(
    width,
    height,
    (i) => mask.data[i] === 0 && shadowLike.data[i] === 1 && shading.light.data[i]! < 0.93,
  );
  const reached = floodedWide(shadowLike, shaded, 1);
  const peel = maskOf(width, height, (i) => reached.data[i] === 1 && mask.data[i] === 1);
  const area = mask.data.reduce((sum, value) => sum + value, 0);
  const out = copyOf(mask);
  for (const { pixels, top, bottom } of componentsOf(peel)) {
    if (pixels.length > LARGEST * area || bottom - top > TALLEST * (last - first)) continue;
    for (const i of pixels) out.data[i] = 0;
  }
  return out;
}
