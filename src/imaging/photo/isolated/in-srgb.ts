import sharp, { type Sharp } from 'sharp';
import type { Pixels } from '../decode-pixels.ts';
import { heifColours } from '../heif-colours.ts';
import { asTiff } from './as-tiff.ts';
import type { HeicDecoder } from './decode-heic.ts';

/** @param maxSide the longer side is reduced to so many pixels; absent = not */
export async function inSrgb(whole: Sharp, maxSide: number | undefined): Promise<Pixels> {
  const { data, info } = await reduced(whole.toColourspace('srgb').ensureAlpha(), maxSide)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/**
 * A HEIC photo. It is reduced before its colours are converted: a phone's has 24 MP, and an ad has one or two.
 *
 * @throws Error in the library's words
 */
export async function heicInSrgb(bytes: Uint8Array, decode: HeicDecoder, maxSide?: number): Promise<Pixels> {
  const { width, height, channels, data } = await decode(bytes);
  const whole = sharp(data, { raw: { width, height, channels }, limitInputPixels: false });
  const colours = heifColours(bytes);
  if (colours === undefined) return inSrgb(whole, maxSide);
  const small = await reduced(whole, maxSide).raw().toBuffer({ resolveWithObject: true });
  const pixels = { width: small.info.width, height: small.info.height, channels, data: small.data };
  const profile = colours.kind === 'profile' ? colours.profile : await displayP3();
  return inSrgb(sharp(asTiff(pixels, profile), { limitInputPixels: false }), maxSide);
}

/** The profile that sharp carries, taken from a picture that is given it. */
async function displayP3(): Promise<Uint8Array> {
  const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } });
  const { icc } = await sharp(await dot.withIccProfile('p3').png().toBuffer()).metadata();
  if (icc === undefined) throw new Error('sharp has no profile of Display P3');
  return icc;
}

function reduced(whole: Sharp, maxSide: number | undefined): Sharp {
  if (maxSide === undefined) return whole;
  return whole.resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true });
}
