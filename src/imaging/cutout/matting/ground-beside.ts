import type { Box } from '../../../ad/geometry.ts';
import type { Raster } from '../../raster.ts';

/** What each row of the ground looks like behind a product, from what it is to the left and to the right of it. */
export interface GroundBeside {
  /** Writes the ground's colour at a place of the photo into `out`: three values, 0–255. */
  colourAt(x: number, y: number, out: Float64Array): void;
  /** How many rows lower a line of the ground is in a column than in the strip to the left. */
  fallAt(x: number): number;
}

/** Of the photo's longer side: the width of the strips that are looked at, and their distance from the product. */
const STRIP = 0.025;
const GAP = 0.012;

/** Most that a line of the ground rises or falls from one strip to the other, as a share of the product's width. */
const TILT = 0.12;

/** Mean difference of the two strips (0–255 a channel) up to which they show the same ground. */
const SAME = 10;

/** Mean deviation within a row of a strip (0–255) up to which the ground is made of rows. */
const EVEN = 8;

/**
 * Undefined where there is no room on either side, or where what is there is not one ground that goes on in (nearly
 * level) rows.
 *
 * @param box around the product, in the photo's pixels
 */
export function groundBeside(photo: Raster, box: Box): GroundBeside | undefined {
  const longer = Math.max(photo.width, photo.height);
  const width = Math.max(4, Math.round(STRIP * longer));
  const gap = Math.max(3, Math.round(GAP * longer));
  const [fromLeft, fromRight] = [box.x - gap - width, box.x + box.width + gap];
  if (fromLeft < 0 || fromRight + width > photo.width) return undefined;
  const left = stripOf(photo, fromLeft, width);
  const right = stripOf(photo, fromRight, width);
  if (left === undefined || right === undefined) return undefined;
  const rise = riseBetween(left, right, box);
  if (rise === undefined) return undefined;
  const start = fromLeft + width / 2;
  const across = fromRight - fromLeft;
  const last = photo.height - 1;
  const alongAt = (x: number): number => Math.max(0, Math.min(1, (x + 0.5 - start) / across));
  return {
    fallAt: (x) => rise * alongAt(x),
    colourAt(x, y, out) {
      const along = alongAt(x);
      const row = y - rise * along;
      const onLeft = Math.max(0, Math.min(last, Math.round(row)));
      const onRight = Math.max(0, Math.min(last, Math.round(row + rise)));
      for (let c = 0; c < 3; c++) {
        out[c] = left[onLeft * 3 + c]! * (1 - along) + right[onRight * 3 + c]! * along;
      }
    },
  };
}

/** Mean colours of a strip's rows, three values each; undefined where it shows something else than rows. */
function stripOf({ data, width, height }: Raster, from: number, size: number): Float64Array | undefined {
  const rows = new Float64Array(height * 3);
  let strayed = 0;
  for (let y = 0; y < height; y++) {
    for (let c = 0; c < 3; c++) {
      let sum = 0;
      for (let x = from; x < from + size; x++) sum += data[(y * width + x) * 4 + c]!;
      const mean = sum / size;
      rows[y * 3 + c] = mean;
      for (let x = from; x < from + size; x++) strayed += Math.abs(data[(y * width + x) * 4 + c]! - mean);
    }
  }
  return strayed / (height * 3 * size) > EVEN ? undefined : rows;
}

/** How many rows the ground's lines fall from the left strip to the right; undefined where the two do not match. */
function riseBetween(left: Float64Array, right: Float64Array, box: Box): number | undefined {
  const most = Math.round(TILT * box.width);
  let best = { rise: 0, off: Number.POSITIVE_INFINITY };
  for (let step = 0; step <= 2 * most; step++) {
    // Level first: of equals the first one counts.
    const rise = step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    let [sum, count] = [0, 0];
    for (let y = Math.max(0, box.y, -rise); y < box.y + box.height; y++) {
      if ((y + rise) * 3 + 2 >= right.length) break;
      for (let c = 0; c < 3; c++) sum += Math.abs(left[y * 3 + c]! - right[(y + rise) * 3 + c]!);
      count += 3;
    }
    const off = sum / Math.max(1, count);
    if (off < best.off - 0.25) best = { rise, off };
  }
  return best.off > SAME ? undefined : best.rise;
}
