import type { Matte } from '../../src/imaging/raster.ts';

/** How near a cut-out comes to the truth. */
export interface CutoutScores {
  /** Intersection over union of the mattes, both cut at a half; 1 = the same. */
  readonly iou: number;
  /** F-measure of the outlines within 3 px at 512 px: 1 = every piece of either outline lies by the other's. */
  readonly boundaryF: number;
  /** Mean absolute difference of the mattes, 0–1. */
  readonly mae: number;
}

/** Tolerance of the boundary measure, as a share of the longer side (Perazzi et al., "DAVIS", CVPR 2016, use 0.8 %). */
const TOLERANCE = 3 / 512;

/**
 * Compares a matte with the true one.
 *
 * @throws RangeError when their sizes differ
 */
export function scoreCutout(matte: Matte, truth: Matte): CutoutScores {
  if (matte.width !== truth.width || matte.height !== truth.height) {
    throw new RangeError(
      `Expected a matte of ${truth.width}×${truth.height}, got ${matte.width}×${matte.height}`,
    );
  }
  let [both, either, difference] = [0, 0, 0];
  for (let i = 0; i < truth.data.length; i++) {
    const [found, real] = [matte.data[i]! > 127, truth.data[i]! > 127];
    if (found && real) both++;
    if (found || real) either++;
    difference += Math.abs(matte.data[i]! - truth.data[i]!);
  }
  return {
    iou: either === 0 ? 1 : both / either,
    boundaryF: boundaryF(matte, truth),
    mae: difference / 255 / truth.data.length,
  };
}

function boundaryF(matte: Matte, truth: Matte): number {
  const reach = Math.max(1, Math.round(TOLERANCE * Math.max(truth.width, truth.height)));
  const [found, real] = [outlineOf(matte), outlineOf(truth)];
  if (found.length === 0 && real.length === 0) return 1;
  const precision = shareNear(found, real, truth, reach);
  const recall = shareNear(real, found, truth, reach);
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Positions inside with a neighbour outside; the picture's own edge is no outline. */
function outlineOf({ width, height, data }: Matte): number[] {
  const outline: number[] = [];
  const inside = (x: number, y: number): boolean =>
    x < 0 || y < 0 || x >= width || y >= height || data[y * width + x]! > 127;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!inside(x, y)) continue;
      if (inside(x - 1, y) && inside(x + 1, y) && inside(x, y - 1) && inside(x, y + 1)) continue;
      outline.push(y * width + x);
    }
  }
  return outline;
}

/** Share of `points` with one of `others` within `reach` pixels; 0 when there are none. */
function shareNear(points: readonly number[], others: readonly number[], size: Matte, reach: number): number {
  if (points.length === 0) return 0;
  const { width, height } = size;
  const near = new Uint8Array(width * height);
  for (const i of others) {
    const x = i % width;
    const y = (i - x) / width;
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        const [column, row] = [x + dx, y + dy];
        if (dx * dx + dy * dy > reach * reach) continue;
        if (column >= 0 && row >= 0 && column < width && row < height) near[row * width + column] = 1;
      }
    }
  }
  return points.filter((i) => near[i] === 1).length / points.length;
}
