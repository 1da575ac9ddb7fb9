import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Of a whole file, as hex digits. */
export async function digestOf(
  path: string,
  algorithm: 'sha256' | 'md5',
  signal?: AbortSignal,
): Promise<string> {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) {
    signal?.throwIfAborted();
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
