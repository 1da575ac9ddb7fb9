import { defined } from '../../collections/defined.ts';
import { databaseTrouble } from './database.ts';
import type { JobStore, StoreCalls } from './job-store.ts';
import { openDatabase } from './open-database.ts';
import { LASTING_CALLS, sqliteCalls } from './sqlite-calls.ts';

/**
 * The store on the calling thread, each call a transaction that blocks until it is on the disk. For the command
 * line, which has nothing else to do; the bot uses a thread.
 *
 * @throws OutageError `database`
 */
export function openInlineStore(path: string): JobStore {
  const { database, setAside } = openDatabase(path);
  const calls = sqliteCalls(database);
  const call = async (name: keyof StoreCalls, inputs: readonly unknown[]): Promise<unknown> => {
    try {
      return database.transaction(() => Reflect.apply(calls[name], calls, inputs), LASTING_CALLS.has(name));
    } catch (error) {
      throw databaseTrouble(path, error);
    }
  };
  return {
    ...promised(Object.keys(calls) as (keyof StoreCalls)[], call),
    ...defined({ setAside }),
    async close() {
      database.close();
    },
  };
}

/** A face with every call of the store, each passed on by name. */
export function promised(
  names: readonly (keyof StoreCalls)[],
  call: (name: keyof StoreCalls, inputs: readonly unknown[]) => Promise<unknown>,
): Omit<JobStore, 'close' | 'setAside'> {
  const entries = names.map((name) => [name, (...inputs: readonly unknown[]) => call(name, inputs)]);
  // Each entry passes its own name on, so it answers with that call's type; a record of names cannot say so.
  return Object.fromEntries(entries) as Omit<JobStore, 'close' | 'setAside'>;
}
