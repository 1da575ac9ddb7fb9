import { fromF16 } from '../float-bits.ts';
import { BLOCK_TYPES, type BlockTypeName } from './block-types.ts';

/** Reads one block. @param put takes each number at its place within the block */
type Decode = (block: DataView, put: (place: number, value: number) => void) => void;

const half = (block: DataView, at: number): number => fromF16(block.getUint16(at, true));

/** Half of a block's numbers lie in the lower four bits of its bytes, the other half above them. */
const nibbles =
  (start: number, value: (q: number, block: DataView) => number): Decode =>
  (block, put) => {
    for (let j = 0; j < 16; j++) {
      const byte = block.getUint8(start + j);
      put(j, value(byte & 15, block));
      put(j + 16, value(byte >>> 4, block));
    }
  };

/** Scale and minimum of one of eight parts: six bits each, in twelve bytes. */
function scaleAndMin(block: DataView, start: number, j: number): readonly [number, number] {
  const at = (i: number): number => block.getUint8(start + i);
  if (j < 4) return [at(j) & 63, at(j + 4) & 63];
  return [(at(j + 4) & 15) | ((at(j - 4) >>> 6) << 4), (at(j + 4) >>> 4) | ((at(j) >>> 6) << 4)];
}

/** @param high tells a number's fifth bit, worth 16 */
const withMinimums =
  (quants: number, high: (block: DataView, part: number, l: number) => number): Decode =>
  (block, put) => {
    const [d, min] = [half(block, 0), half(block, 2)];
    for (let part = 0; part < 8; part++) {
      const [scale, minimum] = scaleAndMin(block, 4, part);
      for (let l = 0; l < 32; l++) {
        const byte = block.getUint8(quants + 32 * (part >> 1) + l);
        const q = (part % 2 === 0 ? byte & 15 : byte >>> 4) | (high(block, part, l) << 4);
        put(32 * part + l, Math.fround(d * scale) * q - Math.fround(min * minimum));
      }
    }
  };

const DECODERS: Readonly<Record<BlockTypeName, Decode>> = {
  Q4_0: nibbles(2, (q, block) => half(block, 0) * (q - 8)),
  Q4_1: nibbles(4, (q, block) => half(block, 0) * q + half(block, 2)),
  Q8_0(block, put) {
    for (let j = 0; j < 32; j++) put(j, half(block, 0) * block.getInt8(2 + j));
  },
  Q4_K: withMinimums(16, () => 0),
  Q5_K: withMinimums(48, (block, part, l) => (block.getUint8(16 + l) >>> part) & 1),
  Q6_K(block, put) {
    const d = half(block, 208);
    for (let place = 0; place < 256; place++) {
      const [upper, k, l] = [place >> 7, (place >> 5) & 3, place & 31];
      const byte = block.getUint8(64 * upper + 32 * (k & 1) + l);
      const low = k < 2 ? byte & 15 : byte >>> 4;
      const high = (block.getUint8(128 + 32 * upper + l) >>> (2 * k)) & 3;
      const scale = block.getInt8(192 + (place >> 4));
      put(place, Math.fround(d * scale) * ((low | (high << 4)) - 32));
    }
  },
};

/** The numbers that blocks stand for, in 32 bits, exactly as ggml's `dequantize_row_…` computes them. */
export function decodeBlocks(bytes: Uint8Array, type: BlockTypeName): Float32Array {
  const { numbers, bytes: size } = BLOCK_TYPES[type];
  const values = new Float32Array((bytes.length / size) * numbers);
  for (let at = 0, start = 0; at < bytes.length; at += size, start += numbers) {
    DECODERS[type](new DataView(bytes.buffer, bytes.byteOffset + at, size), (place, value) => {
      values[start + place] = value;
    });
  }
  return values;
}
