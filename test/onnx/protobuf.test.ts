import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProtobufWriter } from '../../src/onnx/protobuf.ts';

/** Reads one level of a message: field numbers with their raw values. */
function read(bytes: Uint8Array): (readonly [field: number, value: bigint | Uint8Array])[] {
  const fields: (readonly [number, bigint | Uint8Array])[] = [];
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++]!;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    if (tag % 8 === 0) fields.push([tag >> 3, varint()]);
    else {
      const length = tag % 8 === 5 ? 4 : Number(varint());
      fields.push([tag >> 3, bytes.slice(at, at + length)]);
      at += length;
    }
  }
  return fields;
}

describe('ProtobufWriter', () => {
  it('writes whole numbers of all sizes, negative ones as 64 bits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 20 }),
        fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
        (field, value) => {
          const [[readField, bits] = [0, 0n]] = read(new ProtobufWriter().integer(field, value).finish());
          expect(readField).toBe(field);
          expect(BigInt.asIntN(64, bits as bigint)).toBe(value);
        },
      ),
    );
  });

  it('writes texts, floats and messages, in order', () => {
    const bytes = new ProtobufWriter()
      .string(1, '한글')
      .float(2, 1.5)
      .message(3, (inner) => inner.integer(1, 300))
      .bytes(3, new Uint8Array(0))
      .finish();
    expect(read(bytes)).toEqual([
      [1, new TextEncoder().encode('한글')],
      [2, new Uint8Array(Float32Array.of(1.5).buffer)],
      [3, Uint8Array.of(0x08, 0xac, 0x02)],
      [3, new Uint8Array(0)],
    ]);
  });
});
