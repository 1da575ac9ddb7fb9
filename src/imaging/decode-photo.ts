import { createPhotoReader } from './photo/photo-reader.ts';
import type { Raster } from './raster.ts';

/** Decodes in the thread that asks, within everybody's budget. */
const here = createPhotoReader();

/**
 * Reads a photo: turned upright by its EXIF tag, in sRGB, 8 bit, of an animation the frame that shows most. The header is checked
 * before a pixel is decoded.
 *
 * @param bytes the file
 * @param name what the person called it, for messages
 * @param maxSide the longer side is reduced to this many pixels; absent = the photo's own size
 * @throws UserError `photo-…` for everything that is not a usable photo; OutageError where too many wait
 */
export function decodePhoto(bytes: Uint8Array, name: string, maxSide?: number): Promise<Raster> {
  return here.decode(bytes, name, maxSide);
}
