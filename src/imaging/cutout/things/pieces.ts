import { type Box, intersection } from '../../../ad/geometry.ts';
import { resizePlane } from '../../filter.ts';
import type { Plane, Raster } from '../../raster.ts';
import { type Component, componentsOf, maskOf } from '../mask.ts';

/** Longer side of the grid on which things are told apart, in places: as fine as the map of a model. */
const GRID_SIDE = 320;

/** From this value on a place counts as product, and from that on as haze that may hang two pieces together. */
const FOUND = 0.5;
const HAZE = 0.2;

/** Smaller pieces than this share of the largest are crumbs, which nobody could mean. */
const MIN_PIECE = 0.01;

/** Most pieces that are looked at. */
const MAX_PIECES = 60;

/** A piece along whose share of its size the frame runs is cut off by it. */
const MIN_CUT = 0.06;

/** A piece of a map that hangs together. */
export interface Piece {
  /** Positions on the grid. */
  readonly pixels: Int32Array;
  /** Around it, in places of the grid. */
  readonly box: Box;
  /** Not cut off by the photo's frame. */
  readonly whole: boolean;
  /** How broadly the frame cuts it: the stretch along one of its sides by how far it reaches along that, 0–1. */
  readonly cut: number;
  /** Which haze it lies in: pieces of one haze may be one thing that the map lost in between. */
  readonly haze: number;
}

/** A map at the photo's proportions, and its pieces, largest first; what is no piece is ground or crumbs. */
export interface Pieces {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/** @param map 0–1, covers the whole photo, of any size */
export function piecesOf(map: Plane, photo: Pick<Raster, 'width' | 'height'>): Pieces {
  const ratio = GRID_SIDE / Math.max(photo.width, photo.height);
  const width = Math.max(1, Math.round(photo.width * ratio));
  const height = Math.max(1, Math.round(photo.height * ratio));
  const { data } = resizePlane(map, width, height);
  const found = componentsOf(maskOf(width, height, (i) => data[i]! >= FOUND));
  const least = MIN_PIECE * (found[0]?.pixels.length ?? 0);
  const hazes = hazesOf(data, width, height);
  const pieces = found
    .filter(({ pixels }) => pixels.length >= least)
    .slice(0, MAX_PIECES)
    .map((piece): Piece => {
      const { pixels, left, top, right, bottom } = piece;
      return {
        pixels,
        box: { x: left, y: top, width: right - left + 1, height: bottom - top + 1 },
        whole: atFrame(piece, width, height) < MIN_CUT * Math.sqrt(pixels.length),
        cut: broadnessOfCut(piece, width, height),
        haze: hazes[pixels[0] ?? 0] ?? 0,
      };
    });
  return { width, height, pieces };
}

/** Of each place the number of its haze; 0 = none. */
function hazesOf(data: Float32Array, width: number, height: number): Int32Array {
  const hazes = new Int32Array(data.length);
  for (const [index, { pixels }] of componentsOf(maskOf(width, height, (i) => data[i]! >= HAZE)).entries()) {
    for (const i of pixels) hazes[i] = index + 1;
  }
  return hazes;
}

/** How many places of a piece lie at the frame. */
function atFrame({ pixels, touchesEdge }: Component, width: number, height: number): number {
  if (!touchesEdge) return 0;
  let count = 0;
  for (const i of pixels) {
    const x = i % width;
    if (x === 0 || x === width - 1 || i < width || i >= width * (height - 1)) count++;
  }
  return count;
}

function broadnessOfCut(
  { pixels, left, right, top, bottom }: Component,
  width: number,
  height: number,
): number {
  let [onLeft, onRight, onTop, onBottom] = [0, 0, 0, 0];
  for (const i of pixels) {
    const x = i % width;
    if (x === 0) onLeft++;
    if (x === width - 1) onRight++;
    if (i < width) onTop++;
    if (i >= width * (height - 1)) onBottom++;
  }
  return Math.max(
    Math.max(onTop, onBottom) / (right - left + 1),
    Math.max(onLeft, onRight) / (bottom - top + 1),
  );
}

/** Of each place the nearest piece, and how far apart pieces are that face each other. */
export interface Neighbourhood {
  /** Index of the nearest piece. */
  readonly nearest: Int16Array;
  /** Places between two pieces, by `gapKey`; absent = another piece lies between them. */
  readonly gaps: ReadonlyMap<number, number>;
}

export const gapKey = (a: number, b: number): number => Math.min(a, b) * MAX_PIECES + Math.max(a, b);

/** Every piece grows by one place a round until all is taken; where two meet, the way between them is measured. */
export function neighbourhoodOf({ width, height, pieces }: Pieces): Neighbourhood {
  const count = width * height;
  // The nearest of one is that one everywhere.
  if (pieces.length < 2) return { nearest: new Int16Array(count).fill(pieces.length - 1), gaps: new Map() };
  const nearest = new Int16Array(count).fill(-1);
  /** The place from which each was reached. */
  const source = new Int32Array(count);
  const queue = new Int32Array(count);
  let end = 0;
  for (const [index, { pixels }] of pieces.entries()) {
    for (const i of pixels) {
      nearest[i] = index;
      source[i] = i;
      queue[end++] = i;
    }
  }
  const gaps = new Map<number, number>();
  const distance = (a: number, b: number): number =>
    Math.hypot((a % width) - (b % width), Math.floor(a / width) - Math.floor(b / width));
  for (let begin = 0; begin < end; begin++) {
    const i = queue[begin]!;
    const own = nearest[i]!;
    const x = i % width;
    for (const j of [x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width]) {
      if (j < 0 || j >= count) continue;
      const other = nearest[j]!;
      if (other === -1) {
        nearest[j] = own;
        source[j] = source[i]!;
        queue[end++] = j;
      } else if (other !== own) {
        const key = gapKey(own, other);
        const gap = distance(source[i]!, source[j]!) - 1;
        if (gap < (gaps.get(key) ?? Number.POSITIVE_INFINITY)) gaps.set(key, gap);
      }
    }
  }
  return { nearest, gaps };
}

/** Whether one stands on, lies under or hangs over the other, as a lid and a saucer do: most of the narrower is above or below. */
export function isStacked(a: Box, b: Box): boolean {
  const common = intersection({ ...a, y: 0, height: 1 }, { ...b, y: 0, height: 1 }).width;
  return common > Math.min(a.width, b.width) / 2;
}
