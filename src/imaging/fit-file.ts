import sharp from 'sharp';
import { fitAnimation, isAnimation } from './animation/fit-animation.ts';
import { photoFormat } from './photo/photo-format.ts';

/** A picture as a file. */
export interface PictureFile {
  readonly bytes: Uint8Array;
  readonly extension: 'png' | 'jpg' | 'webp' | 'gif';
}

/** JPEG qualities that are tried in turn: an ad with lettering shows no loss at the first, little at the last. */
const QUALITIES = [92, 85, 75, 60];

/** Each next try makes the sides this much shorter. */
const SHRINK = 0.8;

/** Below this side a picture is of no use as an ad. */
const MIN_SIDE = 256;

/** What a picture of ours is, by its first bytes. */
const EXTENSIONS = { PNG: 'png', JPEG: 'jpg', WebP: 'webp', GIF: 'gif' } as const;

const extensionOf = (file: Uint8Array): PictureFile['extension'] => {
  const format = photoFormat(file);
  return format === 'JPEG' || format === 'WebP' || format === 'GIF' ? EXTENSIONS[format] : EXTENSIONS.PNG;
};

/**
 * A picture within a number of bytes: as it is where it fits, else as JPEG, and smaller where that is still too much; one
 * that moves stays one. Runs off the main thread. What cannot be made to fit is returned as small as it gets.
 */
export async function fitFile(file: Uint8Array, maxBytes: number): Promise<PictureFile> {
  if (file.length <= maxBytes) return { bytes: file, extension: extensionOf(file) };
  if (await isAnimation(file)) return fitAnimation(file, maxBytes);
  const { width = MIN_SIDE, height = MIN_SIDE } = await sharp(file).metadata();
  for (let scale = 1; ; scale *= SHRINK) {
    const side = Math.round(Math.max(width, height) * scale);
    const last = side * SHRINK < MIN_SIDE;
    for (const quality of QUALITIES) {
      const bytes = await sharp(file)
        .resize({ width: side, height: side, fit: 'inside' })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality, chromaSubsampling: '4:4:4', mozjpeg: false })
        .toBuffer();
      if (bytes.length <= maxBytes || (last && quality === QUALITIES.at(-1)))
        return { bytes, extension: 'jpg' };
    }
  }
}
