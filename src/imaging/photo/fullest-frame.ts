import sharp from 'sharp';
import type { PhotoHeader } from './photo-header.ts';

/** Frames that are looked at, from the first on, and pixels that they have together at most. */
export const MAX_FRAMES = 60;
export const MAX_PIXELS = 16e6;

/** Longer side at which a frame is looked at. */
const SIDE = 96;

/** How much more a later frame has to show to be taken before an earlier one. */
export const MORE = 1.05;

/** Seconds of work after which the first frame has to do. */
export const PATIENCE = 4;

/**
 * The frame of an animation that shows most: many fade in from white, or begin with an empty screen. Measured by how much
 * neighbouring pixels differ.
 *
 * @param bytes of a GIF or WebP
 * @returns its number, from 0; 0 where the others cannot be decoded
 */
export async function fullestFrame(bytes: Uint8Array, { width, height }: PhotoHeader): Promise<number> {
  const options = { limitInputPixels: false, failOn: 'none' } as const;
  const max = Math.min(MAX_FRAMES, Math.floor(MAX_PIXELS / (width * height)));
  try {
    const { pages = 1 } = await sharp(bytes, options).metadata();
    if (Math.min(pages, max) < 2) return 0;
    // In one go, since to decode a frame is to decode all before it.
    const scale = Math.min(1, SIDE / Math.max(width, height));
    const { data, info } = await sharp(bytes, { ...options, pages: Math.min(pages, max) })
      .resize({ width: Math.max(1, Math.round(width * scale)) })
      .ensureAlpha()
      .raw()
      .timeout({ seconds: PATIENCE })
      .toBuffer({ resolveWithObject: true });
    const count = Math.min(pages, max);
    const length = Math.floor(info.height / count) * info.width * 4;
    const found = { page: 0, shown: 0 };
    for (let page = 0; page < count; page++) {
      const shown = detailOf(data.subarray(page * length, (page + 1) * length), info.width);
      if (shown > MORE * found.shown) Object.assign(found, { page, shown });
    }
    return found.page;
  } catch {
    // Whether the first can be decoded is seen next.
    return 0;
  }
}

/** Sum of the differences between neighbours, colours weighted by alpha. */
export function detailOf(data: Buffer, width: number): number {
  let sum = 0;
  for (let i = 0; i < data.length; i++) {
    if (i % 4 === 3) continue;
    const alpha = data[i | 3]!;
    const own = data[i]! * alpha;
    for (const other of [i + 4, i + 4 * width]) {
      if (other < data.length) sum += Math.abs(own - data[other]! * data[other | 3]!);
    }
  }
  return sum;
}
