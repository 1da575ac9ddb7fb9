import type { ByteChunk } from './wire.ts';

/** Longest piece of bytes in one message: serialising it holds the event loop for well under a millisecond. */
const CHUNK_BYTES = 2 ** 18;

/** Stands in a message for an array of bytes that went ahead of it. */
interface BytesRef {
  readonly bytesKey: string;
}

const isBytesRef = (value: unknown): value is BytesRef =>
  typeof value === 'object' && value !== null && 'bytesKey' in value && typeof value.bytesKey === 'string';

type Bytes = Uint8Array | Uint8ClampedArray;

const isBytes = (value: unknown): value is Bytes =>
  value instanceof Uint8Array || value instanceof Uint8ClampedArray;

/** The value with each of its parts replaced. Plain objects and arrays are gone through. */
function replaced(value: unknown, replace: (part: unknown) => unknown): unknown {
  const other = replace(value);
  if (other !== value || typeof value !== 'object' || value === null || ArrayBuffer.isView(value))
    return other;
  if (Array.isArray(value)) return value.map((part) => replaced(part, replace));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaced(part, replace)]));
}

/** Takes the bytes out of a value. Their memory is read as the pieces are taken, a copy at a time. */
export function detachBytes(value: unknown, call: number): { value: unknown; chunks: Iterable<ByteChunk> } {
  const arrays: { key: string; bytes: Bytes }[] = [];
  const message = replaced(value, (part) => {
    if (!isBytes(part)) return part;
    const key = `${call}/${arrays.length}`;
    arrays.push({ key, bytes: part });
    return { bytesKey: key } satisfies BytesRef;
  });
  return { value: message, chunks: chunksOf(arrays) };
}

function* chunksOf(arrays: readonly { key: string; bytes: Bytes }[]): Iterable<ByteChunk> {
  for (const { key, bytes } of arrays) {
    for (let at = 0; at === 0 || at < bytes.length; at += CHUNK_BYTES) {
      // A copy: shared memory cannot be sent.
      yield { key, total: bytes.length, bytes: new Uint8Array(bytes.subarray(at, at + CHUNK_BYTES)) };
    }
  }
}

/** Bytes that have come ahead of the messages that refer to them. */
export class ChunkAssembler {
  readonly #arrays = new Map<string, { readonly bytes: Uint8Array; filled: number }>();

  add({ key, total, bytes }: ByteChunk): void {
    const array = this.#arrays.get(key) ?? { bytes: new Uint8Array(total), filled: 0 };
    this.#arrays.set(key, array);
    array.bytes.set(bytes, array.filled);
    array.filled += bytes.length;
  }

  /** The value with its bytes in their places. */
  attachBytes(value: unknown): unknown {
    return replaced(value, (part) => {
      if (!isBytesRef(part)) return part;
      const array = this.#arrays.get(part.bytesKey);
      if (array === undefined || array.filled !== array.bytes.length)
        throw new Error(`Bytes ${part.bytesKey} are missing`);
      this.#arrays.delete(part.bytesKey);
      return array.bytes;
    });
  }
}
