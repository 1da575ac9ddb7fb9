import type { Chunk } from './chunk.ts';
import { isSoundProfile } from './colour-profile.ts';
import { exifOrientation } from './exif-orientation.ts';
import type { KeptMetadataAndFrames } from './kept-metadata.ts';
import type { PhotoHeader } from './photo-header.ts';

/** More chunks than a still picture has; frames of an animation are not looked at beyond. */
const MAX_CHUNKS = 10_000;

/** VP8X's flags (WebP container, “Extended File Format”). */
const [ANIMATION, XMP_FLAG, EXIF_FLAG, PROFILE_FLAG] = [0x02, 0x04, 0x08, 0x20];

/** Bytes in front of a frame's own chunks within ANMF. */
const FRAME_HEADER = 16;

function* chunksOf(file: Buffer, start: number, stop: number): Generator<Chunk> {
  let count = 0;
  for (let at = start; at + 8 <= stop && count < MAX_CHUNKS; count++) {
    const end = at + 8 + file.readUInt32LE(at + 4);
    yield {
      type: file.toString('latin1', at, at + 4),
      from: at,
      body: at + 8,
      end: Math.min(end, stop),
      to: Math.min(end + (end & 1), stop),
    };
    at = end + (end & 1);
  }
}

const size24 = (file: Buffer, at: number): number => file.readUIntLE(at, 3) + 1;

/**
 * Reads a WebP's header. A lossy still picture is reduced as it is decoded; a lossless one is held whole, and of an
 * animation three canvases are.
 */
export function readWebpHeader(file: Buffer): PhotoHeader | undefined {
  let [width, height, held, channels, orientation] = [0, 0, 0, 3, 1];
  let animated = false;
  let pictures = 0;
  const stretch = (across: number, down: number): void => {
    width = Math.max(width, across);
    height = Math.max(height, down);
  };
  const read = ({ type, body, end }: Chunk): void => {
    switch (type) {
      case 'VP8X':
        animated ||= (file.readUInt8(body) & ANIMATION) !== 0;
        if (animated) held = Math.max(held, 12);
        stretch(size24(file, body + 4), size24(file, body + 7));
        break;
      case 'ANMF':
        if (pictures > 0) break;
        stretch(size24(file, body + 6), size24(file, body + 9));
        for (const inner of chunksOf(file, body + FRAME_HEADER, end)) read(inner);
        break;
      case 'VP8 ':
        if (pictures++ === 0)
          stretch(file.readUInt16LE(body + 6) & 0x3fff, file.readUInt16LE(body + 8) & 0x3fff);
        break;
      case 'VP8L': {
        if (pictures++ > 0) break;
        const bits = file.readUInt32LE(body + 1);
        stretch((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
        held = Math.max(held, 4);
        channels = 4;
        break;
      }
      case 'ALPH':
        channels = 4;
        // The alpha is packed without loss, and held.
        held = Math.max(held, 2);
        break;
      case 'EXIF':
        orientation = exifOrientation(exifIn(file, body, end));
        break;
    }
  };
  for (const chunk of chunksOf(file, 12, file.length)) read(chunk);
  if (pictures === 0) return undefined;
  return { width, height, bitDepth: 8, channels, orientation, held, reducible: !animated, animated };
}

/** Some writers put the marker of a JPEG in front. */
function exifIn(file: Buffer, body: number, end: number): Buffer {
  const data = file.subarray(body, end);
  return data.toString('latin1', 0, 6) === 'Exif\0\0' ? data.subarray(6) : data;
}

/** The picture alone, as cleanPng. */
export function cleanWebp(file: Buffer, { profile, frames }: KeptMetadataAndFrames): Buffer {
  const kept: Buffer[] = [];
  let [shown, flags] = [0, 0];
  let length = 0;
  for (const { type, from, body, end, to } of chunksOf(file, 12, file.length)) {
    const isFrame = type === 'ANMF';
    const isProfile = type === 'ICCP' && profile && isSoundProfile(file.subarray(body, end));
    const isPicture = type === 'VP8 ' || type === 'VP8L' || type === 'ALPH';
    if (!isProfile && !isPicture && type !== 'VP8X' && type !== 'ANIM' && !isFrame) continue;
    if (isFrame && shown++ > 0 && !frames) continue;
    if (isProfile) flags |= PROFILE_FLAG;
    const chunk = file.subarray(from, to);
    kept.push(chunk);
    length += chunk.length;
  }
  if (length + 12 >= file.length) return file;
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(length + 4, 4);
  const clean = Buffer.concat([head, ...kept]);
  if (clean.toString('latin1', 12, 16) === 'VP8X' && clean.length > 20) {
    const gone = XMP_FLAG | EXIF_FLAG | PROFILE_FLAG;
    clean[20] = (clean.readUInt8(20) & ~gone) | flags;
  }
  return clean;
}
