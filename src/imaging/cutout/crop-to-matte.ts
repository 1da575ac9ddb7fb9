import type { Box } from '../../ad/geometry.ts';
import { cropRaster } from '../crop.ts';
import type { Matte, Raster } from '../raster.ts';
import { matteBox } from './matte-box.ts';

/**
 * The product alone, cropped to the box of its matte.
 *
 * @returns the whole picture where the matte is empty
 */
export function cropToMatte({ image, matte }: { readonly image: Raster; readonly matte: Matte }): {
  readonly image: Raster;
  readonly box: Box;
} {
  const box = matteBox(matte);
  if (box === undefined) return { image, box: { x: 0, y: 0, width: image.width, height: image.height } };
  return { image: cropRaster(image, box), box };
}
