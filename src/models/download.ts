import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutageError } from '../errors/outage-error.ts';
import type { RemoteFile } from './hub.ts';

export interface DownloadOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Connections at once. 4 when absent. */
  readonly connections?: number;
  /** Bytes a connection fetches before it asks again. 16 MiB when absent. */
  readonly piece?: number;
  /** How often a piece is tried. 6 when absent. */
  readonly tries?: number;
  /** First wait before another try, doubled each time. Milliseconds; 500 when absent. */
  readonly patience?: number;
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
 * @throws OutageError `download` when the server gives up, lies or sends something else; the pieces are kept unless
 *   they cannot be right
 */
export async function downloadFile(
  file: RemoteFile,
  path: string,
  options: DownloadOptions = {},
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const bytes = await sizeOf(file, options);
  const partial = `${path}.part`;
  const progress = await resumed(`${partial}.json`, {
    url: file.url,
    bytes,
    piece: options.piece ?? 2 ** 24,
    done: [],
  });
  const pieces = Math.ceil(bytes / progress.piece);
  const missing = Array.from({ length: pieces }, (_, i) => i).filter((i) => !progress.done.includes(i));
  for (const i of progress.done) options.onBytes?.(lengthOf(i, progress));
  // One after the other: two writers of one file would mix.
  let saved = Promise.resolve();
  const handle = await open(partial, missing.length === pieces ? 'w' : 'r+');
  try {
    await handle.truncate(bytes);
    await inParallel(options.connections ?? 4, missing, async (piece) => {
      await fetchPiece(file, piece, progress, handle, options);
      progress.done.push(piece);
      saved = saved.then(() => writeFile(`${partial}.json`, JSON.stringify(progress)));
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

/** Removes a file that is half there. */
export async function discard(partial: string): Promise<void> {
  await rm(partial, { force: true });
  await rm(`${partial}.json`, { force: true });
}

const lengthOf = (i: number, { piece, bytes }: Progress): number => Math.min(piece, bytes - i * piece);

/** Progress of an earlier run, where it is of the same file. */
async function resumed(path: string, fresh: Progress): Promise<Progress> {
  try {
    const { url, bytes, piece, done } = JSON.parse(await readFile(path, 'utf8')) as Progress;
    const partialBytes = (await stat(path.replace(/\.json$/, ''))).size;
    if (url === fresh.url && bytes === fresh.bytes && piece === fresh.piece && partialBytes === bytes) {
      return { url, bytes, piece, done: done.filter((i) => Number.isInteger(i)) };
    }
  } catch {
    // Nothing there that could be gone on with.
  }
  return fresh;
}

/** As published, or as the server says where nobody has published it. */
async function sizeOf(file: RemoteFile, options: DownloadOptions): Promise<number> {
  if (file.bytes !== undefined) return file.bytes;
  return withTries(file.url, options, async () => {
    const response = await ask(file.url, { ...options.headers, range: 'bytes=0-0' }, options.signal);
    await response.body?.cancel();
    const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
    const bytes = Number(response.status === 206 ? total : response.headers.get('content-length'));
    if (!Number.isSafeInteger(bytes) || bytes <= 0)
      throw new Error('the server does not say how long the file is');
    return bytes;
  });
}

async function fetchPiece(
  file: RemoteFile,
  piece: number,
  progress: Progress,
  handle: FileHandle,
  options: DownloadOptions,
): Promise<void> {
  const start = piece * progress.piece;
  const end = start + lengthOf(piece, progress);
  // What has come of this piece is kept over tries.
  let at = start;
  await withTries(file.url, options, async () => {
    const range = `bytes=${at}-${end - 1}`;
    const response = await ask(file.url, { ...options.headers, range }, options.signal);
    const skip = checkedRange(response, at, progress.bytes);
    if (response.body === null) throw new Error('the server sends nothing');
    let ignore = skip;
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      let part = chunk;
      if (ignore > 0) {
        const less = Math.min(ignore, part.length);
        ignore -= less;
        part = part.subarray(less);
      }
      part = part.subarray(0, end - at);
      if (part.length > 0) await handle.write(part, 0, part.length, at);
      at += part.length;
      options.onBytes?.(part.length);
      if (at >= end) break;
    }
    if (at < end) throw new Error(`the connection ended ${end - at} bytes early`);
  });
}

/** How many bytes are to be passed over before the range begins, for a server that sends the whole file. */
function checkedRange(response: Response, at: number, bytes: number): number {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/html')) throw new Error('the server sends a web page');
  if (response.status === 200) {
    const length = Number(response.headers.get('content-length') ?? bytes);
    if (length !== bytes) throw new Error(`the server has ${length} bytes where ${bytes} are published`);
    return at;
  }
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '');
  if (range === null) throw new Error('the server does not say which part it sends');
  if (Number(range[1]) !== at) throw new Error('the server sends another part than was asked for');
  if (range[2] !== '*' && Number(range[2]) !== bytes) {
    throw new Error(`the server has ${range[2]} bytes where ${bytes} are published`);
  }
  return 0;
}

class Refusal extends Error {
  /** Seconds after which the server wants to be asked again. */
  readonly retryAfter: number | undefined;
  readonly isFinal: boolean;

  constructor(status: number, retryAfter: string | null) {
    super(`the server answers ${status}`);
    this.isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429;
    const seconds = Number(retryAfter);
    this.retryAfter = retryAfter !== null && Number.isFinite(seconds) ? seconds : undefined;
  }
}

async function ask(url: string, headers: Record<string, string>, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(url, { headers, ...(signal === undefined ? {} : { signal }) });
  if (response.status === 200 || response.status === 206) return response;
  await response.body?.cancel();
  throw new Refusal(response.status, response.headers.get('retry-after'));
}

async function withTries<T>(
  url: string,
  { tries = 6, patience = 500, signal }: DownloadOptions,
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (cause) {
      signal?.throwIfAborted();
      const final = cause instanceof Refusal && cause.isFinal;
      if (isDisk(cause)) throw new OutageError('disk', `writing what ${url} sends`, { cause });
      if (final || attempt >= tries) {
        const reason =
          cause instanceof Error ? (cause.cause instanceof Error ? cause.cause.message : cause.message) : '';
        throw new OutageError('download', `${url}: ${reason}`, { cause });
      }
      const asked = cause instanceof Refusal ? cause.retryAfter : undefined;
      await sleep(
        asked === undefined ? patience * 2 ** (attempt - 1) : asked * 1000,
        undefined,
        signal && { signal },
      );
    }
  }
}

const DISK_CODES = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EPERM']);

const isDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && DISK_CODES.has(String(error.code));

async function inParallel<T>(
  count: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  let failed = false;
  await Promise.all(
    Array.from({ length: Math.min(count, queue.length) }, async () => {
      for (let item = queue.shift(); item !== undefined && !failed; item = queue.shift()) {
        try {
          await work(item);
        } catch (error) {
          failed = true;
          throw error;
        }
      }
    }),
  );
}

/** Of a whole file, as hex digits. */
export async function digestOf(
  path: string,
  algorithm: 'sha256' | 'md5',
  signal?: AbortSignal,
): Promise<string> {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) {
    signal?.throwIfAborted();
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
