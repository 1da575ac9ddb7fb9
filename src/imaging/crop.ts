import type { Box, Size } from '../ad/geometry.ts';
import { createRaster, type Raster } from './raster.ts';

/** The part of a raster inside `box`, whose sides are whole numbers inside the raster. */
export function cropRaster(raster: Raster, box: Box): Raster {
  const out = createRaster(box.width, box.height);
  for (let y = 0; y < box.height; y++) {
    const from = ((box.y + y) * raster.width + box.x) * 4;
    out.data.set(raster.data.subarray(from, from + box.width * 4), y * box.width * 4);
  }
  return out;
}

/** The box of `size` in the middle of a picture at least as large. */
export function middleOf(picture: Size, size: Size): Box {
  return {
    x: Math.floor((picture.width - size.width) / 2),
    y: Math.floor((picture.height - size.height) / 2),
    width: size.width,
    height: size.height,
  };
}
