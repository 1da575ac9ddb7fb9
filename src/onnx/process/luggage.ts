import type { Part } from './wire.ts';

/** Longest piece of bytes in one message: serialising it holds the event loop for well under a millisecond. */
const PIECE = 2 ** 18;

/** Stands in a message for an array of bytes that went ahead of it. */
interface Ticket {
  readonly luggage: string;
}

const isTicket = (value: unknown): value is Ticket =>
  typeof value === 'object' && value !== null && 'luggage' in value && typeof value.luggage === 'string';

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
export function unload(value: unknown, call: number): { value: unknown; parts: Iterable<Part> } {
  const bags: { key: string; bytes: Bytes }[] = [];
  const light = replaced(value, (part) => {
    if (!isBytes(part)) return part;
    const key = `${call}/${bags.length}`;
    bags.push({ key, bytes: part });
    return { luggage: key } satisfies Ticket;
  });
  return { value: light, parts: pieces(bags) };
}

function* pieces(bags: readonly { key: string; bytes: Bytes }[]): Iterable<Part> {
  for (const { key, bytes } of bags) {
    for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
      // A copy: shared memory cannot be sent.
      yield { key, total: bytes.length, bytes: new Uint8Array(bytes.subarray(at, at + PIECE)) };
    }
  }
}

/** Bytes that have come ahead of the messages that refer to them. */
export class LuggageRoom {
  readonly #bags = new Map<string, { readonly bytes: Uint8Array; filled: number }>();

  take({ key, total, bytes }: Part): void {
    const bag = this.#bags.get(key) ?? { bytes: new Uint8Array(total), filled: 0 };
    this.#bags.set(key, bag);
    bag.bytes.set(bytes, bag.filled);
    bag.filled += bytes.length;
  }

  /** The value with its bytes in their places. */
  load(value: unknown): unknown {
    return replaced(value, (part) => {
      if (!isTicket(part)) return part;
      const bag = this.#bags.get(part.luggage);
      if (bag === undefined || bag.filled !== bag.bytes.length)
        throw new Error(`Bytes ${part.luggage} are missing`);
      this.#bags.delete(part.luggage);
      return bag.bytes;
    });
  }
}
