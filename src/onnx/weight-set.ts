import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors/user-error.ts';
import { parseJson } from '../files/parse-json.ts';
import { readBoundedFile, reasonOf } from '../files/read-file.ts';
import { readGguf } from './gguf/gguf-file.ts';
import { readSafetensors, type StoredTensor } from './safetensors.ts';
import { readScales } from './weight-scales.ts';

/** The tensors of one model component, over however many files. */
export interface WeightSet {
  /** The folder or file that was asked for. */
  readonly source: string;
  readonly files: readonly string[];
  /** Of all files together, headers included. */
  readonly bytes: number;
  readonly tensors: ReadonlyMap<string, StoredTensor>;
  /** What stored numbers are to be multiplied by, by the names of quantised tensors. */
  readonly scales: ReadonlyMap<string, number>;
}

/** Names of files that hold weights. */
export const WEIGHT_FILE = /\.(?:safetensors|gguf)$/;

/**
 * Finds a component's weights: a `*.safetensors.index.json` and its shards, or one `*.safetensors` file. Only
 * headers are read.
 *
 * @param source a folder, or one safetensors or GGUF file
 * @throws UserError `model-…` naming the file that is missing, damaged or may not be read
 */
export async function readWeightSet(source: string): Promise<WeightSet> {
  if (await isFile(source)) return combine(source, [source]);
  const names = (await list(source)).filter((name) => !name.startsWith('.')).sort(byPlainness);
  const index = names.find((name) => name.endsWith('.safetensors.index.json'));
  if (index !== undefined) return readSharded(source, join(source, index));
  const single = names.find((name) => name.endsWith('.safetensors') && !/-\d{5}-of-\d{5}\./.test(name));
  if (single !== undefined) return combine(source, [join(source, single)]);
  const shard = names.find((name) => name.endsWith('.safetensors'));
  const missing =
    shard === undefined ? 'model.safetensors' : shard.replace(/-\d{5}-of.*/, '.safetensors.index.json');
  throw new UserError('model-file-missing', { file: join(source, missing), wantedBy: basename(source) });
}

/** The plain name before its variants (`model.safetensors` before `model.fp16.safetensors`). */
const byPlainness = (a: string, b: string): number =>
  a.split('.').length - b.split('.').length || (a < b ? -1 : 1);

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    throw unreadable(error, path);
  }
}

async function list(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    throw unreadable(error, folder);
  }
}

function unreadable(error: unknown, file: string): UserError {
  const code = reasonOf(error);
  return code === 'ENOENT'
    ? new UserError('model-file-missing', { file, wantedBy: basename(dirname(file)) }, { cause: error })
    : new UserError('model-file-unreadable', { file, reason: code }, { cause: error });
}

/** Largest index in bytes, and most files that it may name. */
const MAX_INDEX = 16 * 2 ** 20;
const MAX_SHARDS = 1000;

/** A name that leads nowhere else, on any system. */
const SHARD = /^[\p{L}\p{N}_][\p{L}\p{N}._ -]{0,200}\.safetensors$/u;

async function readSharded(folder: string, index: string): Promise<WeightSet> {
  const map = await readIndex(index);
  const shards = [...new Set(map.values())].sort();
  if (shards.length > MAX_SHARDS) {
    throw new UserError('model-file-malformed', { file: index, problem: `it names ${shards.length} files` });
  }
  for (const shard of shards) {
    if (basename(shard) !== shard || !SHARD.test(shard)) {
      throw new UserError('model-file-malformed', {
        file: index,
        problem: `it names the file ${shard.slice(0, 100)}`,
      });
    }
  }
  const set = await combine(
    folder,
    shards.map((shard) => join(folder, shard)),
  );
  const lost = [...map.keys()].filter((name) => !set.tensors.has(name));
  if (lost[0] !== undefined) {
    throw new UserError('model-tensor-missing', {
      folder,
      tensor: lost[0].slice(0, 200),
      more: lost.length - 1,
    });
  }
  return set;
}

async function readIndex(file: string): Promise<Map<string, string>> {
  let text: string;
  try {
    text = (await readBoundedFile(file, MAX_INDEX)).toString('utf8');
  } catch (error) {
    throw unreadable(error, file);
  }
  try {
    const { weight_map: map } = Object(parseJson(text)) as { weight_map?: unknown };
    const entries = Object.entries(Object(map) as Record<string, unknown>);
    if (
      entries.length > 0 &&
      entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
    ) {
      return new Map(entries);
    }
  } catch {
    // Told below.
  }
  throw new UserError('model-file-malformed', { file, problem: 'it holds no weight_map' });
}

/** Reads the files' headers and lays their tensors in one table. */
async function combine(source: string, files: readonly string[]): Promise<WeightSet> {
  const tensors = new Map<string, StoredTensor>();
  const metadata = new Map<string, string>();
  let bytes = 0;
  for (const file of files) {
    const shard = file.endsWith('.gguf') ? await readGguf(file) : await readSafetensors(file);
    bytes += shard.bytes;
    for (const [name, tensor] of shard.tensors) tensors.set(name, tensor);
    for (const [key, text] of shard.metadata) metadata.set(key, text);
  }
  return { source, files, bytes, tensors, scales: await readScales(tensors, metadata) };
}
