import sharp, { type FailOnOptions, type Sharp } from 'sharp';
import type { PhotoFormat } from './photo-format.ts';
import type { PhotoHeader } from './photo-header.ts';

/** Pixels as the library gives them: 8-bit sRGB with alpha, 4 bytes each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

export interface PixelOptions {
  readonly format: PhotoFormat;
  readonly header: Pick<PhotoHeader, 'width' | 'height' | 'orientation'>;
  /** The longer side is reduced to so many pixels. */
  readonly maxSide?: number;
  /** Which frame of an animation, from 0; by default the first. */
  readonly page?: number;
  /** What the decoder gives up at; by default at files that break off. */
  readonly failOn?: FailOnOptions;
}

/** Seconds of work after which one picture is given up: the slowest that is let in takes three. */
const PATIENCE = 20;

/**
 * Decodes a picture in this process, off this thread, and turns it upright. JPEG and WebP are reduced while they are
 * decoded.
 *
 * @throws whatever the library says
 */
export async function decodePixels(bytes: Uint8Array, options: PixelOptions): Promise<Pixels> {
  const { header, maxSide, page = 0, failOn = 'truncated' } = options;
  const limitInputPixels = Math.max(1, header.width * header.height);
  let picture = sharp(bytes, { failOn, limitInputPixels, ...(page === 0 ? {} : { page }) })
    .toColourspace('srgb')
    .ensureAlpha();
  // Reduced first and turned then, so that the decoder may reduce.
  if (maxSide !== undefined) {
    picture = picture.resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true });
  }
  const { data, info } = await turned(picture, header.orientation)
    .raw({ depth: 'uchar' })
    .timeout({ seconds: PATIENCE })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Upright, by the EXIF tag's number (EXIF 2.32, 4.6.4 A). */
function turned(picture: Sharp, orientation: number): Sharp {
  switch (orientation) {
    case 2:
      return picture.flop();
    case 3:
      return picture.rotate(180);
    case 4:
      return picture.flip();
    case 5:
      return picture.rotate(270).flop();
    case 6:
      return picture.rotate(90);
    case 7:
      return picture.rotate(90).flop();
    case 8:
      return picture.rotate(270);
    default:
      return picture;
  }
}
