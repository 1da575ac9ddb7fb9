import { type FileHandle, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import { OutageError } from '../errors/outage-error.ts';
import { parseJson } from '../files/parse-json.ts';
import { readBoundedFile } from '../files/read-file.ts';
import { digestOf } from './digest-of.ts';
import { checkSpace } from './disk-space.ts';
import type { RemoteFile } from './hub.ts';
import { requestLength, requestRange } from './request-range.ts';
import { type RetrySettings, retryDownload } from './retry-download.ts';

export interface DownloadOptions extends RetrySettings {
  readonly headers?: Readonly<Record<string, string>>;
  /** Connections at once. 4 when absent. */
  readonly connections?: number;
  /** Bytes a connection fetches before it asks again. 16 MiB when absent. */
  readonly piece?: number;
  /** Most bytes that a file can have whose length nobody has published. */
  readonly maxBytes?: number;
  /** Told of bytes as they come, those of an earlier try at the start. */
  onBytes?(count: number): void;
}

/** What is known of a file that is half there. */
interface Progress {
  readonly url: string;
  readonly bytes: number;
  readonly piece: number;
  /** Numbers of the pieces that are whole. */
  readonly done: number[];
}

/**
 * Fetches a file in pieces over several connections. What is broken off is gone on with, in this run and in the
 * next; a file that is there under its own name is whole and has been checked.
 *
 * @throws UserError `model-no-space` where the announced length does not fit on the disk; OutageError `download` when
 *   the server gives up, lies or sends something else; the pieces are kept unless they cannot be right
 */
export async function downloadFile(
  file: RemoteFile,
  path: string,
  options: DownloadOptions = {},
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const bytes = await sizeOf(file, options);
  const partial = `${path}.part`;
  const there = await stat(partial).then(
    ({ blocks }) => blocks * 512,
    () => 0,
  );
  await checkSpace(dirname(path), bytes - there);
  const progress = await resumed(`${partial}.json`, {
    url: file.url,
    bytes,
    piece: options.piece ?? 2 ** 24,
    done: [],
  });
  const pieces = Math.ceil(bytes / progress.piece);
  const done = new Set(progress.done);
  const missing = Array.from({ length: pieces }, (_, i) => i).filter((i) => !done.has(i));
  for (const i of progress.done) options.onBytes?.(lengthOf(i, progress));
  // One after the other: two writers of one file would mix.
  let saved = Promise.resolve();
  await checkIsFile(partial);
  const handle = await open(partial, missing.length === pieces ? 'w' : 'r+');
  try {
    await handle.truncate(bytes);
    await inParallel(options.connections ?? 4, missing, options.signal, async (piece, signal) => {
      await fetchPiece(file, piece, progress, handle, { ...options, signal });
      progress.done.push(piece);
      saved = saved.then(() => save(`${partial}.json`, progress));
      await saved;
    });
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (file.digest !== undefined) {
    const found = await digestOf(partial, file.digest.algorithm, options.signal);
    if (found !== file.digest.hex) {
      await discard(partial);
      throw new OutageError(
        'download',
        `${file.url}: what was sent is not what was published (${file.digest.algorithm})`,
      );
    }
  }
  await rename(partial, path);
  await rm(`${partial}.json`, { force: true });
}

/** Whoever opens a pipe for writing waits for its reader for ever. */
async function checkIsFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() === false) throw new OutageError('disk', `${path} is in the way, and no file`);
}

/** Removes a file that is half there. */
async function discard(partial: string): Promise<void> {
  await rm(partial, { force: true });
  await rm(`${partial}.json`, { force: true });
}

/** Never leaves half a text, with which all that was fetched would be lost. */
async function save(path: string, progress: Progress): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(progress));
  await rename(`${path}.new`, path);
}

const lengthOf = (i: number, { piece, bytes }: Progress): number => Math.min(piece, bytes - i * piece);

const savedProgress = z.object({
  url: z.string(),
  bytes: z.number(),
  piece: z.number(),
  done: z.array(z.int().min(0)),
});

/** Bytes of the longest note of progress: some hundred thousand pieces. */
const MAX_NOTE = 2 ** 20;

/** Progress of an earlier run, where it is of the same file. */
async function resumed(path: string, fresh: Progress): Promise<Progress> {
  try {
    const text = (await readBoundedFile(path, MAX_NOTE)).toString('utf8');
    const { url, bytes, piece, done } = savedProgress.parse(parseJson(text));
    const partialBytes = (await stat(path.replace(/\.json$/, ''))).size;
    if (url === fresh.url && bytes === fresh.bytes && piece === fresh.piece && partialBytes === bytes) {
      return { url, bytes, piece, done: [...new Set(done)].filter((i) => i * piece < bytes) };
    }
  } catch {
    // Nothing there that could be gone on with.
  }
  return fresh;
}

/** As published, or as the server says where nobody has published it. */
async function sizeOf({ url, bytes }: RemoteFile, options: DownloadOptions): Promise<number> {
  if (bytes !== undefined) return bytes;
  const { headers = {}, signal, maxBytes = Number.POSITIVE_INFINITY } = options;
  const announced = await retryDownload(url, options, () => requestLength(url, headers, signal));
  if (announced <= maxBytes) return announced;
  throw new OutageError('download', `${url} announces ${announced} bytes, which it cannot have`);
}

async function fetchPiece(
  { url }: RemoteFile,
  piece: number,
  progress: Progress,
  handle: FileHandle,
  options: DownloadOptions,
): Promise<void> {
  // What has come of this piece is kept over tries.
  let start = piece * progress.piece;
  const end = start + lengthOf(piece, progress);
  await retryDownload(url, options, async () => {
    const range = { start, end, total: progress.bytes };
    for await (const part of requestRange(url, range, options.headers ?? {}, options.signal)) {
      await handle.write(part, 0, part.length, start);
      start += part.length;
      options.onBytes?.(part.length);
    }
  });
}

/**
 * Works on `count` items at a time, in order, until all are done or one has failed. The others are stopped then, and
 * are at an end when the error is thrown.
 */
async function inParallel<T>(
  count: number,
  items: readonly T[],
  outer: AbortSignal | undefined,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failed = new AbortController();
  const signal = outer === undefined ? failed.signal : AbortSignal.any([outer, failed.signal]);
  const queue = [...items];
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined && !signal.aborted; item = queue.shift()) {
      await work(item, signal).catch((error: unknown) => failed.abort(error));
    }
  };
  await Promise.all(Array.from({ length: count }, lane));
  signal.throwIfAborted();
}
