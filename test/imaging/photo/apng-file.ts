import { crc32 } from 'node:zlib';

/** A still PNG as a frame of an animation, and where it lies. */
export interface StillFrame {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
}

/** An animated PNG (APNG 1.0) of still ones, of which the first is as large as the canvas; later frames are laid over. */
export function apngOf(frames: readonly StillFrame[]): Buffer {
  const [first] = frames;
  const parts = [first!.png.subarray(0, 33), chunk('acTL', words(frames.length, 0))];
  let sequence = 0;
  for (const [index, { png, width, height, x = 0, y = 0 }] of frames.entries()) {
    const place = words(sequence++, width, height, x, y);
    parts.push(chunk('fcTL', Buffer.concat([place, Buffer.from([0, 1, 0, 10, 0, 1])])));
    for (const data of picturesIn(png)) {
      parts.push(index === 0 ? chunk('IDAT', data) : chunk('fdAT', Buffer.concat([words(sequence++), data])));
    }
  }
  return Buffer.concat([...parts, chunk('IEND', Buffer.alloc(0))]);
}

function* picturesIn(png: Buffer): Generator<Buffer> {
  for (let at = 8; at + 12 <= png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      yield png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
  }
}

function words(...values: readonly number[]): Buffer {
  const out = Buffer.alloc(4 * values.length);
  for (const [i, value] of values.entries()) out.writeUInt32BE(value, 4 * i);
  return out;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  return Buffer.concat([words(body.length), named, words(crc32(named))]);
}
