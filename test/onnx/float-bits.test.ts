import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFloats, encodeFloats, fromF16, toF16 } from '../../src/onnx/float-bits.ts';

const through = (value: number, type: 'f16' | 'bf16'): number =>
  decodeFloats(encodeFloats([value], type), type)[0]!;

describe('half floats', () => {
  it('come back from every one of their bit patterns', () => {
    for (let bits = 0; bits < 2 ** 16; bits++) {
      const value = fromF16(bits);
      if (Number.isNaN(value)) expect(Number.isNaN(fromF16(toF16(value)))).toBe(true);
      else if (toF16(value) !== bits) expect.fail(`${bits} came back as ${toF16(value)}`);
    }
  });

  it('are the nearest, ties to even', () => {
    expect(toF16(1 + 2 ** -11)).toBe(0x3c00);
    expect(toF16(1 + 3 * 2 ** -11)).toBe(0x3c02);
    expect(toF16(65519.99)).toBe(0x7bff);
    expect(toF16(65520)).toBe(0x7c00);
    expect(toF16(2 ** -25)).toBe(0);
    expect(toF16(-(2 ** -24))).toBe(0x8001);
    expect(toF16(Number.NEGATIVE_INFINITY)).toBe(0xfc00);
    fc.assert(
      fc.property(fc.float({ min: -65504, max: 65504, noNaN: true }), (value) => {
        const half = through(value, 'f16');
        expect(Math.abs(half - value)).toBeLessThanOrEqual(Math.max(2 ** -25, Math.abs(value) * 2 ** -11));
      }),
    );
  });
});

describe('bfloat16', () => {
  it('is the nearest, ties to even, and keeps the range of 32 bits', () => {
    expect(through(1 + 2 ** -8, 'bf16')).toBe(1);
    expect(through(1 + 3 * 2 ** -8, 'bf16')).toBe(1 + 2 ** -6);
    expect(through(3e38, 'bf16')).toBeGreaterThan(2.9e38);
    expect(through(Number.NaN, 'bf16')).toBeNaN();
    fc.assert(
      fc.property(
        fc.float({ noNaN: true, noDefaultInfinity: true, max: 2 ** 127, min: -(2 ** 127) }),
        (value) => {
          const short = through(value, 'bf16');
          expect(Math.abs(short - value)).toBeLessThanOrEqual(Math.max(2 ** -133, Math.abs(value) * 2 ** -8));
          expect(through(short, 'bf16')).toBe(short);
        },
      ),
    );
  });
});

describe('floats of a byte', () => {
  const all = (type: 'e4m3' | 'e5m2') =>
    decodeFloats(
      Uint8Array.from({ length: 256 }, (_, bits) => bits),
      type,
    );

  it('of three bits of fraction have no infinity and go to 448', () => {
    const values = all('e4m3');
    expect([0x00, 0x01, 0x07, 0x08, 0x38, 0x7e, 0xfe, 0xb9].map((bits) => values[bits])).toEqual([
      0,
      2 ** -9,
      7 * 2 ** -9,
      2 ** -6,
      1,
      448,
      -448,
      -1.125,
    ]);
    expect(values.filter(Number.isNaN)).toHaveLength(2);
    expect(values.some((value) => Math.abs(value) === Number.POSITIVE_INFINITY)).toBe(false);
    expect(values.slice(0, 0x7f)).toEqual(values.slice(0, 0x7f).sort());
  });

  it('of two bits of fraction are the upper halves of half floats', () => {
    const values = all('e5m2');
    for (let bits = 0; bits < 256; bits++) expect(values[bits]).toEqual(fromF16(bits << 8));
  });
});
