import sharp from 'sharp';
import { decodePhoto } from './decode-photo.ts';

/** Enough to see that a photo can be decoded to its end. */
const TRIAL_SIDE = 64;

/** Quality of a photo that has to be written anew: no loss that an ad shows. */
const QUALITY = 95;

/**
 * Decodes a photo to its end, small, and keeps nothing of it.
 *
 * @param name what the person called it, for messages
 * @throws UserError `photo-…` for everything that is not a usable photo
 */
export async function tryPhoto(bytes: Uint8Array, name: string): Promise<void> {
  await decodePhoto(bytes, name, TRIAL_SIDE);
}

/**
 * Checks a photo that somebody sent, before anything is stored, and takes out what it says beside the picture: where
 * it was taken, with what, when. Photos that say nothing are left as they are, byte for byte.
 *
 * @param name what the person called it, for messages
 * @throws UserError `photo-…` for everything that is not a usable photo
 */
export async function checkPhoto(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  await tryPhoto(bytes, name);
  const { exif, xmp, iptc, format, orientation = 1 } = await sharp(bytes).metadata();
  if (exif === undefined && xmp === undefined && iptc === undefined && orientation === 1) return bytes;
  const upright = sharp(bytes).autoOrient().keepIccProfile();
  switch (format) {
    case 'jpeg':
      return upright.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
    case 'webp':
      return upright.webp({ quality: QUALITY, smartSubsample: true }).toBuffer();
    default:
      return upright.png().toBuffer();
  }
}
