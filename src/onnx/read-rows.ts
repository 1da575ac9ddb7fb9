import { open } from 'node:fs/promises';
import { decodeFloats } from './float-bits.ts';
import { isBlockType } from './gguf/block-types.ts';
import { decodeBlocks } from './gguf/decode-blocks.ts';
import type { StoredRows } from './graph.ts';
import type { StoredTensor } from './safetensors.ts';
import { floatTypeOf } from './weights.ts';

/**
 * Reads some rows of a stored matrix, as an embedding table is looked up.
 *
 * @param indexes from 0 to the number of rows less one
 * @returns [indexes, width]
 */
export async function readRows(rows: StoredRows, indexes: readonly number[]): Promise<Float32Array> {
  const { tensor, start } = rows;
  const rowBytes = tensor.bytes / tensor.shape[0]!;
  const bytes = new Uint8Array(indexes.length * rowBytes);
  const handle = await open(tensor.realFile);
  try {
    await Promise.all(
      indexes.map((index, i) => {
        if (!(index >= 0 && index < rows.count)) throw new Error(`${tensor.name} has no row ${index}`);
        return handle.read(bytes, i * rowBytes, rowBytes, tensor.offset + (start + index) * rowBytes);
      }),
    );
  } finally {
    await handle.close();
  }
  return numbersOf(bytes, rows);
}

/** Reads all of a stored tensor. */
export async function readTensor(rows: StoredRows): Promise<Float32Array> {
  const { tensor, start, count } = rows;
  const rowBytes = tensor.shape.length === 0 ? tensor.bytes : tensor.bytes / Math.max(1, tensor.shape[0]!);
  const bytes = await readTensorBytes(tensor, start * rowBytes, count * rowBytes);
  return numbersOf(bytes, rows);
}

/** Reads a stored tensor as it is. @param from, length in bytes; absent = all of it */
export async function readTensorBytes(
  { realFile, offset, bytes: all }: StoredTensor,
  from = 0,
  length = all,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  const handle = await open(realFile);
  try {
    await handle.read(bytes, 0, length, offset + from);
  } finally {
    await handle.close();
  }
  return bytes;
}

/** Stored bytes as numbers, times their scale. @throws UserError `model-dtype` */
function numbersOf(bytes: Uint8Array, rows: StoredRows): Float32Array {
  const { scale, tensor } = rows;
  const values = isBlockType(tensor.dtype)
    ? decodeBlocks(bytes, tensor.dtype)
    : decodeFloats(bytes, floatTypeOf(rows));
  if (scale !== undefined) for (let i = 0; i < values.length; i++) values[i]! *= scale;
  return values;
}
