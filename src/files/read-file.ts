import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** A path that names no file, or a file larger than it may be. What the system itself says keeps its own error. */
export class FileRefused extends Error {
  readonly code: 'NOT_A_FILE' | 'TOO_LARGE';

  constructor(code: 'NOT_A_FILE' | 'TOO_LARGE', reason: string) {
    super(reason);
    this.name = 'FileRefused';
    this.code = code;
  }
}

/** A pipe that nobody writes to must not be waited for. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Opens a file for reading: no pipe, device or folder. Errors as readFileWithin's. */
export async function openFile(path: string): Promise<FileHandle> {
  const file = await open(path, FLAGS);
  try {
    requireFile(await file.stat(), Number.POSITIVE_INFINITY);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/**
 * Reads a whole file, but no pipe, device or folder, and nothing larger than it may be.
 *
 * @param max bytes
 * @throws FileRefused; what the system says, with its `code`: `ENOENT`, `EACCES`
 */
export async function readBoundedFile(path: string, max: number): Promise<Buffer> {
  const file = await open(path, FLAGS);
  try {
    requireFile(await file.stat(), max);
    // One byte more tells a file that has grown since.
    const bytes = Buffer.allocUnsafe(bufferSize((await file.stat()).size, max));
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return read(bytes, length, max);
  } finally {
    await file.close();
  }
}

/**
 * The end of a file that only grows, from the first whole line on within its last `max` bytes.
 *
 * @returns `start` is where it begins in the file, in bytes
 * @throws as readFileWithin; a file of any size is read
 */
export async function readLinesFromEnd(path: string, max: number): Promise<{ text: string; start: number }> {
  const file = await open(path, FLAGS);
  try {
    const found = await file.stat();
    requireFile(found, Number.POSITIVE_INFINITY);
    const from = Math.max(0, found.size - max);
    const bytes = Buffer.alloc(found.size - from);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    const first = from === 0 ? 0 : bytes.indexOf(0x0a) + 1;
    return { text: bytes.toString('utf8', first, bytesRead), start: from + first };
  } finally {
    await file.close();
  }
}

/** As readFileWithin, while the thread waits. */
export function readBoundedFileSync(path: string, max: number): Buffer {
  const file = openSync(path, FLAGS);
  try {
    const stats = fstatSync(file);
    requireFile(stats, max);
    const bytes = Buffer.allocUnsafe(bufferSize(stats.size, max));
    let length = 0;
    while (length < bytes.length) {
      const count = readSync(file, bytes, length, bytes.length - length, length);
      if (count === 0) break;
      length += count;
    }
    return read(bytes, length, max);
  } finally {
    closeSync(file);
  }
}

/** The first bytes of a file that may be no larger than `max`, while the thread waits. Errors as readFileWithin's. */
export function readHeadSync(path: string, length: number, max: number): Buffer {
  const file = openSync(path, FLAGS);
  try {
    requireFile(fstatSync(file), max);
    const head = Buffer.alloc(length);
    return head.subarray(0, readSync(file, head, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

/** Why a file could not be read, for a sentence: ours in words, the system's by its code. */
export function reasonOf(error: unknown): string {
  if (error instanceof FileRefused) return error.message;
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

interface Found {
  readonly size: number;
  isFile(): boolean;
}

function requireFile(found: Found, max: number): void {
  if (!found.isFile()) throw new FileRefused('NOT_A_FILE', 'it is not a file');
  if (found.size > max) throw tooLarge(max);
}

/** Files that the system makes up as they are read have no size. */
const MIN_BUFFER = 4096;

const bufferSize = (size: number, max: number): number => Math.min(max, Math.max(size, MIN_BUFFER)) + 1;

function read(bytes: Buffer, length: number, max: number): Buffer {
  if (length > max) throw tooLarge(max);
  return bytes.subarray(0, length);
}

const tooLarge = (max: number): FileRefused =>
  new FileRefused(
    'TOO_LARGE',
    `it is larger than ${max < 2 ** 20 ? `${max / 2 ** 10} KB` : `${Math.round(max / 2 ** 20)} MB`}`,
  );
