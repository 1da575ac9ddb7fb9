import { componentsOf, createMask, type Mask, maskOf } from '../mask.ts';
import type { Background } from './background.ts';
import type { PhotoAnalysis } from './photo-analysis.ts';

/** Differences from the ground (OKLab × 100) up to which a pixel may belong to a hole. */
const LOOSE = 6;

/** A hole's smallest area in pixels of the working size. */
const MIN_AREA = 20;

/**
 * Holes in a product, through which the ground is seen: the inside of a handle, the gap between two poles. A light
 * print on a product looks much like a light ground, so a hole must show the very colour that the ground has there.
 */
export function holesIn(analysis: PhotoAnalysis, background: Background): Mask {
  const { width, height } = analysis;
  const { ground, spread, variation } = background;
  const candidates = maskOf(
    width,
    height,
    (i) =>
      ground.data[i] === 0 &&
      analysis.edges.strength.data[i]! < 3 &&
      differenceAt(analysis, background, i) < Math.max(LOOSE + spread, 3 * variation.data[i]!),
  );
  const holes = createMask(width, height);
  for (const { pixels } of componentsOf(candidates)) {
    if (pixels.length < MIN_AREA) break;
    if (!showsGround(pixels, analysis, background) || framedShare(pixels, analysis) < RIM_SHARE) continue;
    if (isPrint(pixels, analysis, background)) continue;
    for (const i of pixels) holes.data[i] = 1;
  }
  return holes;
}

/** A hole's rim is an edge over this share of its length. */
const RIM_SHARE = 0.8;

/** Edge strength of a rim, OKLab × 100 a pixel. */
const RIM_STRENGTH = 4;

/** Looked for up to this many pixels outside, since a rim is as wide as the lens makes it. */
const RIM_REACH = 3;

/**
 * Share of a piece's rim that lies at an edge, and not just where its colour slowly becomes another.
 *
 * @param mask where its outside counts as edge, too
 */
export function framedShare(pixels: Int32Array, analysis: PhotoAnalysis, mask?: Mask): number {
  const { sharp, width, height } = analysis;
  const inside = new Set(pixels);
  let [rim, edges] = [0, 0];
  for (const i of pixels) {
    const x = i % width;
    const y = (i - x) / width;
    for (const [dx, dy] of DIRECTIONS) {
      if (inside.has(i + dx + dy * width)) continue;
      rim++;
      for (let step = 0; step <= RIM_REACH; step++) {
        const [column, row] = [x + dx * step, y + dy * step];
        if (column < 0 || row < 0 || column >= width || row >= height) break;
        const j = row * width + column;
        if (sharp.data[j]! < RIM_STRENGTH && mask?.data[j] !== 0) continue;
        edges++;
        break;
      }
    }
  }
  return edges / rim;
}

/** Distances in pixels at which the neighbourhood of a piece is looked at. */
const NEIGHBOURHOOD = [5, 7, 9, 11] as const;

/** Share of a neighbourhood in the ground's colours from which a piece is rather part of a product of that colour. */
const ALIKE_SHARE = 0.4;

/** Whether a piece in the ground's colours lies in a product that has nearly the same: a logo on a white shirt. */
export function isPrint(
  pixels: Int32Array,
  analysis: PhotoAnalysis,
  { shading, ground }: Background,
): boolean {
  const { width, height } = analysis;
  const inside = new Set(pixels);
  let [seen, alike] = [0, 0];
  for (const i of pixels) {
    const x = i % width;
    const y = (i - x) / width;
    for (const [dx, dy] of DIRECTIONS) {
      if (inside.has(i + dx + dy * width)) continue;
      for (const step of NEIGHBOURHOOD) {
        const [column, row] = [x + dx * step, y + dy * step];
        if (column < 0 || row < 0 || column >= width || row >= height) break;
        const j = row * width + column;
        if (ground.data[j] === 1 || inside.has(j)) continue;
        seen++;
        const left = shading.light.data[j]!;
        if (left > 0.75 && left < 1.1 && shading.colourDistance.data[j]! < 2.2) alike++;
      }
    }
  }
  return alike > ALIKE_SHARE * seen;
}

const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** Whether a piece of the picture has the very colours that the ground has there. */
export function showsGround(pixels: Int32Array, analysis: PhotoAnalysis, background: Background): boolean {
  const { spread, variation } = background;
  const sorted = Float32Array.from(pixels, (i) => differenceAt(analysis, background, i)).sort();
  const calm = variation.data[pixels[pixels.length >> 1]!]!;
  const middle = sorted[sorted.length >> 1]!;
  const max = sorted[Math.floor(sorted.length * 0.9)]!;
  return middle <= Math.max(1.35 + 0.3 * spread, 1.3 * calm) && max <= Math.max(4 + 0.5 * spread, 2.6 * calm);
}

/** OKLab × 100 from a pixel to the ground that would be there. */
function differenceAt({ lab }: PhotoAnalysis, { colours }: Background, i: number): number {
  const l = lab.l.data[i]! - colours.l.data[i]!;
  const a = lab.a.data[i]! - colours.a.data[i]!;
  const b = lab.b.data[i]! - colours.b.data[i]!;
  return Math.sqrt(l * l + a * a + b * b);
}
