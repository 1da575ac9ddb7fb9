import type { Box } from '../../ad/geometry.ts';
import type { Matte } from '../raster.ts';

/** A matte below this is not seen. */
const SEEN = 4;

/** The box around all that a matte shows; undefined where it shows nothing. */
export function matteBox(matte: Matte): Box | undefined {
  let [left, top, right, bottom] = [matte.width, matte.height, -1, -1];
  for (let y = 0; y < matte.height; y++) {
    const row = y * matte.width;
    for (let x = 0; x < matte.width; x++) {
      if (matte.data[row + x]! < SEEN) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
