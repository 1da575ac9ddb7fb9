import { crc32, deflateSync } from 'node:zlib';

export interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA. */
  readonly colour: number;
  readonly interlaced?: boolean;
  /** How many of its rows are there, as far as RAW allows; all when absent. */
  readonly rows?: number;
  /** Chunks between header and pixels. */
  readonly extra?: readonly Buffer[];
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Most bytes that are packed into one file: more takes the generator seconds. */
const RAW = 48 * 2 ** 20;

/** A PNG of one colour, however large it claims to be. */
export function pngOf({
  width,
  height,
  depth,
  colour,
  interlaced = false,
  rows = height,
  extra = [],
}: PngParts): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8);
  const row = Math.ceil((Math.max(1, width) * depth * (CHANNELS[colour] ?? 1)) / 8) + 1;
  const raw = Buffer.alloc(Math.min(RAW, row * Math.max(1, Math.min(rows, Math.ceil(RAW / row)))));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...(colour === 3 ? [chunk('PLTE', Buffer.from([200, 30, 30, 20, 20, 20]))] : []),
    ...extra,
    chunk('IDAT', deflateSync(raw, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Length, name, content and checksum. */
export function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const made = Buffer.alloc(body.length + 8);
  made.writeUInt32BE(content.length, 0);
  body.copy(made, 4);
  made.writeUInt32BE(crc32(body), body.length + 4);
  return made;
}

/** The file with right checksums, so that what was damaged is looked at. */
export function withChecksums(png: Uint8Array): Buffer {
  const made = Buffer.from(png);
  for (let at = 8; at + 12 <= made.length; ) {
    const end = at + 8 + made.readUInt32BE(at);
    if (end + 4 > made.length) break;
    made.writeUInt32BE(crc32(made.subarray(at + 4, end)), end);
    at = end + 4;
  }
  return made;
}
