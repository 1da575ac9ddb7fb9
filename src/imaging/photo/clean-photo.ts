import { firstGifFrame, gifSaysMore } from './gif.ts';
import { cleanJpeg } from './jpeg.ts';
import type { KeptMetadataAndFrames } from './kept-metadata.ts';
import type { PhotoFormat } from './photo-format.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

/** A picture's file without what it says beside the picture. */
export interface CleanPhoto {
  /** The same bytes where nothing was to be taken out. */
  readonly bytes: Uint8Array;
  /** How often the decoder goes over the whole picture. */
  readonly scans: number;
}

/**
 * Takes out of a file what is not the picture: EXIF, XMP, IPTC, texts, thumbnails, broken profiles, and later frames
 * where these are not kept. The picture is not decoded. Files of other formats are left as they are.
 */
export function cleanPhoto(
  bytes: Uint8Array,
  format: PhotoFormat,
  keeping: KeptMetadataAndFrames,
): CleanPhoto {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (format) {
    case 'JPEG': {
      const clean = cleanJpeg(file, keeping);
      return { bytes: clean.bytes === file ? bytes : clean.bytes, scans: clean.scans };
    }
    case 'PNG': {
      const clean = cleanPng(file, keeping);
      return { bytes: clean === file ? bytes : clean, scans: 1 };
    }
    case 'WebP': {
      const clean = cleanWebp(file, keeping);
      return { bytes: clean === file ? bytes : clean, scans: 1 };
    }
    case 'GIF': {
      if (keeping.frames && !gifSaysMore(file)) return { bytes, scans: 1 };
      return { bytes: firstGifFrame(file) ?? bytes, scans: 1 };
    }
    default:
      return { bytes, scans: 1 };
  }
}
