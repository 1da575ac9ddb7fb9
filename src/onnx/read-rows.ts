import { open } from 'node:fs/promises';
import { decodeFloats } from './float-bits.ts';
import type { StoredRows } from './graph.ts';
import { floatTypeOf } from './weights.ts';

/**
 * Reads some rows of a stored matrix, as an embedding table is looked up.
 *
 * @param indexes from 0 to the number of rows less one
 * @returns [indexes, width]
 */
export async function readRows(rows: StoredRows, indexes: readonly number[]): Promise<Float32Array> {
  const type = floatTypeOf(rows);
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
  return decodeFloats(bytes, type);
}

/** Reads all of a stored tensor. */
export async function readTensor(rows: StoredRows): Promise<Float32Array> {
  const type = floatTypeOf(rows);
  const { tensor, start, count } = rows;
  const rowBytes = tensor.shape.length === 0 ? tensor.bytes : tensor.bytes / Math.max(1, tensor.shape[0]!);
  const bytes = new Uint8Array(count * rowBytes);
  const handle = await open(tensor.realFile);
  try {
    await handle.read(bytes, 0, bytes.length, tensor.offset + start * rowBytes);
  } finally {
    await handle.close();
  }
  return decodeFloats(bytes, type);
}
