import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { FloatType } from '../../../src/onnx/element-type.ts';
import { decodeFloats, encodeFloats } from '../../../src/onnx/float-bits.ts';
import { readSafetensors, type StoredTensor } from '../../../src/onnx/safetensors.ts';

export interface TensorToWrite {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  /** Little-endian, whole or in pieces; made when it is that tensor's turn, so that large files need little memory. */
  readonly data: () => Uint8Array | Iterable<Uint8Array>;
}

const BYTES: Readonly<Record<string, number>> = { F32: 4, F16: 2, BF16: 2, I32: 4, I64: 8, F8_E4M3: 1 };

export const floatTensor = (
  name: string,
  shape: readonly number[],
  values: () => ArrayLike<number>,
  type: FloatType = 'f32',
): TensorToWrite => ({
  name,
  shape,
  dtype: type.toUpperCase(),
  data: () => encodeFloats(values(), type),
});

/** Writes a safetensors file with its tensors in the order given. Returns its size. */
export async function writeSafetensors(
  file: string,
  tensors: readonly TensorToWrite[],
  metadata?: Readonly<Record<string, string>>,
): Promise<number> {
  let at = 0;
  const header: Record<string, unknown> = metadata === undefined ? {} : { __metadata__: metadata };
  for (const { name, shape, dtype } of tensors) {
    const end = at + shape.reduce((all, dim) => all * dim, Object.hasOwn(BYTES, dtype) ? BYTES[dtype]! : 1);
    header[name] = { dtype, shape, data_offsets: [at, end] };
    at = end;
  }
  const text = Buffer.from(JSON.stringify(header));
  const padded = Buffer.concat([text, Buffer.alloc((8 - (text.length % 8)) % 8, ' ')]);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.length));
  const out = createWriteStream(file);
  out.write(length);
  out.write(padded);
  for (const tensor of tensors) {
    const data = tensor.data();
    for (const piece of data instanceof Uint8Array ? [data] : data) {
      if (!out.write(piece)) await once(out, 'drain');
    }
  }
  out.end();
  await finished(out);
  return 8 + padded.length + at;
}

/** A stored tensor's bytes. */
async function readBytes(tensor: StoredTensor): Promise<Uint8Array> {
  const handle = await open(tensor.realFile);
  try {
    const bytes = new Uint8Array(tensor.bytes);
    await handle.read(bytes, 0, bytes.length, tensor.offset);
    return bytes;
  } finally {
    await handle.close();
  }
}

/** All float tensors of a small file. */
export async function readFloats(
  file: string,
): Promise<Map<string, { shape: readonly number[]; data: Float32Array }>> {
  const { tensors } = await readSafetensors(file);
  const all = new Map<string, { shape: readonly number[]; data: Float32Array }>();
  for (const [name, tensor] of tensors) {
    const type = { F32: 'f32', F16: 'f16', BF16: 'bf16' }[tensor.dtype] as FloatType | undefined;
    if (type !== undefined)
      all.set(name, { shape: tensor.shape, data: decodeFloats(await readBytes(tensor), type) });
  }
  return all;
}
