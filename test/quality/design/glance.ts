import { resizeRaster } from '../../../src/imaging/filter.ts';
import type { Raster } from '../../../src/imaging/raster.ts';

/** Longer side of an ad as it is seen at a glance: its masses and colours, and no letters. */
const SIDE = 96;

export function glanceAt(image: Raster): Raster {
  const scale = SIDE / Math.max(image.width, image.height);
  return resizeRaster(image, Math.round(image.width * scale), Math.round(image.height * scale));
}
