import { defined } from '../../collections/defined.ts';
import type { JobStore, StoreCalls } from './job-store.ts';
import { databaseError } from './sqlite/database.ts';
import { openDatabase } from './sqlite/open-database.ts';
import { DURABLE_CALLS, sqliteCalls } from './sqlite/sqlite-calls.ts';

/**
 * The store on the calling thread, each call a transaction that blocks until it is on the disk. For the command
 * line, which has nothing else to do; the bot uses a thread.
 *
 * @throws OutageError `database`
 */
export function openInlineStore(path: string): JobStore {
  const { database, damagedFile } = openDatabase(path);
  const calls = sqliteCalls(database);
  const call = async (name: keyof StoreCalls, inputs: readonly unknown[]): Promise<unknown> => {
    try {
      return database.transaction(() => Reflect.apply(calls[name], calls, inputs), DURABLE_CALLS.has(name));
    } catch (error) {
      throw databaseError(path, error);
    }
  };
  return {
    ...promisify(Object.keys(calls) as (keyof StoreCalls)[], call),
    ...defined({ damagedFile }),
    async close() {
      database.close();
    },
  };
}

type StoreFace = Omit<JobStore, 'close' | 'damagedFile' | 'entries' | 'leases'>;

/** A face with every call of the store, each passed on by name. */
export function promisify(
  names: readonly (keyof StoreCalls)[],
  call: (name: keyof StoreCalls, inputs: readonly unknown[]) => Promise<unknown>,
): StoreFace {
  const entries = names.map((name) => [name, (...inputs: readonly unknown[]) => call(name, inputs)]);
  // Each entry passes its own name on, so it answers with that call's type; a record of names cannot say so.
  return Object.fromEntries(entries) as StoreFace;
}
