import { resizeRaster } from '../../filter.ts';
import { toOklabPlanes } from '../../oklab-planes.ts';
import type { Raster } from '../../raster.ts';

/** Something on a grid of a photo. */
export interface Shape {
  /** Positions on the grid. */
  readonly pixels: Int32Array;
  /** Around it, in places of the grid. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Things of one kind are within this ratio of each other in height and width, and cover each other by that much. */
const SAME_SIZE = 0.8;
const SAME_OUTLINE = 0.85;

/** Two of a pair are seen from different sides: their areas are within this ratio, and that much of their colours is the same. */
const LIKE_SIZE = 0.5;
const SAME_COLOURS = 0.6;

/** Side of the square on which outlines are compared. */
const OUTLINE_SIDE = 32;

/** Steps of lightness and of colour (OKLab times 100) that count as one. */
const LIGHTNESS_STEP = 20;
const COLOUR_STEP = 8;

/**
 * Tells whether two things are of one kind: of one size and outline, as three bottles of a line whatever is on their
 * labels, or of about one size and the same colours, as two shoes of a pair seen from two sides.
 *
 * @param photo at any size
 * @param grid on which the shapes lie
 */
export function likenessIn(
  photo: Raster,
  grid: { readonly width: number; readonly height: number },
): (a: Shape, b: Shape) => boolean {
  let bins: Int32Array | undefined;
  const coloursOf = ({ pixels }: Shape): ReadonlyMap<number, number> => {
    bins ??= colourBins(resizeRaster(photo, grid.width, grid.height));
    const shares = new Map<number, number>();
    for (const i of pixels) shares.set(bins[i]!, (shares.get(bins[i]!) ?? 0) + 1 / pixels.length);
    return shares;
  };
  return (one, other) =>
    hasSameOutline(one, other, grid.width) ||
    (ratioOf(one.pixels.length, other.pixels.length) >= LIKE_SIZE &&
      common(coloursOf(one), coloursOf(other)) >= SAME_COLOURS);
}

/** Of each pixel a number that stands for its colour and those near it. */
function colourBins(picture: Raster): Int32Array {
  const { l, a, b } = toOklabPlanes(picture);
  const step = (value: number): number => Math.round(value / COLOUR_STEP) + 32;
  return Int32Array.from(
    l.data,
    (lightness, i) =>
      (Math.floor(lightness / LIGHTNESS_STEP) * 64 + step(a.data[i]!)) * 64 + step(b.data[i]!),
  );
}

const ratioOf = (a: number, b: number): number => Math.min(a, b) / Math.max(a, b);

function common(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [bin, share] of one) sum += Math.min(share, other.get(bin) ?? 0);
  return sum;
}

function hasSameOutline(one: Shape, other: Shape, width: number): boolean {
  if (ratioOf(one.box.width, other.box.width) < SAME_SIZE) return false;
  if (ratioOf(one.box.height, other.box.height) < SAME_SIZE) return false;
  const a = outlineOf(one, width);
  const b = outlineOf(other, width);
  return Math.max(overlap(a, b, false), overlap(a, b, true)) >= SAME_OUTLINE;
}

/** What it covers of its own box, brought to a square. */
function outlineOf({ pixels, box }: Shape, width: number): Uint8Array {
  const covered = new Set(pixels);
  const outline = new Uint8Array(OUTLINE_SIDE * OUTLINE_SIDE);
  for (let i = 0; i < outline.length; i++) {
    const x = box.x + Math.floor((((i % OUTLINE_SIDE) + 0.5) * box.width) / OUTLINE_SIDE);
    const y = box.y + Math.floor(((Math.floor(i / OUTLINE_SIDE) + 0.5) * box.height) / OUTLINE_SIDE);
    if (covered.has(y * width + x)) outline[i] = 1;
  }
  return outline;
}

/** Intersection over union. @param turned whether the other is seen from behind */
function overlap(a: Uint8Array, b: Uint8Array, turned: boolean): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    const row = i - (i % OUTLINE_SIDE);
    const j = turned ? row + OUTLINE_SIDE - 1 - (i % OUTLINE_SIDE) : i;
    both += a[i]! & b[j]!;
    either += a[i]! | b[j]!;
  }
  return both / either;
}
