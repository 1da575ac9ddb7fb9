import { readGifHeader } from './gif.ts';
import { readHeifHeader } from './heif.ts';
import { readJpegHeader } from './jpeg.ts';
import type { PhotoFormat } from './photo-format.ts';
import { readPngHeader } from './png.ts';
import { readTiffHeader } from './tiff.ts';
import { readWebpHeader } from './webp.ts';

/** What a picture's header says, and by that what decoding it takes. */
export interface PhotoHeader {
  /** As coded, before it is turned upright: the largest that any part of the file claims. */
  readonly width: number;
  readonly height: number;
  /** Bits a sample. */
  readonly bitDepth: number;
  /** Samples a pixel, alpha counted. */
  readonly channels: number;
  /** How the EXIF tag has the picture turned, 1–8; 1 = as it is coded. */
  readonly orientation: number;
  /**
   * Bytes a pixel that the decoder holds of the whole picture, whatever it is reduced to, while rows come out; 0 where it
   * goes row by row.
   */
  readonly held: number;
  /** The same before the first row comes out, where that is more. */
  readonly opening?: number;
  /** Whether the format's decoder can reduce while it decodes. */
  readonly reducible: boolean;
  /** Whether frames follow the first. */
  readonly animated: boolean;
}

type HeaderReader = (file: Buffer) => PhotoHeader | undefined;

const READERS: Readonly<Record<Exclude<PhotoFormat, 'SVG' | 'HEIC'>, HeaderReader>> = {
  JPEG: readJpegHeader,
  PNG: readPngHeader,
  WebP: readWebpHeader,
  GIF: readGifHeader,
  TIFF: readTiffHeader,
  AVIF: readHeifHeader,
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
