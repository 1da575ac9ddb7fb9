import type { Box, Size } from '../ad/geometry.ts';

/**
 * The box around all pixels that count, in whole pixels.
 *
 * @returns undefined where none does
 */
export function boxWhere({ width, height }: Size, counts: (i: number) => boolean): Box | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!counts(y * width + x)) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
