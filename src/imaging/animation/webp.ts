import sharp from 'sharp';
import type { Box, Size } from '../../ad/geometry.ts';
import type { Raster } from '../raster.ts';

/** One frame of an animated WebP: a part of the picture that is shown anew, for so many milliseconds. */
export interface WebpFrame {
  /** Its corner at even numbers of pixels. */
  readonly box: Box;
  /** 1–16,777,215. */
  readonly milliseconds: number;
  /** As encodeWebpPart answers it. */
  readonly part: Uint8Array;
}

/** An opaque picture as a frame's bitstream. @param quality 1–100 */
export async function encodeWebpPart({ width, height, data }: Raster, quality: number): Promise<Uint8Array> {
  const file = await sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .webp({ quality, effort: EFFORT, smartSubsample: true })
    .toBuffer();
  // A simple file: RIFF header, then the one chunk that a frame is made of.
  return file.subarray(RIFF_HEADER);
}

/** Of 0–6: higher ones take twice the time for some percent. */
const EFFORT = 3;

const RIFF_HEADER = 12;

/**
 * An animated WebP that is repeated for ever (https://developers.google.com/speed/webp/docs/riff_container). Frames lie
 * on those before them and stay.
 *
 * @param xmp packet; absent = none
 * @param plays how often it is shown; 0 = for ever
 */
export function muxWebp(
  { width, height }: Size,
  frames: readonly WebpFrame[],
  { xmp, plays = 0 }: { readonly xmp?: string; readonly plays?: number },
): Buffer {
  const header = Buffer.alloc(10);
  header[0] = ANIMATED | (xmp === undefined ? 0 : HAS_XMP);
  header.writeUIntLE(width - 1, 4, 3);
  header.writeUIntLE(height - 1, 7, 3);
  const animation = Buffer.alloc(6);
  animation.fill(0xff, 0, 4);
  animation.writeUInt16LE(plays, 4);
  const chunks = [
    chunk('VP8X', header),
    chunk('ANIM', animation),
    ...frames.map((frame) => chunk('ANMF', frameHeader(frame), frame.part)),
    ...(xmp === undefined ? [] : [chunk('XMP ', Buffer.from(xmp))]),
  ];
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
  const riff = Buffer.alloc(8);
  riff.write('RIFF');
  riff.writeUInt32LE(body.length, 4);
  return Buffer.concat([riff, body]);
}

const ANIMATED = 0b10;
const HAS_XMP = 0b100;

/** Nothing is blended and nothing cleared away. */
const OVERWRITE = 0b10;

function frameHeader({ box, milliseconds }: WebpFrame): Buffer {
  const header = Buffer.alloc(16);
  header.writeUIntLE(box.x / 2, 0, 3);
  header.writeUIntLE(box.y / 2, 3, 3);
  header.writeUIntLE(box.width - 1, 6, 3);
  header.writeUIntLE(box.height - 1, 9, 3);
  header.writeUIntLE(milliseconds, 12, 3);
  header[15] = OVERWRITE;
  return header;
}

function chunk(name: string, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(length, 4);
  return Buffer.concat([head, ...parts, Buffer.alloc(length % 2)]);
}
