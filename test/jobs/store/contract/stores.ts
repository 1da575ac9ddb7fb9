import { join } from 'node:path';
import { describe, onTestFinished } from 'vitest';
import type { JobState } from '../../../../src/jobs/job/job-state.ts';
import type { JobStore } from '../../../../src/jobs/store/job-store.ts';
import { Database } from '../../../../src/jobs/store/postgres/database.ts';
import { openPostgresStore } from '../../../../src/jobs/store/postgres/postgres-store.ts';
import { openDatabase } from '../../../../src/jobs/store/sqlite/open-database.ts';
import { openThreadedStore } from '../../../../src/jobs/store/thread/threaded-store.ts';
import { scratchSchema } from '../../../postgres/scratch-schema.ts';
import { scratchFolder } from '../scratch.ts';

type Value = string | number | null;

/** A store of a kind, empty, and gone after the test. */
export interface ScratchStore {
  readonly store: JobStore;
  /** The store as another process opens it. */
  another(): Promise<JobStore>;
  /** What a hand does to the tables, which are the same in all kinds; returns the rows that it gives. */
  sql(statement: string, ...values: readonly Value[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Puts a job into a state whatever leads there. */
  putState(id: string, state: JobState): Promise<void>;
}

type OpenScratchStore = () => Promise<ScratchStore>;

async function sqlite(): Promise<ScratchStore> {
  const path = join(scratchFolder(), 'jobs.db');
  const open = async (): Promise<JobStore> => {
    const store = await openThreadedStore(path, { onDeath: () => {} });
    onTestFinished(() => store.close());
    return store;
  };
  const store = await open();
  const { database } = openDatabase(path);
  onTestFinished(() => database.close());
  return {
    store,
    another: open,
    sql: async (statement, ...values) => database.all(statement, ...values),
    async putState(id, state) {
      const trigger = database.get("select sql from sqlite_master where name = 'jobs_transition'")?.sql;
      database.exec('drop trigger jobs_transition');
      database.run('update jobs set state = ? where id = ?', state, id);
      database.exec(String(trigger));
    },
  };
}

async function postgres(): Promise<ScratchStore> {
  const url = await scratchSchema();
  const open = async (): Promise<JobStore> => {
    const store = await openPostgresStore(url);
    onTestFinished(() => store.close());
    return store;
  };
  const store = await open();
  const database = new Database(url, 1);
  onTestFinished(() => database.close());
  const sql: ScratchStore['sql'] = (statement, ...values) =>
    database.read((by) => by.all(statement, ...values));
  return {
    store,
    another: open,
    sql,
    async putState(id, state) {
      await sql('alter table jobs disable trigger jobs_transition');
      await sql('update jobs set state = ? where id = ?', state, id);
      await sql('alter table jobs enable trigger jobs_transition');
    },
  };
}

const KINDS: readonly (readonly [kind: string, open: OpenScratchStore])[] = [
  ['SQLite', sqlite],
  ['PostgreSQL', postgres],
];

/** What holds of every kind of store. */
export function describeStores(tests: (open: OpenScratchStore) => void): void {
  describe.each(KINDS)('in %s', (_kind, open) => tests(open));
}
