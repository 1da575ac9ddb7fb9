import { type FileHandle, realpath } from 'node:fs/promises';
import { UserError } from '../../errors/user-error.ts';
import { openFile, reasonOf } from '../../files/read-file.ts';
import type { SafetensorsFile, StoredTensor } from '../safetensors.ts';
import { BLOCK_TYPES, isBlockType } from './block-types.ts';
import { Cursor, EndOfHeader } from './cursor.ts';

/** ggml's types by their numbers (ggml.h). Those that are not read here are named in the refusal. */
const TYPES: Readonly<Record<number, string>> = {
  0: 'F32',
  1: 'F16',
  2: 'Q4_0',
  3: 'Q4_1',
  6: 'Q5_0',
  7: 'Q5_1',
  8: 'Q8_0',
  9: 'Q8_1',
  10: 'Q2_K',
  11: 'Q3_K',
  12: 'Q4_K',
  13: 'Q5_K',
  14: 'Q6_K',
  15: 'Q8_K',
  16: 'IQ2_XXS',
  17: 'IQ2_XS',
  18: 'IQ3_XXS',
  19: 'IQ1_S',
  20: 'IQ4_NL',
  21: 'IQ3_S',
  22: 'IQ2_S',
  23: 'IQ4_XS',
  30: 'BF16',
};

const PLAIN: Readonly<Record<string, number>> = { F32: 4, F16: 2, BF16: 2 };

const USABLE = [...Object.keys(PLAIN), ...Object.keys(BLOCK_TYPES)].join(', ');

/** Bytes of the header that are read first, and at most: a vocabulary in it takes some ten million. */
const FIRST_READ = 2 ** 20;
const MAX_HEADER = 2 ** 26;

const MAX_TENSORS = 100_000;
const MAX_AXES = 4;

/** Where the data begin, and each tensor in it, unless the file says otherwise. */
const ALIGNMENT = 32;

/**
 * Reads the header of a GGUF file (versions 2 and 3) and checks that every tensor lies in the file. Tensors have their
 * shapes in the order of rows first, as in safetensors; no tensor is read.
 *
 * Source of the format: github.com/ggml-org/ggml, docs/gguf.md.
 *
 * @throws UserError `model-file-…`, `model-dtype` naming file and tensor
 */
export async function readGguf(file: string): Promise<SafetensorsFile> {
  let handle: FileHandle | undefined;
  try {
    const realFile = await realpath(file);
    handle = await openFile(realFile);
    const { size } = await handle.stat();
    for (let length = FIRST_READ; ; length = Math.min(MAX_HEADER, length * 8)) {
      const { buffer } = await handle.read(
        new Uint8Array(Math.min(length, size)),
        0,
        Math.min(length, size),
        0,
      );
      try {
        return parse(new Cursor(buffer), { file, realFile, bytes: size });
      } catch (error) {
        if (!(error instanceof EndOfHeader)) throw error;
        if (length >= size)
          throw new UserError('model-file-truncated', { file, bytes: size, expected: error.wanted });
        if (length >= MAX_HEADER) {
          throw new UserError('model-file-malformed', { file, problem: 'its header has no end' });
        }
      }
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error) || error instanceof UserError) throw error;
    const reason = reasonOf(error);
    if (reason === 'ENOENT') {
      throw new UserError('model-file-missing', { file, wantedBy: 'the model' }, { cause: error });
    }
    throw new UserError('model-file-unreadable', { file, reason }, { cause: error });
  } finally {
    await handle?.close();
  }
}

interface Place {
  readonly file: string;
  readonly realFile: string;
  readonly bytes: number;
}

function parse(cursor: Cursor, { file, realFile, bytes }: Place): SafetensorsFile {
  const malformed = (problem: string): UserError => new UserError('model-file-malformed', { file, problem });
  if (cursor.text(4) !== 'GGUF') throw malformed('it does not begin as a GGUF file');
  const version = cursor.u32();
  if (version !== 2 && version !== 3) throw malformed(`it is of version ${version} of the format`);
  const [count, entries] = [cursor.u64(), cursor.u64()];
  if (count > MAX_TENSORS || entries > MAX_TENSORS) throw malformed(`it claims ${count} tensors`);
  const metadata = new Map<string, string>();
  for (let i = 0; i < entries; i++) {
    const key = cursor.string();
    const value = cursor.value(cursor.u32());
    if (value === undefined) throw malformed(`its entry ${key.slice(0, 80)} is of no known type`);
    metadata.set(key, value);
  }
  const infos = Array.from({ length: count }, () => {
    const name = cursor.string();
    const axes = cursor.u32();
    if (axes > MAX_AXES) throw malformed(`${name.slice(0, 80)} has ${axes} axes`);
    const shape = Array.from({ length: axes }, () => cursor.u64()).reverse();
    return { name, shape, type: cursor.u32(), at: cursor.u64() };
  });
  const alignment = Number(metadata.get('general.alignment') ?? ALIGNMENT);
  if (!Number.isInteger(alignment) || alignment < 1) throw malformed(`it aligns its tensors to ${alignment}`);
  const start = Math.ceil(cursor.at / alignment) * alignment;
  const tensors = new Map<string, StoredTensor>();
  for (const { name, shape, type, at } of infos) {
    const dtype = TYPES[type] ?? `ggml type ${type}`;
    const length = bytesOf(dtype, shape);
    if (length === undefined) {
      throw new UserError('model-dtype', { file, tensor: name, found: dtype, usable: USABLE });
    }
    if (Number.isNaN(length)) throw malformed(`${name.slice(0, 80)} has rows of part of a block`);
    const offset = start + at;
    if (offset + length > bytes) {
      throw new UserError('model-tensor-truncated', { file, tensor: name, bytes, expected: offset + length });
    }
    tensors.set(name, { name, file, realFile, dtype, shape, offset, bytes: length });
  }
  return { file, bytes, tensors, metadata };
}

/** Undefined for a type that is not read; not a number where a row does not fill its blocks. */
function bytesOf(dtype: string, shape: readonly number[]): number | undefined {
  const numbers = shape.reduce((all, length) => all * length, 1);
  const plain = Object.hasOwn(PLAIN, dtype) ? PLAIN[dtype] : undefined;
  if (plain !== undefined) return numbers * plain;
  if (!isBlockType(dtype)) return undefined;
  const block = BLOCK_TYPES[dtype];
  return (shape.at(-1) ?? 0) % block.numbers === 0 ? (numbers / block.numbers) * block.bytes : Number.NaN;
}
