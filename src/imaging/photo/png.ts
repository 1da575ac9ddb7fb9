import { crc32, inflateSync } from 'node:zlib';
import type { Chunk } from './chunk.ts';
import { isSoundProfile, LARGEST_PROFILE } from './colour-profile.ts';
import { exifOrientation } from './exif-orientation.ts';
import type { KeptMetadata } from './kept-metadata.ts';
import type { PhotoHeader } from './photo-header.ts';

/** Samples a pixel by colour type (PNG, 11.2.1); a palette's are laid out as colours with alpha. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 4, 4: 2, 6: 4 };

/**
 * Chunks that are part of how the picture looks. All others (texts, times, EXIF, later frames, private ones) are left
 * out: packed texts and profiles of a few kB may stand for gigabytes.
 */
const LOOK: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND'],
  ...['tRNS', 'gAMA', 'cHRM', 'sRGB', 'cICP', 'sBIT', 'bKGD', 'pHYs'],
]);

/** Chunks that are looked at for what stands beside the picture: one of 40 MB in pieces of 8 kB has some 5,000. */
const MAX_CHUNKS = 50_000;

/** The chunks in their order; the last may break off. */
export function* chunksOf(file: Buffer): Generator<Chunk> {
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const end = at + 8 + length;
    yield {
      type: file.toString('latin1', at + 4, at + 8),
      from: at,
      body: at + 8,
      end: Math.min(end, file.length),
      to: Math.min(end + 4, file.length),
    };
    at = end + 4;
  }
}

/** Reads a PNG's header (PNG, 11.2.1). An interlaced picture is held whole, and of an animation four canvases are. */
export function readPngHeader(file: Buffer): PhotoHeader | undefined {
  if (file.length < 33 || file.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  const colour = file.readUInt8(25);
  const channels = CHANNELS[colour];
  const bitDepth = file.readUInt8(24);
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(bitDepth)) return undefined;
  const { exif, animated } = aboutPicture(file);
  const interlaced = file.readUInt8(28) !== 0;
  const held = interlaced ? channels * (bitDepth === 16 ? 2 : 1) : 0;
  return {
    width: file.readUInt32BE(16),
    height: file.readUInt32BE(20),
    bitDepth,
    channels,
    orientation: exif === undefined ? 1 : exifOrientation(exif),
    held: animated ? Math.max(held, 16) : held,
    reducible: false,
    animated,
  };
}

/** EXIF may also stand behind the picture. */
function aboutPicture(file: Buffer): { readonly exif?: Buffer; readonly animated: boolean } {
  let seen = 0;
  let animated = false;
  for (const { type, body, end } of chunksOf(file)) {
    if (type === 'acTL') animated = true;
    if (type === 'eXIf') return { exif: file.subarray(body, end), animated };
    if (++seen > MAX_CHUNKS) break;
  }
  return { animated };
}

/**
 * The picture alone, with its colour profile where that is wanted and sound. The same object where nothing was to be
 * taken out.
 */
export function cleanPng(file: Buffer, { profile }: KeptMetadata): Buffer {
  const kept: [from: number, to: number][] = [[0, 8]];
  let profiles = 0;
  for (const chunk of chunksOf(file)) {
    const isProfile = chunk.type === 'iCCP' && profile && profiles++ === 0 && isSound(file, chunk);
    if (!LOOK.has(chunk.type) && !isProfile) continue;
    const last = kept.at(-1);
    if (last !== undefined && last[1] === chunk.from) last[1] = chunk.to;
    else kept.push([chunk.from, chunk.to]);
    if (chunk.type === 'IEND') break;
  }
  if (kept.length === 1 && kept[0]?.[1] === file.length) return file;
  return Buffer.concat(kept.map(([from, to]) => file.subarray(from, to)));
}

/** Whether a profile unpacks to what it states, with no more memory than a profile may have. */
function isSound(file: Buffer, { from, body, end, to }: Chunk): boolean {
  if (to - end !== 4 || crc32(file.subarray(from + 4, end)) !== file.readUInt32BE(end)) return false;
  const name = file.indexOf(0, body);
  if (name < 0 || name + 2 > end) return false;
  try {
    return isSoundProfile(inflateSync(file.subarray(name + 2, end), { maxOutputLength: LARGEST_PROFILE }));
  } catch {
    return false;
  }
}
