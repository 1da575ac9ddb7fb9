/**
 * Writes the protocol-buffer wire format: as much of it as an ONNX model needs (varints, 32-bit floats and
 * length-delimited fields). Field numbers and meanings are the caller's.
 *
 * Source: protobuf.dev/programming-guides/encoding.
 */
export class ProtobufWriter {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  /** A whole number from -2⁶³ to 2⁶³−1 (as int64, not zigzag). */
  integer(field: number, value: number | bigint): this {
    this.#varint(tag(field, 0));
    this.#varint(BigInt.asUintN(64, BigInt(value)));
    return this;
  }

  float(field: number, value: number): this {
    this.#varint(tag(field, 5));
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    return this.#append(bytes);
  }

  string(field: number, value: string): this {
    return this.bytes(field, new TextEncoder().encode(value));
  }

  /** The bytes are referred to, not copied, until `finish`. */
  bytes(field: number, value: Uint8Array): this {
    this.#varint(tag(field, 2));
    this.#varint(BigInt(value.length));
    return this.#append(value);
  }

  message(field: number, write: (writer: ProtobufWriter) => void): this {
    const inner = new ProtobufWriter();
    write(inner);
    return this.bytes(field, inner.finish());
  }

  finish(): Uint8Array {
    const all = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  #append(bytes: Uint8Array): this {
    this.#parts.push(bytes);
    this.#length += bytes.length;
    return this;
  }

  #varint(value: bigint): void {
    const bytes: number[] = [];
    let rest = value;
    do {
      const low = Number(rest & 0x7fn);
      rest >>= 7n;
      bytes.push(rest === 0n ? low : low | 0x80);
    } while (rest !== 0n);
    this.#append(Uint8Array.from(bytes));
  }
}

const tag = (field: number, wireType: number): bigint => BigInt((field << 3) | wireType);
