import type { Readable, Writable } from 'node:stream';
import type { SvgTrouble } from '../../svg/check-svg.ts';

/** What the process is asked for. The picture's bytes follow. */
export interface IsolatedRequest {
  readonly maxSide?: number;
  /** A drawing is looked through and then painted; HEIC has a decoder of its own. */
  readonly what: 'drawing' | 'heic' | 'picture';
  /** Bytes above what the process has at rest. */
  readonly memory: number;
  /** Seconds of processor time. */
  readonly seconds: number;
}

/** What it answers. Pixels follow where there are any: RGBA, 4 bytes each. */
export type IsolatedAnswer =
  | { readonly width: number; readonly height: number }
  | { readonly trouble: SvgTrouble }
  | { readonly failed: string };

/** A message: the length of its head in 4 bytes, the head as JSON, and bytes to the end of the stream. */
export function send(stream: Writable, head: IsolatedRequest | IsolatedAnswer, bytes: Uint8Array): void {
  const json = Buffer.from(JSON.stringify(head), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length, 0);
  stream.write(Buffer.concat([length, json]));
  stream.end(bytes);
}

/** Reads such a message to the end of the stream. */
export async function receive<T>(stream: Readable): Promise<{ readonly head: T; readonly bytes: Buffer }> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const all = Buffer.concat(parts);
  const end = 4 + all.readUInt32LE(0);
  // The other side of this pipe is our own code.
  return { head: JSON.parse(all.toString('utf8', 4, end)) as T, bytes: all.subarray(end) };
}
