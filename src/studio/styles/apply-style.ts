import { Registry } from '../../ad/registry.ts';
import type { StyleName } from '../../ad/style.ts';
import { resizeRaster } from '../../imaging/filter.ts';
import { toOklabPlanes } from '../../imaging/oklab-planes.ts';
import type { Raster } from '../../imaging/raster.ts';
import { styles } from './index.ts';
import { oklabToRaster } from './oklab-to-raster.ts';
import { workingSize } from './working-size.ts';

export const STYLES = new Registry(styles);

/**
 * A rendered picture in a style.
 *
 * @param seed where brush marks and dither begin
 */
export function applyStyle(picture: Raster, style: StyleName, seed: number): Raster {
  const { drawing } = STYLES.get(style);
  if (drawing === undefined) return picture;
  const { width, height } = workingSize(picture);
  const work = toOklabPlanes(resizeRaster(picture, width, height));
  return oklabToRaster(drawing.draw(work, picture, drawing.amount, seed), seed, drawing.grain?.rendered);
}
