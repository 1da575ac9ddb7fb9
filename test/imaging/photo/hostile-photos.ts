import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Files that claim, hide or repeat more than they show. Built here, small. */

const plain = (width = 120, height = 90): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#c86432' } }).composite([
    { input: { create: { width: 40, height: 40, channels: 3, background: '#204080' } }, left: 8, top: 8 },
  ]);

const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const u16le = (value: number): Buffer => Buffer.from([value & 255, value >> 8]);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const u32le = (value: number): Buffer => Buffer.from(u32(value)).reverse();
const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const zeros = (megabytes: number): Buffer => deflateSync(Buffer.alloc(megabytes * 2 ** 20));

// PNG

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([ascii(type), body]);
  return Buffer.concat([u32(body.length), named, u32(crc32(named))]);
};
const SIGNATURE = ascii('\x89PNG\r\n\x1a\n');
const ihdr = (width: number, height: number, depth: number, colour: number, interlace = 0): Buffer =>
  chunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([depth, colour, 0, 0, interlace])]));
const png = (head: Buffer, ...chunks: Buffer[]): Buffer =>
  Buffer.concat([SIGNATURE, head, ...chunks, chunk('IEND', Buffer.alloc(0))]);
/** Chunks in front of a real picture's pixels. */
async function pngWith(...chunks: Buffer[]): Promise<Buffer> {
  const file = await plain().png().toBuffer();
  return Buffer.concat([file.subarray(0, 33), ...chunks, file.subarray(33)]);
}

// JPEG

const segment = (marker: number, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body]);
async function jpegWith(...segments: Buffer[]): Promise<Buffer> {
  const file = await plain().jpeg().toBuffer();
  return Buffer.concat([file.subarray(0, 2), ...segments, file.subarray(2)]);
}
const frameAt = (file: Buffer): number => {
  for (const marker of [0xc0, 0xc1, 0xc2]) {
    const at = file.indexOf(Buffer.from([0xff, marker, 0, 17, 8]));
    if (at >= 0) return at;
  }
  throw new Error('no frame');
};
async function jpegOf(width: number, height: number, progressive: boolean): Promise<Buffer> {
  const file = await plain().jpeg({ progressive, chromaSubsampling: '4:4:4' }).toBuffer();
  const at = frameAt(file);
  file.writeUInt16BE(height, at + 5);
  file.writeUInt16BE(width, at + 7);
  return file;
}
async function jpegOfScans(count: number): Promise<Buffer> {
  const file = await plain(6000, 4000).jpeg({ progressive: true }).toBuffer();
  const scan = file.lastIndexOf(Buffer.from([0xff, 0xda]));
  const last = file.subarray(scan, file.length - 2);
  return Buffer.concat([
    file.subarray(0, scan),
    ...Array.from({ length: count }, () => last),
    file.subarray(-2),
  ]);
}
/** EXIF whose directories lead back to themselves. */
const LOOP = Buffer.concat([
  ascii('Exif\0\0MM\0*'),
  u32(8),
  u16(2),
  ...[u16(0x8769), u16(4), u32(1), u32(8)],
  ...[u16(0x0112), u16(3), u32(0xffffffff), u32(0xffffffff)],
  u32(8),
]);

// WebP, GIF, TIFF, AVIF

const riff = (...chunks: Buffer[]): Buffer => {
  const body = Buffer.concat([ascii('WEBP'), ...chunks]);
  return Buffer.concat([ascii('RIFF'), u32le(body.length), body]);
};
const webpChunk = (type: string, body: Buffer): Buffer =>
  Buffer.concat([ascii(type), u32le(body.length), body, Buffer.alloc(body.length & 1)]);
const vp8x = (flags: number, width: number, height: number): Buffer =>
  webpChunk(
    'VP8X',
    Buffer.concat([u32le(flags), u32le(width - 1).subarray(0, 3), u32le(height - 1).subarray(0, 3)]),
  );
const animated = async (width: number, height: number, frames: number): Promise<Buffer> => {
  const still = await plain().webp().toBuffer();
  const frame = webpChunk(
    'ANMF',
    Buffer.concat([
      Buffer.alloc(6),
      u32le(119).subarray(0, 3),
      u32le(89).subarray(0, 3),
      Buffer.alloc(4),
      still.subarray(12),
    ]),
  );
  const head = [vp8x(0x02, width, height), webpChunk('ANIM', Buffer.alloc(6))];
  return riff(...head, ...Array.from({ length: frames }, () => frame));
};

async function gifOf(width: number, height: number, frames = 1): Promise<Buffer> {
  const file = await plain().gif().toBuffer();
  file.writeUInt16LE(width, 6);
  file.writeUInt16LE(height, 8);
  const frame = file.subarray(13 + 3 * 2 ** ((file.readUInt8(10) & 7) + 1), file.length - 1);
  return Buffer.concat([
    file.subarray(0, file.length - 1),
    ...Array.from({ length: frames - 1 }, () => frame),
    Buffer.from([0x3b]),
  ]);
}

type Entry = readonly [tag: number, type: 3 | 4, value: number];
function tiff(entries: readonly Entry[], data: Buffer, next = 0): Buffer {
  const sorted = entries.toSorted(([a], [b]) => a - b);
  const offset = 8 + 2 + 12 * sorted.length + 4;
  const directory = sorted.flatMap(([tag, type, value]) => [
    u16le(tag),
    u16le(type),
    u32le(1),
    u32le(value === DATA ? offset : value),
  ]);
  return Buffer.concat([ascii('II*\0'), u32le(8), u16le(sorted.length), ...directory, u32le(next), data]);
}
/** Stands for where the pixels lie. */
const DATA = -1;
const grey = (width: number, height: number, compression = 1): readonly Entry[] => [
  [256, 4, width],
  [257, 4, height],
  [258, 3, 8],
  [259, 3, compression],
  [262, 3, 1],
  [277, 3, 1],
];
const strip = (rows: number, length: number): readonly Entry[] => [
  [273, 4, DATA],
  [278, 4, rows],
  [279, 4, length],
];
const tile = (side: number, length: number): readonly Entry[] => [
  [322, 4, side],
  [323, 4, side],
  [324, 4, DATA],
  [325, 4, length],
];

async function avifOf(width: number, height: number, real = plain()): Promise<Buffer> {
  const file = await real.avif({ effort: 0 }).toBuffer();
  const at = file.indexOf('ispe');
  file.writeUInt32BE(width, at + 8);
  file.writeUInt32BE(height, at + 12);
  return file;
}

const BIG = 'too large, too costly or damaged';
const FINE = 'accepted';

export interface HostilePhoto {
  readonly make: () => Buffer | Promise<Buffer>;
  readonly expected: typeof BIG | typeof FINE | 'refused' | 'either';
}

const of = (expected: HostilePhoto['expected'], make: HostilePhoto['make']): HostilePhoto => ({
  make,
  expected,
});

export const hostilePhotos: Readonly<Record<string, HostilePhoto>> = {
  'PNG: a profile that unpacks to 64 MB': of(FINE, () =>
    pngWith(chunk('iCCP', Buffer.concat([ascii('a\0\0'), zeros(64)]))),
  ),
  'PNG: forty texts that unpack to 7 MB each': of(FINE, () =>
    pngWith(
      ...Array.from({ length: 40 }, (_, i) => chunk('zTXt', Buffer.concat([ascii(`k${i}\0\0`), zeros(7)]))),
    ),
  ),
  'PNG: forty more, international': of(FINE, () =>
    pngWith(
      ...Array.from({ length: 40 }, (_, i) =>
        chunk('iTXt', Buffer.concat([ascii(`k${i}\0\x01\0\0\0`), zeros(7)])),
      ),
    ),
  ),
  'PNG: EXIF of 10 MB': of(FINE, () => pngWith(chunk('eXIf', Buffer.alloc(10 * 2 ** 20, 'II*\0')))),
  'PNG: thousands of private chunks': of(FINE, () =>
    pngWith(...Array.from({ length: 60_000 }, () => chunk('abCd', Buffer.alloc(0)))),
  ),
  'PNG: pixels for 64 MB in a picture of 100 × 100': of('either', () =>
    png(ihdr(100, 100, 8, 2), chunk('IDAT', zeros(64))),
  ),
  'PNG: 48 MP, interlaced, 16 bit, alpha': of(BIG, () =>
    png(ihdr(8000, 6000, 16, 6, 1), chunk('IDAT', zeros(8))),
  ),
  'PNG: 1,000,000 × 33': of(BIG, () => png(ihdr(1_000_000, 33, 8, 2), chunk('IDAT', zeros(1)))),
  'PNG: sides of 2³²−1': of(BIG, () => png(ihdr(0xffffffff, 0xffffffff, 8, 2), chunk('IDAT', zeros(1)))),
  'PNG: an animation of a huge frame': of('either', () =>
    pngWith(
      chunk('acTL', Buffer.concat([u32(0xffffffff), u32(0)])),
      chunk('fcTL', Buffer.concat([u32(0), u32(60_000), u32(60_000), Buffer.alloc(14)])),
    ),
  ),
  'PNG: no pixels': of('refused', () => png(ihdr(100, 100, 8, 2))),
  'JPEG: 64 MP, progressive': of(BIG, () => jpegOf(8000, 8000, true)),
  'JPEG: 48 MP, progressive, 4:4:4': of(BIG, () => jpegOf(8000, 6000, true)),
  'JPEG: 65,535 × 65,535': of(BIG, () => jpegOf(65_535, 65_535, false)),
  'JPEG: 40 MP claimed, 10,800 pixels there': of('refused', () => jpegOf(8000, 5000, false)),
  'JPEG: a second frame header': of('refused', async () => {
    const file = await plain().jpeg().toBuffer();
    const at = frameAt(file);
    const frame = Buffer.from(file.subarray(at, at + 19));
    frame.writeUInt16BE(60_000, 5);
    return Buffer.concat([file.subarray(0, at), frame, file.subarray(at)]);
  }),
  'JPEG: 24 MP gone over 300 times': of('refused', () => jpegOfScans(300)),
  'JPEG: EXIF that leads back to itself': of(FINE, () => jpegWith(segment(0xe1, LOOP))),
  'JPEG: EXIF with a length of nothing': of('either', () => jpegWith(Buffer.from([0xff, 0xe1, 0, 0]))),
  'JPEG: 900 profiles of 60 kB': of(FINE, () =>
    jpegWith(
      ...Array.from({ length: 255 }, (_, i) =>
        segment(
          0xe2,
          Buffer.concat([ascii('ICC_PROFILE\0'), Buffer.from([i + 1, 255]), Buffer.alloc(60_000)]),
        ),
      ),
    ),
  ),
  'JPEG: 3 MB of filling': of('either', () => jpegWith(Buffer.alloc(3_000_000, 0xff))),
  'JPEG: thousands of comments': of('either', () =>
    jpegWith(...Array.from({ length: 100_000 }, () => segment(0xfe, Buffer.alloc(0)))),
  ),
  'JPEG: many pictures behind the first': of(FINE, async () => {
    const file = await plain().jpeg().toBuffer();
    return Buffer.concat(Array.from({ length: 100 }, () => file));
  }),
  'JPEG: 12 bit': of('refused', async () => {
    const file = await plain().jpeg().toBuffer();
    file[frameAt(file) + 4] = 12;
    return file;
  }),
  'WebP: a canvas of 16,384 × 16,384': of(BIG, async () =>
    riff(vp8x(0, 16_384, 16_384), (await plain().webp().toBuffer()).subarray(12)),
  ),
  'WebP: an animation of 25 MP': of(BIG, () => animated(5000, 5000, 3)),
  'WebP: an animation of 3,000 frames': of(FINE, () => animated(120, 90, 3000)),
  'WebP: a chunk that is longer than the file': of('either', async () => {
    const file = await plain().webp().toBuffer();
    file.writeUInt32LE(0xffffffff, 16);
    return file;
  }),
  'GIF: a screen of 65,535 × 65,535': of(BIG, () => gifOf(65_535, 65_535)),
  'GIF: a screen of 49 MP': of(BIG, () => gifOf(7000, 7000)),
  'GIF: 20,000 frames': of(FINE, () => gifOf(120, 90, 20_000)),
  'GIF: a frame far outside its screen': of(BIG, async () => {
    const file = await plain().gif().toBuffer();
    const at = file.indexOf(Buffer.concat([Buffer.from([0x2c]), Buffer.alloc(4), u16le(120)]));
    file.writeUInt16LE(65_000, at + 1);
    file.writeUInt16LE(65_000, at + 3);
    return file;
  }),
  'TIFF: a tile of 60,000 × 60,000': of(BIG, () =>
    tiff([...grey(64, 64), ...tile(60_000, 64)], Buffer.alloc(64)),
  ),
  'TIFF: a tile of 2³¹ × 2³¹': of(BIG, () => tiff([...grey(64, 64), ...tile(2 ** 31, 64)], Buffer.alloc(64))),
  'TIFF: a strip of 7,000 × 7,000, packed': of('refused', () => {
    const data = zeros(49);
    return tiff([...grey(7000, 7000, 8), ...strip(7000, data.length)], data);
  }),
  'TIFF: a small picture that unpacks to 64 MB': of('either', () => {
    const data = zeros(64);
    return tiff([...grey(64, 64, 8), ...strip(64, data.length)], data);
  }),
  'TIFF: a directory that follows itself': of('either', () =>
    tiff([...grey(64, 64), ...strip(64, 4096)], Buffer.alloc(4096, 99), 8),
  ),
  'TIFF: a strip length of 4 GB': of('either', () =>
    tiff([...grey(64, 64), ...strip(64, 0xffffffff)], Buffer.alloc(64)),
  ),
  'TIFF: a thousand samples a pixel': of('refused', () =>
    tiff(
      [...grey(4000, 3000).filter(([tag]) => tag !== 277), [277, 3, 60_000], ...strip(64, 64)],
      Buffer.alloc(64),
    ),
  ),
  'AVIF: 109 MP': of(BIG, () => avifOf(10_480, 10_480)),
  'AVIF: 49 MP': of(BIG, () => avifOf(7000, 7000)),
  'AVIF: 16 MP in 64 × 64': of('refused', () => avifOf(64, 64, plain(4800, 3400))),
  'AVIF: 12 MP in 64 × 64': of('either', () => avifOf(64, 64, plain(4000, 3000))),
  'AVIF: no picture': of('refused', () => ascii('\0\0\0\x14ftypavif\0\0\0\0avif')),
  'HEIC under the general brand': of('refused', () => ascii('\0\0\0\x18ftypmif1\0\0\0\0mif1heic')),
  BMP: of('refused', () => Buffer.concat([ascii('BM'), Buffer.alloc(60)])),
  ICO: of('refused', () => Buffer.from([0, 0, 1, 0, 1, 0, 16, 16])),
  PDF: of('refused', () => ascii('%PDF-1.7\n')),
  'SVG, packed': of('refused', () => Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.alloc(20)])),
  'JPEG XL': of('refused', () => Buffer.from([0xff, 0x0a, 0, 0, 0, 0])),
  Photoshop: of('refused', () => Buffer.concat([ascii('8BPS\0\x01'), Buffer.alloc(40)])),
};
