/** The bytes that were read end before the header does. */
export class EndOfHeader extends Error {
  /** How many bytes there must be at least. */
  readonly wanted: number;

  constructor(wanted: number) {
    super(`The header goes on after ${wanted} bytes`);
    this.name = 'EndOfHeader';
    this.wanted = wanted;
  }
}

/** Bytes of a metadata value by its type's number; strings and lists are none of a fixed length. */
const LENGTHS: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
};
const [U32, STRING, LIST] = [4, 8, 9];

/** Walks through the header of a GGUF file, all of whose numbers are little-endian. */
export class Cursor {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  /** Numbers beyond what JavaScript counts exactly are no lengths. */
  u64(): number {
    return Number(this.#view.getBigUint64(this.#take(8), true));
  }

  text(length: number): string {
    const start = this.#take(length);
    return Buffer.from(this.#bytes.subarray(start, start + length)).toString('utf8');
  }

  string(): string {
    return this.text(this.u64());
  }

  /** A metadata value as text: lists, of which a vocabulary is one, are passed over. Undefined for an unknown type. */
  value(type: number): string | undefined {
    if (type === STRING) return this.string();
    if (type === LIST) return this.#passList();
    const length = LENGTHS[type];
    if (length === undefined) return undefined;
    const start = this.#take(length);
    return type === U32 ? String(this.#view.getUint32(start, true)) : '';
  }

  #passList(): string | undefined {
    const type = this.u32();
    const count = this.u64();
    const length = LENGTHS[type];
    if (length !== undefined) this.#take(length * count);
    else if (type === STRING) for (let i = 0; i < count; i++) this.#take(this.u64());
    else return undefined;
    return '';
  }

  #take(length: number): number {
    const start = this.at;
    if (!(start + length <= this.#bytes.length)) throw new EndOfHeader(start + length);
    this.at = start + length;
    return start;
  }
}
