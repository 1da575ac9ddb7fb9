import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { OutageError } from '../errors/outage-error.ts';
import { makeFolder } from './make-folder.ts';

/** Who may read what is written: its owner alone, or whoever the process' umask lets. */
export type Readers = 'owner' | 'umask';

const MODES = {
  owner: { file: 0o600, folder: 0o700 },
  umask: { file: 0o666, folder: 0o777 },
} as const satisfies Readonly<Record<Readers, object>>;

/**
 * Writes a file so that it is there whole or not at all: under a temporary name, flushed to the disk, then renamed.
 *
 * @param readers also of the folders that are made for it
 * @throws OutageError `disk` when the disk is full or the folder cannot be written; nothing is left behind
 */
export async function writeAtomically(
  path: string,
  content: Uint8Array | string,
  readers: Readers,
): Promise<void> {
  const mode = MODES[readers];
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    makeFolder(dirname(path), mode.folder);
    const file = await open(temporary, 'wx', mode.file);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw diskError(error);
  }
}

/** What the operating system says of a disk, in words for the operator. */
export function diskError(cause: unknown): OutageError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new OutageError('disk', detail, { cause });
}
