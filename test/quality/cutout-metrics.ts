import { componentsOf, dilated, maskOf } from '../../src/imaging/cutout/mask.ts';
import type { Matte } from '../../src/imaging/raster.ts';
import type { TruePhoto } from './true-photo.ts';

/** How near a cut-out comes to the truth. */
export interface CutoutScores {
  /** Intersection over union of the mattes, both cut at a half; 1 = the same. */
  readonly iou: number;
  /** F-measure of the outlines within 3 px at 512 px: 1 = every piece of either outline lies by the other's. */
  readonly boundaryF: number;
  /** Mean absolute difference of the mattes, 0–1. */
  readonly mae: number;
  /** Largest piece that is missing or too much, away from the outline, as a share of the product; 0 = none. */
  readonly flaw: number;
}

/** Least overlap, and largest flaw, of a cut-out that a shop would post. */
const SHOWN = { iou: 0.9, flaw: 0.03 } as const;

/**
 * Whether a shop would accept a cut-out. What spoils one is not a rim that runs a pixel beside the edge but a lid that
 * is gone, or a corner of the table that came along: no single flaw may be larger than 3 % of the product, about the
 * size of a bottle's cap. The overlap bounds what many small flaws and a rim that is off all round add up to.
 */
export const isAccepted = ({ iou, flaw }: Pick<CutoutScores, 'iou' | 'flaw'>): boolean =>
  iou >= SHOWN.iou && flaw <= SHOWN.flaw;

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
    flaw: largestFlaw(matte, truth),
  };
}

/** The best of several right answers' scores: where one of two things was cut, that one's. */
export function scoreBest(matte: Matte, { truth, others = [] }: Omit<TruePhoto, 'photo'>): CutoutScores {
  const scores = [truth, ...others].map((answer) => scoreCutout(matte, answer));
  return scores.reduce((best, one) => (one.iou > best.iou ? one : best));
}

function largestFlaw(matte: Matte, truth: Matte): number {
  const { width, height } = truth;
  const reach = reachAt(truth);
  const real = maskOf(width, height, (i) => truth.data[i]! > 127);
  const found = maskOf(width, height, (i) => matte.data[i]! > 127);
  const [nearReal, nearFound] = [dilated(real, reach), dilated(found, reach)];
  // At the rim only what sticks out by more than the tolerance is a flaw; a thin part that is gone is one.
  const wrong = maskOf(width, height, (i) =>
    found.data[i] === 1 ? nearReal.data[i] === 0 : real.data[i] === 1 && nearFound.data[i] === 0,
  );
  const product = real.data.reduce((sum, value) => sum + value, 0);
  const [piece] = componentsOf(wrong);
  return piece === undefined ? 0 : piece.pixels.length / Math.max(1, product);
}

const reachAt = ({ width, height }: Matte): number =>
  Math.max(1, Math.round(TOLERANCE * Math.max(width, height)));

function boundaryF(matte: Matte, truth: Matte): number {
  const reach = reachAt(truth);
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
