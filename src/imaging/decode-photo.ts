import sharp, { type Metadata } from 'sharp';
import { UserError } from '../errors/user-error.ts';
import { createRaster, type Raster } from './raster.ts';

/** What a photo may be; chat platforms check the first two before they download. */
export const PHOTO_LIMITS = {
  /** Largest file in bytes. */
  bytes: 40 * 2 ** 20,
  /** Largest picture in millions of pixels: the largest phone cameras of today fit. */
  megapixels: 110,
  /** Smallest side in pixels. */
  side: 32,
} as const;

/** The formats that photos come in, by their first bytes. */
const SIGNATURES: readonly (readonly [format: string, matches: (head: string) => boolean])[] = [
  ['JPEG', (head) => head.startsWith('\xff\xd8\xff')],
  ['PNG', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['WebP', (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP'],
  ['GIF', (head) => /^GIF8[79]a/.test(head)],
  ['TIFF', (head) => head.startsWith('II*\0') || head.startsWith('MM\0*')],
  ['HEIC', (head) => /^.{4}ftyp(?:hei[cxms]|hev[cxms])/s.test(head)],
  ['AVIF', (head) => /^.{4}ftyp(?:avi[fs]|mif1|msf1)/s.test(head)],
  ['SVG', (head) => /^\s*(?:\ufeff|\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)/i.test(head)],
];

/** The format that the bytes claim to be, or undefined for anything that is not a picture. */
export function photoFormat(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 256)).toString('latin1');
  return SIGNATURES.find(([, matches]) => matches(head))?.[0];
}

/**
 * Reads a photo: turned upright by its EXIF tag, in sRGB, 8 bit, first frame only. The header is checked
 * before a pixel is decoded.
 *
 * @param bytes the file
 * @param name what the person called it, for messages
 * @param maxSide the longer side is reduced to this many pixels; absent = the photo's own size
 * @throws UserError `photo-…` for everything that is not a usable photo
 */
export async function decodePhoto(bytes: Uint8Array, name: string, maxSide?: number): Promise<Raster> {
  const format = checkFile(bytes, name);
  const metadata = await readHeader(bytes, name, format);
  checkSize(metadata, name);
  const options = { failOn: 'truncated', limitInputPixels: PHOTO_LIMITS.megapixels * 1e6 } as const;
  let decoded: { data: Buffer; info: { width: number; height: number } };
  try {
    let picture = sharp(bytes, options).autoOrient().toColourspace('srgb').ensureAlpha();
    if (maxSide !== undefined) {
      picture = picture.resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true });
    }
    decoded = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  } catch (error) {
    throw undecodable(error, name, format);
  }
  const raster = createRaster(decoded.info.width, decoded.info.height);
  raster.data.set(decoded.data);
  if (metadata.hasAlpha && isTransparent(raster)) throw new UserError('photo-transparent', { file: name });
  return raster;
}

function checkFile(bytes: Uint8Array, name: string): string {
  if (bytes.length === 0) throw new UserError('photo-empty', { file: name });
  if (bytes.length > PHOTO_LIMITS.bytes) {
    throw new UserError('photo-too-heavy', { file: name, megabytes: PHOTO_LIMITS.bytes / 2 ** 20 });
  }
  const format = photoFormat(bytes);
  if (format === undefined) throw new UserError('photo-unreadable', { file: name });
  return format;
}

async function readHeader(bytes: Uint8Array, name: string, format: string): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (error) {
    throw undecodable(error, name, format);
  }
}

function checkSize({ width, height }: Metadata, name: string): void {
  if (width * height > PHOTO_LIMITS.megapixels * 1e6) {
    throw new UserError('photo-too-large', {
      file: name,
      width,
      height,
      megapixels: PHOTO_LIMITS.megapixels,
    });
  }
  if (Math.min(width, height) < PHOTO_LIMITS.side) {
    throw new UserError('photo-too-small', { file: name, width, height, least: PHOTO_LIMITS.side });
  }
}

/** libvips says in English prose what is wrong; its words for files that end too soon are these. */
const TRUNCATED =
  /premature end|end of stream|truncat|read error|not enough|unexpected end|libspng read|incomplete/i;

function undecodable(cause: unknown, name: string, format: string): UserError {
  if (format === 'HEIC') return new UserError('photo-format', { file: name, format }, { cause });
  const detail = cause instanceof Error ? cause.message : '';
  if (TRUNCATED.test(detail)) return new UserError('photo-truncated', { file: name }, { cause });
  return new UserError('photo-unreadable', { file: name }, { cause });
}

function isTransparent(raster: Raster): boolean {
  for (let i = 3; i < raster.data.length; i += 4) if (raster.data[i]! > 8) return false;
  return true;
}
