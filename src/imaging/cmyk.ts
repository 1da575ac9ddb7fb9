import sharp from 'sharp';
import type { Size } from '../ad/geometry.ts';
import type { HexColour } from '../ad/scene.ts';
import { parseHex } from './colour.ts';
import { pressProfile } from './press/press-profile.ts';

/** Shares of the four inks, 0–1. */
export type Cmyk = readonly [cyan: number, magenta: number, yellow: number, black: number];

/** JPEG quality at which a press shows no loss. */
const QUALITY = 94;

/** Opaque RGBA pixels as a JPEG of four inks, separated through the press's profile, and that profile. */
export async function encodeCmykJpeg(
  data: Uint8Array,
  { width, height }: Size,
): Promise<{ readonly jpeg: Buffer; readonly profile: Buffer }> {
  const jpeg = await sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .withIccProfile(await pressProfile())
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer();
  const { icc, channels } = await sharp(jpeg).metadata();
  if (icc === undefined || channels !== 4) throw new Error('Pictures could not be separated for a press');
  return { jpeg: withoutProfile(jpeg), profile: icc };
}

/** Markers of JPEG (ISO/IEC 10918-1, B.1.1.3): start of scan, and the segment that profiles lie in. */
const START_OF_SCAN = 0xda;
const APP2 = 0xe2;

/** A JPEG without its profile, which its file's other pictures and colours share. */
function withoutProfile(jpeg: Buffer): Buffer {
  const kept = [jpeg.subarray(0, 2)];
  let at = 2;
  while (at + 4 < jpeg.length && jpeg[at + 1] !== START_OF_SCAN) {
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    if (jpeg[at + 1] !== APP2) kept.push(jpeg.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, jpeg.subarray(at)]);
}

/** Colours as the press mixes them, through the same profile. */
export async function cmykOf(colours: readonly HexColour[]): Promise<ReadonlyMap<HexColour, Cmyk>> {
  if (colours.length === 0) return new Map();
  const pixels = Uint8Array.from(colours.flatMap((colour) => [...parseHex(colour)]));
  const inks = await sharp(pixels, { raw: { width: colours.length, height: 1, channels: 3 } })
    .withIccProfile(await pressProfile())
    .raw()
    .toBuffer();
  const share = (at: number): number => Math.round((1000 * (inks[at] ?? 0)) / 255) / 1000;
  return new Map(
    colours.map((colour, i) => [
      colour,
      [share(4 * i), share(4 * i + 1), share(4 * i + 2), share(4 * i + 3)] as const,
    ]),
  );
}
