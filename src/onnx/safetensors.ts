import { type FileHandle, realpath } from 'node:fs/promises';
import { UserError } from '../errors/user-error.ts';
import { parseJson as parse } from '../files/parse-json.ts';
import { openFile, reasonOf } from '../files/read-file.ts';

/** A tensor where it lies in a file. */
export interface StoredTensor {
  readonly name: string;
  /** The file as it was named by who asked, for messages. */
  readonly file: string;
  /** The file with every symbolic link followed, as in a hub's cache. */
  readonly realFile: string;
  /** As the format spells it: `F32`, `BF16`, … */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Of its first byte, from the start of the file. */
  readonly offset: number;
  readonly bytes: number;
}

export interface SafetensorsFile {
  readonly file: string;
  readonly bytes: number;
  readonly tensors: ReadonlyMap<string, StoredTensor>;
  /** The format's free `__metadata__`. */
  readonly metadata: ReadonlyMap<string, string>;
}

/** Bytes an element of every dtype that the format defines; sub-byte types are left out. */
const DTYPE_BYTES: Readonly<Record<string, number>> = {
  BOOL: 1,
  U8: 1,
  I8: 1,
  F8_E5M2: 1,
  F8_E4M3: 1,
  F8_E8M0: 1,
  I16: 2,
  U16: 2,
  F16: 2,
  BF16: 2,
  I32: 4,
  U32: 4,
  F32: 4,
  I64: 8,
  U64: 8,
  F64: 8,
  C64: 8,
};

/** A sixth of the format's own limit on the length of a header, and fifty times the longest of a published model. */
const MAX_HEADER_BYTES = 16_000_000;

/** Longest name of a tensor in code units, and most axes. */
const MAX_NAME = 500;
const MAX_AXES = 16;

/**
 * Reads the header of a safetensors file and checks it against the file: lengths, types, and that the tensors'
 * ranges fill the data without gaps or overlaps. No tensor is read.
 *
 * Source of the format: github.com/huggingface/safetensors, "Format".
 *
 * @throws UserError `model-file-…` naming the file
 */
export async function readSafetensors(file: string): Promise<SafetensorsFile> {
  const { header, dataStart, bytes, realFile } = await readHeader(file);
  const malformed = (problem: string): UserError => new UserError('model-file-malformed', { file, problem });
  const metadata = new Map<string, string>();
  const tensors = new Map<string, StoredTensor>();
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') {
      if (typeof entry !== 'object' || entry === null) throw malformed('its __metadata__ is no table');
      for (const [key, value] of Object.entries(entry)) metadata.set(key, String(value));
      continue;
    }
    if (name.length > MAX_NAME) throw malformed('it names a tensor at length');
    const { dtype, shape, begin, end } = parseEntry(name, entry, malformed);
    tensors.set(name, {
      name,
      file,
      realFile,
      dtype,
      shape,
      offset: dataStart + begin,
      bytes: end - begin,
    });
  }
  checkRanges([...tensors.values()], dataStart, bytes, file);
  return { file, bytes, tensors, metadata };
}

async function readHeader(
  file: string,
): Promise<{ header: object; dataStart: number; bytes: number; realFile: string }> {
  let handle: FileHandle | undefined;
  try {
    const realFile = await realpath(file);
    handle = await openFile(realFile);
    const { size } = await handle.stat();
    if (size < 8) throw new UserError('model-file-truncated', { file, bytes: size, expected: 8 });
    const { buffer: prefix } = await handle.read(new Uint8Array(8), 0, 8, 0);
    const length = new DataView(prefix.buffer).getBigUint64(0, true);
    if (length < 2n || length > BigInt(MAX_HEADER_BYTES)) {
      throw new UserError('model-file-malformed', {
        file,
        problem: `it claims a header of ${length} bytes, so it is no safetensors file`,
      });
    }
    const dataStart = 8 + Number(length);
    if (dataStart > size) {
      throw new UserError('model-file-truncated', { file, bytes: size, expected: dataStart });
    }
    const { buffer: text } = await handle.read(new Uint8Array(dataStart - 8), 0, dataStart - 8, 8);
    return { header: parseJson(text, file), dataStart, bytes: size, realFile };
  } catch (error) {
    throw asUserError(error, file);
  } finally {
    await handle?.close();
  }
}

function parseJson(text: Uint8Array, file: string): object {
  try {
    const header = parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
    if (typeof header === 'object' && header !== null && !Array.isArray(header)) return header;
  } catch {
    // Told below: why exactly it does not parse helps nobody.
  }
  throw new UserError('model-file-malformed', { file, problem: 'its header is not JSON' });
}

function asUserError(error: unknown, file: string): unknown {
  if (!(error instanceof Error && 'code' in error) || error instanceof UserError) return error;
  if (error.code === 'ENOENT') {
    return new UserError('model-file-missing', { file, wantedBy: 'the model' }, { cause: error });
  }
  return new UserError('model-file-unreadable', { file, reason: reasonOf(error) }, { cause: error });
}

const isLength = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** What stands in a header where a number belongs. */
const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  return typeof value === 'number' ? String(value) : typeof value;
};

/** Code units of a tensor's name that a message quotes; those of the real model have some 60. */
const MAX_QUOTED = 80;

function parseEntry(tensor: string, entry: unknown, malformed: (problem: string) => UserError) {
  const name = tensor.slice(0, MAX_QUOTED);
  const { dtype, shape, data_offsets: range } = Object(entry) as Record<string, unknown>;
  if (typeof dtype !== 'string' || !Array.isArray(shape) || !Array.isArray(range)) {
    throw malformed(`its entry for ${name} is incomplete`);
  }
  const dims: unknown[] = shape;
  const [begin, end]: unknown[] = range;
  if (dtype.length > MAX_AXES || dims.length > MAX_AXES)
    throw malformed(`its entry for ${name} is no tensor`);
  if (!dims.every(isLength))
    throw malformed(`${name} has an impossible shape [${dims.map(shown).join(', ')}]`);
  if (!isLength(begin) || !isLength(end) || end < begin) {
    throw malformed(`${name} has impossible offsets [${shown(begin)}, ${shown(end)}]`);
  }
  const size = Object.hasOwn(DTYPE_BYTES, dtype) ? DTYPE_BYTES[dtype] : undefined;
  const expected = size === undefined ? undefined : dims.reduce((all, dim) => all * dim, size);
  if (expected !== undefined && expected !== end - begin) {
    throw malformed(`${name} takes ${end - begin} bytes where its shape and type need ${expected}`);
  }
  return { dtype, shape: dims, begin, end };
}

function checkRanges(tensors: readonly StoredTensor[], dataStart: number, bytes: number, file: string): void {
  let at = dataStart;
  for (const tensor of [...tensors].sort((a, b) => a.offset - b.offset || a.bytes - b.bytes)) {
    if (tensor.offset !== at) {
      throw new UserError('model-file-malformed', {
        file,
        problem: `${tensor.name} ${tensor.offset < at ? 'overlaps another tensor' : 'leaves a gap before it'}`,
      });
    }
    at += tensor.bytes;
  }
  if (at > bytes) throw new UserError('model-file-truncated', { file, bytes, expected: at });
  if (at < bytes) {
    throw new UserError('model-file-malformed', {
      file,
      problem: `${bytes - at} bytes follow its last tensor`,
    });
  }
}
