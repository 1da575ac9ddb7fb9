import sharp from 'sharp';
import { insertGifXmp } from './gif.ts';
import { xmpIn } from './loop-facts.ts';

/** A moving picture as a file. */
export interface AnimationFile {
  readonly bytes: Uint8Array;
  readonly extension: 'gif' | 'webp';
}

/** Its sides against those that it has, and the colours of a GIF or the quality of a WebP, from the best. */
const STEPS: readonly (readonly [scale: number, colours: number, quality: number])[] = [
  [0.8, 128, 70],
  [0.65, 96, 60],
  [0.5, 64, 50],
  [0.4, 48, 40],
  [0.3, 32, 30],
];

/** Whether a file holds a moving picture. */
export async function isAnimation(file: Uint8Array): Promise<boolean> {
  const { format, pages = 1 } = await sharp(file).metadata();
  return (format === 'gif' || format === 'webp') && pages > 1;
}

/**
 * A moving picture within a number of bytes: with smaller sides and fewer colours, and all of its frames, times and labels.
 * What cannot be made to fit is returned as small as it gets.
 */
export async function fitAnimation(file: Uint8Array, maxBytes: number): Promise<AnimationFile> {
  const { format, width } = await sharp(file).metadata();
  const xmp = xmpIn(file);
  const isGif = format === 'gif';
  let bytes = file;
  for (const [scale, colours, quality] of STEPS) {
    const smaller = sharp(file, { animated: true }).resize({ width: Math.round(width * scale) });
    bytes = isGif
      ? insertGifXmp(await smaller.gif({ colours, effort: 3, dither: 0.5 }).toBuffer(), xmp)
      : await smaller.keepMetadata().webp({ quality, effort: 2 }).toBuffer();
    if (bytes.length <= maxBytes) break;
  }
  return { bytes, extension: isGif ? 'gif' : 'webp' };
}
