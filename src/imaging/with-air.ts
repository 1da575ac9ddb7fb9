import { createRaster, type Raster } from './raster.ts';

/** Opacity below which a pixel is clear, 0–255. */
const CLEAR = 128;

/** Share of its pixels that are clear where a picture has no ground of its own; a rounded corner is less. */
const GROUNDLESS = 0.004;

/** Whether most of what is around a picture's thing is clear. */
export function hasNoGround({ data }: Raster): boolean {
  let clear = 0;
  for (let i = 3; i < data.length; i += 4) if ((data[i] ?? 0) < CLEAR) clear++;
  return clear > GROUNDLESS * (data.length / 4);
}

/** A picture with so much clear air on each side, in pixels. */
export function withAir({ width, height, data }: Raster, air: number): Raster {
  const out = createRaster(width + 2 * air, height + 2 * air);
  for (let y = 0; y < height; y++) {
    const row = data.subarray(4 * y * width, 4 * (y + 1) * width);
    out.data.set(row, 4 * ((y + air) * out.width + air));
  }
  return out;
}
