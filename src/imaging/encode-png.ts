import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import type { Raster } from './raster.ts';

// No picture is encoded twice, so what libvips would remember of its work, for all that this process does with it, is
// memory for nothing.
sharp.cache(false);

/**
 * The raster as a PNG file, encoded off the main thread. Opaque rasters get no alpha channel unless it is asked for.
 *
 * @param text texts to carry in the file by keyword (1–79 Latin-1 characters), any language
 */
export async function encodePng(
  raster: Raster,
  text: Readonly<Record<string, string>> = {},
  { alpha = false }: { readonly alpha?: boolean } = {},
): Promise<Buffer> {
  const channels = { width: raster.width, height: raster.height, channels: 4 } as const;
  let picture = sharp(raster.data, { raw: channels });
  if (!alpha && isOpaque(raster)) picture = picture.removeAlpha();
  const png = await picture.png({ compressionLevel: 2, adaptiveFiltering: false }).toBuffer();
  const chunks = Object.entries(text).map(([keyword, value]) => textChunk(keyword, value));
  if (chunks.length === 0) return png;
  return Buffer.concat([png.subarray(0, END_OF_HEADER), ...chunks, png.subarray(END_OF_HEADER)]);
}

/** Signature (8 bytes) and IHDR (25 bytes), which every PNG begins with. */
const END_OF_HEADER = 33;

/** Chunks that are looked at, and the longest text that is read, in bytes: ours is the first after the header. */
const MAX_CHUNKS = 64;
const MAX_TEXT = 4 * 2 ** 20;

/**
 * The texts that encodePng put into a PNG, by keyword; none for anything else. Texts that are compressed are not ours
 * and may unfold to any length: they are passed over.
 */
export function readPngText(png: Uint8Array): ReadonlyMap<string, string> {
  const file = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const found = new Map<string, string>();
  if (file.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return found;
  let at = 8;
  for (let chunks = 0; chunks < MAX_CHUNKS && at + 12 <= file.length; chunks++) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT' || at + length + 12 > file.length) break;
    if (type === 'iTXt' && length <= MAX_TEXT) {
      const body = file.subarray(at + 8, at + 8 + length);
      const end = body.indexOf(0);
      const isOurs = end > 0 && body.subarray(end, end + 5).every((byte) => byte === 0);
      if (isOurs) found.set(body.toString('latin1', 0, end), body.toString('utf8', end + 5));
    }
    at += length + 12;
  }
  return found;
}

/** An uncompressed iTXt chunk: keyword, 0, compression flag and method, empty language and translation, UTF-8. */
function textChunk(keyword: string, value: string): Buffer {
  const body = Buffer.concat([
    Buffer.from('iTXt', 'latin1'),
    Buffer.from(keyword, 'latin1'),
    Buffer.from([0, 0, 0, 0, 0]),
    Buffer.from(value, 'utf8'),
  ]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

function isOpaque(raster: Raster): boolean {
  for (let i = 3; i < raster.data.length; i += 4) if (raster.data[i] !== 255) return false;
  return true;
}
