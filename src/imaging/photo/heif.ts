import { boxesOf } from './iso-boxes.ts';
import type { PhotoHeader } from './photo-header.ts';

/** How the pictures in a HEIF container are coded, whatever its brand says; undefined for anything else. */
export function heifCoding(bytes: Uint8Array): 'hevc' | 'av1' | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hevc = false;
  for (const { type } of boxesOf(file, 0, file.length)) {
    if (type === 'av1C') return 'av1';
    hevc ||= type === 'hvcC';
  }
  return hevc ? 'hevc' : undefined;
}

/** Bytes a pixel that decoding takes at its peak, and more of it where there is alpha: see decodeCost. */
const OPENING = { av1: 19.1, 'av1 deep': 25.6, hevc: 4.7, 'hevc deep': 8 } as const;
const ALPHA = { av1: 4, hevc: 3 } as const;

/**
 * Reads the properties of a HEIF's items: the largest size (`ispe`) that any has, since a grid's tiles, thumbnails
 * and alpha are items too, and the greatest depth. Decoding holds the whole picture several times over. How it is turned
 * is a property too, which the decoder heeds: EXIF's tag only says the same again.
 */
export function readHeifHeader(file: Buffer): PhotoHeader | undefined {
  let [width, height, bitDepth, channels] = [0, 0, 8, 3];
  let coding: 'hevc' | 'av1' = 'hevc';
  for (const { type, body, end } of boxesOf(file, 0, file.length)) {
    if (type === 'ispe') {
      width = Math.max(width, file.readUInt32BE(body + 4));
      height = Math.max(height, file.readUInt32BE(body + 8));
    } else if (type === 'av1C') {
      coding = 'av1';
      const flags = file.readUInt8(body + 2);
      if ((flags & 0x40) !== 0) bitDepth = Math.max(bitDepth, (flags & 0x20) !== 0 ? 12 : 10);
    } else if (type === 'hvcC') {
      // HEVCDecoderConfigurationRecord (ISO/IEC 14496-15, 8.3.3.1): the luma's depth, less eight.
      bitDepth = Math.max(bitDepth, 8 + (file.readUInt8(body + 17) & 7));
    } else if (type === 'auxC') {
      if (isAlpha(file, body, end)) channels = 4;
    } else if (type === 'pixi' && body + 5 < end) {
      bitDepth = Math.max(bitDepth, file.readUInt8(body + 5));
    }
  }
  if (width === 0 || height === 0) return undefined;
  const deep = bitDepth > 8;
  const opening = OPENING[deep ? (`${coding} deep` as const) : coding] + (channels === 4 ? ALPHA[coding] : 0);
  // A decoder of HEVC hands on 8 bits whatever it has read.
  const held = channels * (deep && coding === 'av1' ? 2 : 1);
  const animated = file.toString('latin1', 8, 12) === 'avis';
  return { width, height, bitDepth, channels, orientation: 1, held, opening, reducible: false, animated };
}

/** Depth and gain maps of phones are auxiliary pictures as well, and are not decoded. */
const isAlpha = (file: Buffer, body: number, end: number): boolean =>
  /alpha|hevc:2015:auxid:1/.test(file.toString('latin1', body + 4, Math.min(end, body + 80)));
