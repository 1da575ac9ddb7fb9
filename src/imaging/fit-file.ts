import sharp from 'sharp';

/** A picture as a file. */
export interface PictureFile {
  readonly bytes: Uint8Array;
  readonly extension: 'png' | 'jpg';
}

/** JPEG qualities that are tried in turn: an ad with lettering shows no loss at the first, little at the last. */
const QUALITIES = [92, 85, 75, 60];

/** Each next try makes the sides this much shorter. */
const SHRINK = 0.8;

/** Below this side a picture is of no use as an ad. */
const MIN_SIDE = 256;

/**
 * A PNG within a number of bytes: as it is where it fits, else as JPEG, and smaller where that is still too much. Runs
 * off the main thread. What cannot be made to fit is returned as small as it gets.
 */
export async function fitFile(png: Uint8Array, maxBytes: number): Promise<PictureFile> {
  if (png.length <= maxBytes) return { bytes: png, extension: 'png' };
  const { width = MIN_SIDE, height = MIN_SIDE } = await sharp(png).metadata();
  for (let scale = 1; ; scale *= SHRINK) {
    const side = Math.round(Math.max(width, height) * scale);
    const last = side * SHRINK < MIN_SIDE;
    for (const quality of QUALITIES) {
      const bytes = await sharp(png)
        .resize({ width: side, height: side, fit: 'inside' })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality, chromaSubsampling: '4:4:4', mozjpeg: false })
        .toBuffer();
      if (bytes.length <= maxBytes || (last && quality === QUALITIES.at(-1)))
        return { bytes, extension: 'jpg' };
    }
  }
}
