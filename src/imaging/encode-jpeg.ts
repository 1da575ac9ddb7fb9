import sharp from 'sharp';
import type { Raster } from './raster.ts';

/**
 * The raster as a JPEG file, for looking at, encoded off the main thread.
 *
 * @param side the longer side is reduced to this many pixels
 * @param quality 1–100
 */
export function encodeJpeg(raster: Raster, side: number, quality: number): Promise<Buffer> {
  const { width, height, data } = raster;
  return sharp(data, { raw: { width, height, channels: 4 } })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality })
    .toBuffer();
}
