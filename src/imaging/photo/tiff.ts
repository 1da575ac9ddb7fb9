import type { PhotoHeader } from './photo-header.ts';

/** Tags of TIFF 6.0 that tell what decoding takes. */
const TAG = {
  width: 256,
  height: 257,
  bitDepth: 258,
  channels: 277,
  rowsPerStrip: 278,
  tileWidth: 322,
  tileHeight: 323,
} as const;

/** Sizes of the types of numbers that these tags have: BYTE, SHORT, LONG. */
const SIZES: Readonly<Record<number, 1 | 2 | 4>> = { 1: 1, 3: 2, 4: 4 };

/** Of 48 MP with each row a strip of its own the entries are as few as otherwise: a directory has some dozens. */
const MAX_ENTRIES = 1000;

/**
 * Reads the first directory of a TIFF (TIFF 6.0, section 2). A decoder holds one strip, or one row of tiles, however
 * large the file says that they are.
 */
export function readTiffHeader(file: Buffer): PhotoHeader | undefined {
  const tags = firstDirectory(file);
  const [width = 0, height = 0] = [tags.get(TAG.width), tags.get(TAG.height)];
  const channels = tags.get(TAG.channels) ?? 1;
  const bitDepth = tags.get(TAG.bitDepth) ?? 1;
  if (width === 0 || height === 0 || channels > 16 || bitDepth > 64) return undefined;
  const pixel = (channels * Math.max(8, bitDepth)) / 8;
  const [tileWidth, tileHeight] = [tags.get(TAG.tileWidth), tags.get(TAG.tileHeight)];
  const rows =
    tileWidth !== undefined && tileHeight !== undefined
      ? Math.ceil(width / Math.max(1, tileWidth)) * tileWidth * tileHeight
      : width * Math.min(height, tags.get(TAG.rowsPerStrip) ?? height);
  // Packed and unpacked, and as pixels.
  const held = (2 * pixel * rows + 4 * rows) / (width * height);
  return { width, height, bitDepth, channels, orientation: 1, held, reducible: false, animated: false };
}

/** First number of each entry. */
function firstDirectory(file: Buffer): ReadonlyMap<number, number> {
  const little = file.toString('latin1', 0, 2) === 'II';
  const read = (at: number, size: 1 | 2 | 4): number =>
    little ? file.readUIntLE(at, size) : file.readUIntBE(at, size);
  const directory = read(4, 4);
  const entries = Math.min(read(directory, 2), MAX_ENTRIES);
  const found = new Map<number, number>();
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + i * 12;
    const size = SIZES[read(at + 2, 2)];
    if (size === undefined) continue;
    const inline = size * read(at + 4, 4) <= 4;
    const tag = read(at, 2);
    if (!found.has(tag)) found.set(tag, read(inline ? at + 8 : read(at + 8, 4), size));
  }
  return found;
}
