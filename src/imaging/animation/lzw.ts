/** Bits of the widest code, and how many codes there are then (GIF89a specification, appendix F). */
const WIDEST = 12;
const CODES = 2 ** WIDEST;

/**
 * Indices of a palette packed as GIF packs them: codes of growing width, in blocks of at most 255 bytes.
 *
 * @param bits of an index, 2–8
 */
export function packLzw(indices: Uint8Array, bits: number): Buffer {
  const clear = 2 ** bits;
  const writer = new CodeWriter(indices.length, bits);
  // For each code what comes of it with one index more; 0 = nothing yet, since no string has the code 0.
  const next = new Uint16Array(CODES * 256);
  let width = bits + 1;
  let free = clear + 2;
  writer.write(clear, width);
  let code = indices[0] ?? 0;
  for (let i = 1; i < indices.length; i++) {
    const index = indices[i]!;
    const longer = next[code * 256 + index]!;
    if (longer !== 0) {
      code = longer;
      continue;
    }
    writer.write(code, width);
    if (free < CODES) {
      // The reader knows a code one step later than the writer.
      if (free === 2 ** width) width++;
      next[code * 256 + index] = free++;
    } else {
      writer.write(clear, width);
      next.fill(0);
      width = bits + 1;
      free = clear + 2;
    }
    code = index;
  }
  writer.write(code, width);
  writer.write(clear + 1, width);
  return writer.end();
}

/** Writes codes, lowest bit first, into blocks that say their length. */
class CodeWriter {
  #bytes: Buffer;
  #at: number;
  /** Where the block's length stands. */
  #block: number;
  #bits = 0;
  #count = 0;

  constructor(indices: number, bits: number) {
    this.#bytes = Buffer.alloc(Math.max(1024, indices >> 1));
    this.#bytes[0] = bits;
    this.#block = 1;
    this.#at = 2;
  }

  write(code: number, width: number): void {
    this.#bits |= code << this.#count;
    this.#count += width;
    while (this.#count >= 8) {
      this.#byte(this.#bits & 255);
      this.#bits >>>= 8;
      this.#count -= 8;
    }
  }

  end(): Buffer {
    if (this.#count > 0) this.#byte(this.#bits & 255);
    const length = this.#at - this.#block - 1;
    this.#bytes[this.#block] = length;
    if (length > 0) {
      this.#grow();
      this.#bytes[this.#at++] = 0;
    }
    return Buffer.from(this.#bytes.subarray(0, this.#at));
  }

  #byte(value: number): void {
    this.#grow();
    this.#bytes[this.#at++] = value;
    if (this.#at - this.#block - 1 < 255) return;
    this.#bytes[this.#block] = 255;
    this.#block = this.#at++;
  }

  #grow(): void {
    if (this.#at + 2 < this.#bytes.length) return;
    const larger = Buffer.alloc(this.#bytes.length * 2);
    this.#bytes.copy(larger);
    this.#bytes = larger;
  }
}
