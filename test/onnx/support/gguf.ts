import { writeFile } from 'node:fs/promises';
import { toF16 } from '../../../src/onnx/float-bits.ts';

/** A tensor to write: dimensions in the file's own order, columns first. */
export interface GgufTensor {
  readonly name: string;
  readonly dims: readonly number[];
  /** ggml's number of the type. */
  readonly type: number;
  readonly data: Uint8Array;
}

export const TYPE_NUMBERS = {
  F32: 0,
  F16: 1,
  Q4_0: 2,
  Q4_1: 3,
  Q8_0: 8,
  Q4_K: 12,
  Q5_K: 13,
  Q6_K: 14,
  BF16: 30,
};

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};

const string = (text: string): Buffer => Buffer.concat([u64(Buffer.byteLength(text)), Buffer.from(text)]);

/** A list of strings, as vocabularies are kept. */
const list = (texts: readonly string[]): Buffer =>
  Buffer.concat([u32(9), u32(8), u64(texts.length), ...texts.map(string)]);

/** Writes a GGUF file by the format's description, with metadata of several types before the tensors. */
export async function writeGguf(
  file: string,
  tensors: readonly GgufTensor[],
  { version = 3, alignment = 32 }: { readonly version?: number; readonly alignment?: number } = {},
): Promise<void> {
  const padded = (length: number): number => Math.ceil(length / alignment) * alignment;
  const entries = [
    Buffer.concat([string('general.architecture'), u32(8), string('lumina2')]),
    Buffer.concat([string('general.alignment'), u32(4), u32(alignment)]),
    Buffer.concat([string('some.flag'), u32(7), Buffer.from([1])]),
    Buffer.concat([string('some.double'), u32(12), Buffer.alloc(8)]),
    Buffer.concat([string('tokenizer.ggml.tokens'), list(['a', '가', 'ab'])]),
  ];
  let at = 0;
  const infos = tensors.map(({ name, dims, type, data }) => {
    const info = Buffer.concat([string(name), u32(dims.length), ...dims.map(u64), u32(type), u64(at)]);
    at = padded(at + data.length);
    return info;
  });
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    ...[u32(version), u64(tensors.length), u64(entries.length)],
    ...entries,
    ...infos,
  ]);
  const parts: Uint8Array[] = [head, Buffer.alloc(padded(head.length) - head.length)];
  for (const { data } of tensors) parts.push(data, Buffer.alloc(padded(data.length) - data.length));
  await writeFile(file, Buffer.concat(parts));
}

const half = (value: number): number[] => [toF16(value) & 255, toF16(value) >>> 8];

/** Values in blocks of 32 as Q8_0: the nearest of 255 steps. */
export function asQ80(values: Float32Array): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < values.length; at += 32) {
    const block = values.subarray(at, at + 32);
    const d = block.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
    bytes.push(...half(d), ...[...block].map((value) => Math.round(value / (d || 1)) & 255));
  }
  return Uint8Array.from(bytes);
}

/** Values in blocks of 32 as Q4_0: sixteen steps. */
export function asQ40(values: Float32Array): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < values.length; at += 32) {
    const block = values.subarray(at, at + 32);
    const d = block.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 7;
    const q = [...block].map((value) => Math.round(value / (d || 1)) + 8);
    bytes.push(...half(d), ...q.slice(0, 16).map((low, j) => low | (q[j + 16]! << 4)));
  }
  return Uint8Array.from(bytes);
}

/** Parts of a block of 256 numbers with minimums. */
export interface Parts {
  readonly d: number;
  readonly min: number;
  /** Eight each, 0 – 63. */
  readonly scales: readonly number[];
  readonly minimums: readonly number[];
  /** 256, 0 – 15 or 31. */
  readonly q: readonly number[];
}

function sixBits(scales: readonly number[], minimums: readonly number[]): number[] {
  const low = [0, 1, 2, 3].map((j) => scales[j]! | ((scales[j + 4]! >>> 4) << 6));
  const middle = [0, 1, 2, 3].map((j) => minimums[j]! | ((minimums[j + 4]! >>> 4) << 6));
  const high = [4, 5, 6, 7].map((j) => (scales[j]! & 15) | ((minimums[j]! & 15) << 4));
  return [...low, ...middle, ...high];
}

/** A number's place in its group of 64: the lower four bits of a byte hold the first 32, the upper ones the others. */
const fourBits = (q: readonly number[]): number[] =>
  Array.from({ length: 128 }, (_, i) => {
    const start = 64 * Math.floor(i / 32) + (i % 32);
    return (q[start]! & 15) | ((q[start + 32]! & 15) << 4);
  });

export const packQ4K = ({ d, min, scales, minimums, q }: Parts): Uint8Array =>
  Uint8Array.from([...half(d), ...half(min), ...sixBits(scales, minimums), ...fourBits(q)]);

export function packQ5K({ d, min, scales, minimums, q }: Parts): Uint8Array {
  const fifth = Array.from({ length: 32 }, (_, l) =>
    [0, 1, 2, 3, 4, 5, 6, 7].reduce((bits, part) => bits | ((q[32 * part + l]! >>> 4) << part), 0),
  );
  return Uint8Array.from([...half(d), ...half(min), ...sixBits(scales, minimums), ...fifth, ...fourBits(q)]);
}

/** @param q 256 of −32 – 31 @param scales sixteen of −128 – 127 */
export function packQ6K(d: number, scales: readonly number[], q: readonly number[]): Uint8Array {
  const plain = q.map((value) => value + 32);
  const low: number[] = [];
  const high: number[] = [];
  for (const upper of [0, 128]) {
    const at = (k: number, l: number): number => plain[upper + 32 * k + l]!;
    for (let l = 0; l < 64; l++) {
      const [k, place] = [l < 32 ? 0 : 1, l % 32];
      low.push((at(k, place) & 15) | ((at(k + 2, place) & 15) << 4));
    }
    for (let l = 0; l < 32; l++) {
      high.push([0, 1, 2, 3].reduce((bits, k) => bits | ((at(k, l) >>> 4) << (2 * k)), 0));
    }
  }
  return Uint8Array.from([...low, ...high, ...scales.map((scale) => scale & 255), ...half(d)]);
}
