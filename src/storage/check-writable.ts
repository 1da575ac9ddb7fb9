import { randomUUID } from 'node:crypto';
import { closeSync, openSync, rmdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../errors/user-error.ts';
import { makeFolder } from './make-folder.ts';
import { diskError } from './write-atomically.ts';

/** What can be wrong with a place that somebody has named; all else is trouble of the disk. */
const USER_ERRORS: ReadonlyMap<string, 'closed' | 'in-the-way' | 'no-path'> = new Map([
  ['EACCES', 'closed'],
  ['ENOENT', 'closed'],
  ['EPERM', 'closed'],
  ['EROFS', 'closed'],
  ['EEXIST', 'in-the-way'],
  ['EISDIR', 'in-the-way'],
  ['ENOTDIR', 'in-the-way'],
  ['EINVAL', 'no-path'],
  ['ELOOP', 'no-path'],
  ['ENAMETOOLONG', 'no-path'],
  ['ERR_INVALID_ARG_VALUE', 'no-path'],
]);

/**
 * Finds out, before anything is made, whether files can be written into a folder that somebody has named: by writing
 * one. Nothing of that is left, also not the folders that were not there.
 *
 * @param named as it was named
 * @throws UserError `out-unusable`; OutageError `disk` where the disk is full or broken
 */
export function checkWritableFolder(folder: string, named = folder): void {
  let made: readonly string[] = [];
  try {
    made = makeFolder(resolve(folder), 0o777);
    const probe = join(resolve(folder), `.${randomUUID()}.tmp`);
    const file = openSync(probe, 'wx');
    try {
      writeSync(file, '\n');
    } finally {
      closeSync(file);
      rmSync(probe, { force: true });
    }
  } catch (error) {
    throw unusable(named, error);
  } finally {
    for (const each of made.toReversed()) removeEmpty(each);
  }
}

/**
 * The same for a file: a new one, or one in whose place the new one is put. Pipes, devices and folders are left alone.
 *
 * @throws as checkWritableFolder
 */
export function checkWritableFile(path: string): void {
  let found: ReturnType<typeof statSync>;
  try {
    found = statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw unusable(path, error);
  }
  if (found !== undefined && !found.isFile()) {
    throw new UserError('out-unusable', { path, why: 'in-the-way' });
  }
  checkWritableFolder(dirname(path), path);
}

function unusable(path: string, error: unknown): Error {
  const why = USER_ERRORS.get(error instanceof Error && 'code' in error ? String(error.code) : '');
  return why === undefined
    ? diskError(error)
    : new UserError('out-unusable', { path, why }, { cause: error });
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else has put something there.
  }
}
