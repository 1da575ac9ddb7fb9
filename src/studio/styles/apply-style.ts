import { resizeRaster } from '../../imaging/filter.ts';
import { toOklabPlanes } from '../../imaging/oklab-planes.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { StyleDescriptor } from './define-style.ts';
import { oklabToRaster } from './oklab-to-raster.ts';
import { workingSize } from './working-size.ts';

/**
 * A rendered picture in a style.
 *
 * @param seed where brush marks and dither begin
 */
export function applyStyle(picture: Raster, { drawing }: StyleDescriptor, seed: number): Raster {
  if (drawing === undefined) return picture;
  const { width, height } = workingSize(picture);
  const work = toOklabPlanes(resizeRaster(picture, width, height));
  return oklabToRaster(drawing.draw(work, picture, drawing.amount, seed), seed, drawing.grain?.rendered);
}
