import type { Box, Size } from '../../ad/geometry.ts';
import type { PaletteColour } from './palette.ts';

/** One frame of a GIF: a part of the picture that is shown anew, for so many hundredths of a second. */
export interface GifFrame {
  readonly box: Box;
  /** 2–65,535. */
  readonly hundredths: number;
  /** As packLzw answers it. */
  readonly packed: Uint8Array;
}

/**
 * A GIF with one palette for all frames, which lie on those before them and stay (GIF89a). The index after the last
 * colour is transparent.
 *
 * @param xmp packet; absent = none
 * @param plays how often it is shown; 0 = for ever
 */
export function muxGif(
  { width, height }: Size,
  palette: readonly PaletteColour[],
  frames: readonly GifFrame[],
  { xmp, plays = 0 }: { readonly xmp?: string; readonly plays?: number },
): Buffer {
  const bits = bitsFor(palette);
  const screen = Buffer.alloc(13);
  screen.write('GIF89a', 'latin1');
  screen.writeUInt16LE(width, 6);
  screen.writeUInt16LE(height, 8);
  screen[10] = 0b1000_0000 | ((bits - 1) << 4) | (bits - 1);
  const table = Buffer.alloc(3 * 2 ** bits);
  for (const [i, colour] of palette.entries()) table.set(colour, 3 * i);
  // Netscape's extension counts repetitions: absent = shown once, 0 = for ever.
  const repeat = Buffer.from([0x21, 0xff, 0x0b, ...Buffer.from('NETSCAPE2.0'), 3, 1, 0, 0, 0]);
  repeat.writeUInt16LE(plays === 0 ? 0 : plays - 1, 16);
  return Buffer.concat([
    screen,
    table,
    ...(plays === 1 ? [] : [repeat]),
    ...(xmp === undefined ? [] : [xmpExtension(xmp)]),
    ...frames.flatMap((frame) => [frameHeader(frame, palette.length), frame.packed]),
    Buffer.from([0x3b]),
  ]);
}

/** Bits of an index, with one for what is transparent. */
export function bitsFor(palette: readonly PaletteColour[]): number {
  return Math.max(2, Math.ceil(Math.log2(palette.length + 1)));
}

/** Leave in place what was there. */
const KEEP = 1 << 2;

function frameHeader({ box, hundredths }: GifFrame, transparent: number): Buffer {
  const header = Buffer.alloc(18);
  header.set([0x21, 0xf9, 4, KEEP | 1]);
  header.writeUInt16LE(hundredths, 4);
  header[6] = transparent;
  header[8] = 0x2c;
  header.writeUInt16LE(box.x, 9);
  header.writeUInt16LE(box.y, 11);
  header.writeUInt16LE(box.width, 13);
  header.writeUInt16LE(box.height, 15);
  return header;
}

/** As the XMP specification has it (part 3, 1.1.2): the packet as it is, and a trailer that leads readers of blocks out. */
function xmpExtension(xmp: string): Buffer {
  const trailer = Buffer.from([1, ...Array.from({ length: 256 }, (_, i) => 255 - i), 0]);
  return Buffer.concat([
    Buffer.from([0x21, 0xff, 0x0b]),
    Buffer.from('XMP DataXMP'),
    Buffer.from(xmp),
    trailer,
  ]);
}

/** A GIF of another hand with a packet, behind its palette; as it is where there is none. */
export function insertGifXmp(gif: Buffer, xmp: string): Buffer {
  if (xmp === '') return gif;
  const packed = gif[10] ?? 0;
  const at = 13 + (packed & 0b1000_0000 ? 3 * 2 ** ((packed & 0b111) + 1) : 0);
  return Buffer.concat([gif.subarray(0, at), xmpExtension(xmp), gif.subarray(at)]);
}
