import type { HeicPixels } from './decode-heic.ts';

/** Types of numbers (TIFF 6.0, section 2). */
const [SHORT, LONG, UNDEFINED] = [3, 4, 7];

/** Bytes of a directory's entry, and of a directory's count and end together. */
const [ENTRY, AROUND] = [12, 6];

/**
 * Pixels as an uncompressed TIFF with their colour profile (TIFF 6.0; ICC.1, B.3): the way to hand both to a library that
 * takes no profile beside bare pixels.
 */
export function asTiff({ width, height, channels, data }: HeicPixels, profile: Uint8Array): Buffer {
  const entries: (readonly [tag: number, type: number, count: number, value: number])[] = [];
  const count = channels === 4 ? 12 : 11;
  const depths = 8 + AROUND + ENTRY * count;
  const profileAt = depths + 2 * channels;
  const pixelsAt = profileAt + profile.length + (profile.length & 1);
  entries.push(
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, channels, depths],
    // Uncompressed, RGB.
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 2],
    [273, LONG, 1, pixelsAt],
    [277, SHORT, 1, channels],
    [278, LONG, 1, height],
    [279, LONG, 1, data.length],
    [284, SHORT, 1, 1],
  );
  // Alpha that the colours are not multiplied by.
  if (channels === 4) entries.push([338, SHORT, 1, 2]);
  entries.push([34_675, UNDEFINED, profile.length, profileAt]);
  const head = Buffer.alloc(pixelsAt);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(count, 8);
  for (const [i, [tag, type, length, value]] of entries.entries()) {
    const at = 10 + ENTRY * i;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(length, at + 4);
    head.writeUInt32LE(value, at + 8);
  }
  for (let c = 0; c < channels; c++) head.writeUInt16LE(8, depths + 2 * c);
  head.set(profile, profileAt);
  return Buffer.concat([head, data]);
}
