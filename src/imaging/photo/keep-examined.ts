import sharp from 'sharp';
import { encodePng } from '../encode-png.ts';
import type { Raster } from '../raster.ts';
import { cleanPhoto } from './clean-photo.ts';
import { decodeExamined, isDecodedApart, mayMove } from './decode-examined.ts';
import { type ExaminedPhoto, sideWithin } from './examine-photo.ts';
import { fullestFrame } from './fullest-frame.ts';
import { KEPT_SIDE } from './limits.ts';

/** Enough to see that a photo can be decoded to its end. */
export const TRIAL_SIDE = 64;

/** Quality of a photo that has to be written anew: no loss that an ad shows. */
const QUALITY = 95;

/** Longer side at which a picture is kept whose format is costly to decode: no ad is made from more. */
const APART_SIDE = 2048;

/** Longer side to which a photo is decoded when it is kept. */
export function keptSide(photo: ExaminedPhoto): number {
  const { format, header } = photo;
  if (isDecodedApart(format)) return sideWithin(photo, APART_SIDE) ?? APART_SIDE;
  return header === undefined || header.orientation === 1 ? TRIAL_SIDE : KEPT_SIDE;
}

/**
 * What is kept of a file: the picture, without what it says besides. A photo that lies on its side is written anew,
 * upright and no larger than `KEPT_SIDE`; of an animation whose first frame is not the one that shows most, that one; formats that are costly to decode are decoded this once.
 *
 * @returns undefined where the file is kept as it is, byte for byte
 * @throws as decodeExamined
 */
export async function keepExamined(photo: ExaminedPhoto): Promise<Uint8Array | undefined> {
  const { bytes, format, header } = photo;
  if (mayMove(format, header) && (await fullestFrame(bytes, header)) > 0) {
    return written(await decodeExamined(photo, APART_SIDE));
  }
  // Of an animated PNG the cleaned file would keep the first picture alone.
  if (format === 'PNG' && header?.animated === true) return written(await decodeExamined(photo, APART_SIDE));
  const raster = await decodeExamined(photo, keptSide(photo));
  if (isDecodedApart(format) || (header !== undefined && header.orientation !== 1)) return written(raster);
  const clean = cleanPhoto(bytes, format, { profile: true, frames: true });
  return clean.bytes === bytes ? undefined : clean.bytes;
}

async function written(raster: Raster): Promise<Uint8Array> {
  const { width, height, data } = raster;
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return encodePng(raster);
  return sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4', optimiseCoding: false })
    .toBuffer();
}
