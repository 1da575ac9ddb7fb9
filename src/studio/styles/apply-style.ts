import type { StyleName } from '../../ad/style.ts';
import { resizeRaster } from '../../imaging/filter.ts';
import { toOklabPlanes } from '../../imaging/oklab-planes.ts';
import type { Raster } from '../../imaging/raster.ts';
import { cel } from './cel.ts';
import { flat } from './flat.ts';
import { oklabToRaster } from './oklab-to-raster.ts';
import { painted } from './painted.ts';
import { workingSize } from './working-size.ts';

/**
 * A rendered picture in one of the four styles: as it is (realistic), as a digital painting (semi-realistic), as cel
 * animation with outlines (anime), or in flat vector shapes (illustration).
 *
 * @param seed where brush marks and dither begin
 */
export function applyStyle(picture: Raster, style: StyleName, seed: number): Raster {
  if (style === 'realistic') return picture;
  const { width, height } = workingSize(picture);
  const work = toOklabPlanes(resizeRaster(picture, width, height));
  switch (style) {
    case 'semi-realistic':
      return oklabToRaster(painted(work, picture, 0.6, seed), seed, 0.6);
    case 'anime':
      return oklabToRaster(cel(work, picture, 0.6), seed);
    case 'illustration':
      return oklabToRaster(flat(work, picture, 0.45, seed), seed);
  }
}
