import { readGifHeader } from './gif.ts';
import { readHeifHeader } from './heif.ts';
import { readJpegHeader } from './jpeg.ts';
import type { PhotoFormat } from './photo-format.ts';
import type { PhotoHeader } from './photo-header.ts';
import { readPngHeader } from './png.ts';
import { readTiffHeader } from './tiff.ts';
import { readWebpHeader } from './webp.ts';

type HeaderReader = (file: Buffer) => PhotoHeader | undefined;

const READERS: Readonly<Record<Exclude<PhotoFormat, 'SVG'>, HeaderReader>> = {
  JPEG: readJpegHeader,
  PNG: readPngHeader,
  WebP: readWebpHeader,
  GIF: readGifHeader,
  TIFF: readTiffHeader,
  AVIF: readHeifHeader,
  HEIC: readHeifHeader,
};

/**
 * Reads a picture's header; nothing is decoded and no more is read than the header has bytes.
 *
 * @returns undefined where there is no header that makes sense
 */
export function readPhotoHeader(bytes: Uint8Array, format: keyof typeof READERS): PhotoHeader | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return READERS[format](file);
  } catch (error) {
    // A number that would lie behind the end of the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
