import { area, type Box } from '../../../ad/geometry.ts';
import type { Raster } from '../../raster.ts';
import { difference, linesFrom, medianColour, SIDES } from './lines.ts';

/** Difference from the ground's colour, 0–255, within which a pixel is ground, and beyond which it is not. */
const GROUND = 8;

/** Share of the inset's box that is not ground, and of what is around it that is. */
const FILLED = 0.95;
const AROUND = 0.985;

/** Least share of the picture, and how far the inset's own border is from being of one colour: a box's face is, a photo's is not. */
const LEAST = 0.08;
const VARIED = 8;

/**
 * A photo that was laid on a ground of one colour: a rectangle with sides parallel to the picture's, all of it unlike the
 * ground, and with a ground of its own.
 */
export function findInset(photo: Raster): Box | undefined {
  const { width, height, data } = photo;
  const whole: Box = { x: 0, y: 0, width, height };
  const ground = medianColour(photo, linesFrom(photo, whole, 'top'), 0);
  const rows = new Uint32Array(height);
  const columns = new Uint32Array(width);
  let unlike = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (difference(data, (y * width + x) * 4, ground) <= GROUND) continue;
      rows[y]!++;
      columns[x]!++;
      unlike++;
    }
  }
  const [x, right] = reachOf(columns);
  const [y, bottom] = reachOf(rows);
  const box: Box = { x, y, width: right - x, height: bottom - y };
  if (area(box) < LEAST * area(whole) || area(box) === area(whole)) return undefined;
  const outside = area(whole) - area(box);
  const inside = countIn(photo, box, ground);
  if (inside < FILLED * area(box) || unlike - inside > (1 - AROUND) * outside) return undefined;
  return variedBorder(photo, box) ? box : undefined;
}

/** From the first to behind the last that has half as much as the fullest. */
function reachOf(counts: Uint32Array): readonly [from: number, to: number] {
  const half = counts.reduce((max, count) => Math.max(max, count), 0) / 2;
  return [counts.findIndex((count) => count >= half), counts.findLastIndex((count) => count >= half) + 1];
}

function countIn({ width, data }: Raster, box: Box, ground: Parameters<typeof difference>[2]): number {
  let count = 0;
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      if (difference(data, (y * width + x) * 4, ground) > GROUND) count++;
    }
  }
  return count;
}

/** Whether the colours along the inset's border differ, side by side. */
function variedBorder(photo: Raster, box: Box): boolean {
  const colours = SIDES.map((side) => {
    const lines = linesFrom(photo, box, side);
    return medianColour(photo, lines, Math.min(lines.count - 1, 4));
  });
  return colours.some((one) =>
    colours.some((other) => Math.max(...one.map((value, c) => Math.abs(value - other[c]!))) > VARIED),
  );
}
