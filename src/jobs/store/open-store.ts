import { join } from 'node:path';
import { defined } from '../../collections/defined.ts';
import { type BotLock, takeBotLock } from './bot-lock.ts';
import { openInlineStore } from './inline-store.ts';
import type { JobStore } from './job-store.ts';
import type { MovedTable } from './move-to-postgres.ts';
import { type ProcessIdentity, processIdOf } from './process-id.ts';
import { openThreadedStore, type StoreOptions } from './thread/threaded-store.ts';

/** Where jobs are written down: in PostgreSQL where there is an address of one, else in a file of the data folder. */
export interface StorePlace {
  readonly folder: string;
  readonly databaseUrl?: string;
}

/** @param databaseUrl undefined = in the data folder */
export const storePlace = (folder: string, databaseUrl: string | undefined): StorePlace => ({
  folder,
  ...defined({ databaseUrl }),
});

const fileOf = (folder: string): string => join(folder, 'jobs.db');

/**
 * The store for a process that must not wait for the disk, and that has taken its lock.
 *
 * @param lease milliseconds for which others that share a database think that this process lives when it has said so
 * @throws OutageError `database`, `disk`
 */
export async function openStore(
  { folder, databaseUrl }: StorePlace,
  { lease, ...options }: StoreOptions & { readonly lease: number },
): Promise<JobStore> {
  return databaseUrl === undefined
    ? openThreadedStore(fileOf(folder), options)
    : openPostgres(databaseUrl, { id: processIdOf(folder), lease });
}

/**
 * The store for the command line, which has nothing else to do.
 *
 * @throws OutageError `database`
 */
export async function openCommandStore({ folder, databaseUrl }: StorePlace): Promise<JobStore> {
  return databaseUrl === undefined ? openInlineStore(fileOf(folder)) : openPostgres(databaseUrl);
}

/**
 * Makes sure that one bot alone works on a data folder, and on a database.
 *
 * @param onLost called when another bot has taken the database meanwhile
 * @throws UserError `already-running`, `database-in-use`; OutageError `database`
 */
export async function takeStoreLock(
  { folder, databaseUrl }: StorePlace,
  onLost: (error: Error) => void,
): Promise<BotLock> {
  const ofFolder = takeBotLock(folder);
  if (databaseUrl === undefined) return ofFolder;
  try {
    const { takeAdvisoryLock } = await import('./postgres/advisory-lock.ts');
    const ofDatabase = await takeAdvisoryLock(databaseUrl, onLost);
    return {
      release() {
        ofDatabase.release();
        ofFolder.release();
      },
    };
  } catch (error) {
    ofFolder.release();
    throw error;
  }
}

/** As moveToPostgres of `move-to-postgres.ts`, from the file of a data folder. */
export async function moveToPostgres(
  folder: string,
  url: string,
  onTable: (moved: MovedTable) => void,
): Promise<void> {
  const { moveToPostgres: move } = await import('./move-to-postgres.ts');
  return move(fileOf(folder), url, onTable);
}

/** pg is loaded where it is used. */
async function openPostgres(url: string, identity?: ProcessIdentity): Promise<JobStore> {
  const { openPostgresStore } = await import('./postgres/postgres-store.ts');
  return openPostgresStore(url, identity);
}
