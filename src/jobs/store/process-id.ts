import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutageError } from '../../errors/outage-error.ts';

/** As which process this one is known to others that share a database. */
export interface ProcessIdentity {
  /** A UUID. */
  readonly id: string;
  /** Milliseconds for which a process that has said that it lives is thought to. */
  readonly lease: number;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * The id of whichever process works on a data folder, one at a time: one that is started again is known for the one that
 * ended, and what that had under way is handed on at once.
 *
 * @throws OutageError `disk`
 */
export function processIdOf(folder: string): string {
  const path = join(folder, 'process-id');
  try {
    const known = readFileSync(path, 'utf8').trim();
    if (UUID.test(known)) return known;
  } catch {
    // The first process here.
  }
  const id = randomUUID();
  try {
    writeFileSync(path, `${id}\n`, { mode: 0o600 });
  } catch (error) {
    throw new OutageError('disk', `${path}: the file cannot be written`, { cause: error });
  }
  return id;
}
