import { crc32 } from 'node:zlib';
import type { Box } from '../../ad/geometry.ts';
import { chunksOf } from './png.ts';

/** A frame of an animated PNG (APNG 1.0, “fcTL”). */
export interface ApngFrame {
  /** Where it lies on the canvas. */
  readonly box: Box;
  /** What becomes of its place once it was shown: it stays, is emptied, or is as it was before. */
  readonly dispose: 'none' | 'background' | 'previous';
  /** Whether it is laid over what is there, and does not replace it. */
  readonly over: boolean;
  /** The frame as a still PNG of its own. */
  readonly still: Buffer;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** Chunks in front of the picture that say how its samples are to be read. */
const READING: ReadonlySet<string> = new Set(['PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'cICP', 'sBIT']);

const DISPOSE = ['none', 'background', 'previous'] as const;

/**
 * The frames of an animated PNG, in the order in which they are shown, at most `max`. A picture in front that is no
 * frame is what others show, and is left out.
 */
export function apngFrames(file: Buffer, max: number): ApngFrame[] {
  const header = file.subarray(8, 33);
  const reading: Buffer[] = [];
  const frames: { readonly control: Buffer; readonly data: Buffer[] }[] = [];
  for (const { type, from, body, end, to } of chunksOf(file)) {
    if (type === 'fcTL' && end - body >= 26) {
      if (frames.length === max) break;
      frames.push({ control: file.subarray(body, end), data: [] });
    } else if (READING.has(type) && frames.every(({ data }) => data.length === 0)) {
      reading.push(file.subarray(from, to));
    } else if (type === 'IDAT') frames.at(-1)?.data.push(file.subarray(body, end));
    // Behind its own number an fdAT is an IDAT.
    else if (type === 'fdAT' && end - body >= 4) frames.at(-1)?.data.push(file.subarray(body + 4, end));
  }
  return frames
    .filter(({ data }) => data.length > 0)
    .map(({ control, data }): ApngFrame => {
      const [width, height] = [control.readUInt32BE(4), control.readUInt32BE(8)];
      const ihdr = Buffer.from(header.subarray(8, 21));
      ihdr.writeUInt32BE(width, 0);
      ihdr.writeUInt32BE(height, 4);
      const parts = [SIGNATURE, chunk('IHDR', ihdr), ...reading, ...data.map((each) => chunk('IDAT', each))];
      return {
        box: { x: control.readUInt32BE(12), y: control.readUInt32BE(16), width, height },
        dispose: DISPOSE[control.readUInt8(24)] ?? 'none',
        over: control.readUInt8(25) === 1,
        still: Buffer.concat([...parts, chunk('IEND', Buffer.alloc(0))]),
      };
    });
}

function chunk(type: string, body: Buffer): Buffer {
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length, 0);
  out.write(type, 4, 'latin1');
  body.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, body.length + 8)), body.length + 8);
  return out;
}
