import type { StyleName } from '../ad/style.ts';
import { resizeRaster } from './filter.ts';
import { cel } from './look/cel.ts';
import { flat } from './look/flat.ts';
import { painted } from './look/painted.ts';
import { printOklab } from './look/print.ts';
import { workingSize } from './look/working-size.ts';
import { toOklabPlanes } from './oklab-planes.ts';
import type { Raster } from './raster.ts';

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
      return printOklab(painted(work, picture, 0.6, seed), seed, 0.6);
    case 'anime':
      return printOklab(cel(work, picture, 0.6), seed);
    case 'illustration':
      return printOklab(flat(work, picture, 0.45, seed), seed);
  }
}
