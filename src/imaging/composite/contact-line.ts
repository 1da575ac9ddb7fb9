import type { PlacedLayer } from './layer.ts';

/** Where a product touches the ground. Coordinates are the layer's own pixels. */
export interface ContactLine {
  /** Row of the lowest opaque pixel of each column, −1 where there is none. */
  readonly lowest: Int16Array;
  /** How surely each column stands on the ground, 0–1. */
  readonly touch: Float32Array;
  /** The ground under the product: row at column x is `row + slope * x`. */
  readonly row: number;
  readonly slope: number;
  /** First and last column that touches, both included. */
  readonly left: number;
  readonly right: number;
}

/** A matte above this is product. */
const OPAQUE = 128;

/** A column stands on the ground when its lowest pixel is within this share of the height above the lowest of all. */
const REACH = 0.035;

/** The ground of a photo taken from the side tilts less than this, in rows a column. */
const STEEPEST = 0.18;

/**
 * Finds a product's contact line from its matte: columns that end near the lowest row, and the line through their ends.
 * Handles, spouts and whatever else ends higher up does not stand on anything.
 *
 * @returns undefined for a layer with no opaque pixel
 */
export function findContactLine({ image }: PlacedLayer): ContactLine | undefined {
  const { width, height } = image;
  const lowest = lowestRows(image);
  const bottom = lowest.reduce((max, row) => Math.max(max, row), -1);
  if (bottom < 0) return undefined;
  const reach = Math.max(2, REACH * height);
  let ground = { row: bottom, slope: 0 };
  // Twice: the line of the first pass tells which columns of a tilted base belong to it.
  for (let pass = 0; pass < 2; pass++) ground = lineThrough(lowest, ground, 2 * reach) ?? ground;
  const touch = Float32Array.from(lowest, (row, x) => {
    if (row < 0) return 0;
    const gap = ground.row + ground.slope * x - row;
    return gap <= 0 ? 1 : Math.exp(-((gap / reach) ** 2));
  });
  let [left, right] = [0, width - 1];
  while (left < right && touch[left]! < 0.3) left++;
  while (right > left && touch[right]! < 0.3) right--;
  return { lowest, touch, ...ground, left, right };
}

function lowestRows({ width, height, data }: PlacedLayer['image']): Int16Array {
  const lowest = new Int16Array(width).fill(-1);
  let found = 0;
  for (let y = height - 1; y >= 0 && found < width; y--) {
    for (let x = 0; x < width; x++) {
      if (lowest[x]! >= 0 || data[(y * width + x) * 4 + 3]! < OPAQUE) continue;
      lowest[x] = y;
      found++;
    }
  }
  return lowest;
}

/** Least squares through the column ends that are within `reach` of a first guess, no steeper than ground may be. */
function lineThrough(
  lowest: Int16Array,
  guess: { row: number; slope: number },
  reach: number,
): { row: number; slope: number } | undefined {
  let [n, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  for (let x = 0; x < lowest.length; x++) {
    const row = lowest[x]!;
    if (row < 0 || guess.row + guess.slope * x - row > reach) continue;
    n++;
    sx += x;
    sy += row;
    sxx += x * x;
    sxy += x * row;
  }
  const spread = n * sxx - sx * sx;
  if (n < 2 || spread <= 0) return undefined;
  const slope = Math.max(-STEEPEST, Math.min(STEEPEST, (n * sxy - sx * sy) / spread));
  const mean = { x: sx / n, y: sy / n };
  // The line is laid along the lowest ends, not through the middle of a rounded base.
  let row = mean.y - slope * mean.x;
  for (let x = 0; x < lowest.length; x++) {
    const end = lowest[x]!;
    if (end >= 0 && guess.row + guess.slope * x - end <= reach) row = Math.max(row, end - slope * x - 1);
  }
  return { row, slope };
}
