import type { PhotoHeader } from './photo-header.ts';

interface Box {
  readonly type: string;
  readonly body: number;
  readonly end: number;
}

/** More boxes than the header of a picture has. */
const MAX_BOXES = 5000;

/** Boxes of boxes on the way to what is read, with the bytes in front of their first (ISO/IEC 14496-12, 23008-12). */
const NESTS: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 };

/** The boxes between two offsets; those with an impossible length end the list. */
function* boxesOf(file: Buffer, start: number, stop: number): Generator<Box> {
  for (let at = start, count = 0; at + 8 <= stop && count < MAX_BOXES; count++) {
    const short = file.readUInt32BE(at);
    const head = short === 1 ? 16 : 8;
    const length = short === 0 ? stop - at : short === 1 ? Number(file.readBigUInt64BE(at + 8)) : short;
    if (length < head || at + length > stop) return;
    const type = file.toString('latin1', at + 4, at + 8);
    yield { type, body: at + head, end: at + length };
    const nest = NESTS[type];
    if (nest !== undefined) yield* boxesOf(file, at + head + nest, at + length);
    at += length;
  }
}

/** Whether the pictures in the file are HEVC's, whatever its brand says. */
export function isHevc(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const types = new Set([...boxesOf(file, 0, file.length)].map(({ type }) => type));
  return types.has('hvcC') && !types.has('av1C');
}

/**
 * Reads the properties of an AVIF's items: the largest size (`ispe`) that any has, since a grid's tiles, thumbnails
 * and alpha are items too, and the greatest depth. Decoding holds the whole picture several times over.
 */
export function readHeifHeader(file: Buffer): PhotoHeader | undefined {
  let [width, height, bitDepth, channels] = [0, 0, 8, 3];
  for (const { type, body, end } of boxesOf(file, 0, file.length)) {
    if (type === 'ispe') {
      width = Math.max(width, file.readUInt32BE(body + 4));
      height = Math.max(height, file.readUInt32BE(body + 8));
    } else if (type === 'av1C') {
      const flags = file.readUInt8(body + 2);
      if ((flags & 0x40) !== 0) bitDepth = Math.max(bitDepth, (flags & 0x20) !== 0 ? 12 : 10);
    } else if (type === 'auxC') {
      channels = 4;
    } else if (type === 'pixi' && body + 5 < end) {
      bitDepth = Math.max(bitDepth, file.readUInt8(body + 5));
    }
  }
  if (width === 0 || height === 0) return undefined;
  const deep = bitDepth > 8;
  const opening = (deep ? 25.6 : 19.1) + (channels === 4 ? 4 : 0);
  const held = channels * (deep ? 2 : 1);
  const animated = file.toString('latin1', 8, 12) === 'avis';
  return { width, height, bitDepth, channels, orientation: 1, held, opening, reducible: false, animated };
}
