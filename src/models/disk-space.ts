import { statfs } from 'node:fs/promises';
import { UserError } from '../errors/user-error.ts';

/** Left free on a disk besides what is fetched: databases and pictures need room as well. */
const SPARE = 500e6;

/** @throws UserError `model-no-space` where `needed` bytes more do not fit into a folder that is there */
export async function checkSpace(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (needed > 0 && needed + SPARE > free) {
    throw new UserError('model-no-space', { folder, needed: gigabytes(needed), free: gigabytes(free) });
  }
}

/** As in `20.5 GB`, or `4.7 MB` below one. */
export function gigabytes(bytes: number): string {
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
