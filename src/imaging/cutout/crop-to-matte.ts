import type { Box } from '../../ad/geometry.ts';
import { cropRaster } from '../crop.ts';
import type { Matte, Raster } from '../raster.ts';

/** A matte below this is not seen. */
const SEEN = 4;

/**
 * The product alone, cropped to the box of its matte.
 *
 * @returns the whole picture where the matte is empty
 */
export function cropToMatte({ image, matte }: { readonly image: Raster; readonly matte: Matte }): {
  readonly image: Raster;
  readonly box: Box;
} {
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
  if (right < 0) return { image, box: { x: 0, y: 0, width: image.width, height: image.height } };
  const box = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
  return { image: cropRaster(image, box), box };
}
