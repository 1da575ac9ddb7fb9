import type { Job } from '../../job/job.ts';
import { isUnfinished } from '../../job/job-state.ts';
import { emptied } from '../file-uses.ts';
import type { StoreCalls, StoredFile } from '../job-store.ts';
import type { Database } from './database.ts';
import { findJob } from './job-rows.ts';
import { markMessagesBehind } from './message-calls.ts';

type Calls = 'remove' | 'erase' | 'prune' | 'garbage' | 'isUsed' | 'forgetGarbage';

export function fileCalls(database: Database): Pick<StoreCalls, Calls> {
  return {
    remove(id) {
      const job = findJob(database, id);
      if (job === undefined || isUnfinished(job.state)) return false;
      empty(database, job);
      return true;
    },
    erase(owner) {
      const rows = database.all(
        `with recursive theirs (id) as (
           select id from jobs where owner = ? union select jobs.id from jobs join theirs on jobs.parent = theirs.id
         ) select id from jobs where id in (select id from theirs) order by seq`,
        owner,
      );
      let running = 0;
      for (const row of rows) {
        const id = String(row.id);
        database.run("update jobs set state = 'cancelled' where id = ? and state = 'queued'", id);
        const stopped = database.run("update jobs set stop_asked = 1 where id = ? and state = 'running'", id);
        running += stopped;
        if (stopped > 0) continue;
        const job = findJob(database, id);
        empty(database, { id, variants: job?.variants ?? [] });
        database.run('update jobs set owner_name = null, error = null where id = ?', id);
      }
      return { erased: rows.length - running, running };
    },
    prune(before, limit) {
      const old = database.all(
        `select id from jobs where created_at < ? and state in ('delivered', 'failed', 'cancelled')
           and answered_at is not null order by seq limit ?`,
        before,
        limit,
      );
      for (const row of old) {
        const id = String(row.id);
        releaseFiles(database, id);
        for (const table of ['cards', 'messages']) database.run(`delete from ${table} where job = ?`, id);
        database.run('delete from jobs where id = ?', id);
      }
      return old.length;
    },
    garbage: () =>
      database.all('select kind, name from garbage').map((row) => ({
        kind: row.kind as StoredFile['kind'],
        name: String(row.name),
      })),
    isUsed: (file) => isUsed(database, file),
    forgetGarbage({ kind, name }) {
      database.run('delete from garbage where kind = ? and name = ?', kind, name);
    },
  };
}

/** Leaves of a job that it was there. */
function empty(database: Database, { id, variants }: Pick<Job, 'id' | 'variants'>): void {
  releaseFiles(database, id);
  database.run(
    'update jobs set removed = 1, variation = null, takes = ? where id = ?',
    JSON.stringify(emptied(variants)),
    id,
  );
  markMessagesBehind(database, id);
}

export function addUse(database: Database, { kind, name }: StoredFile, job: string): void {
  database.run('insert or ignore into file_uses (kind, name, job) values (?, ?, ?)', kind, name, job);
}

function isUsed(database: Database, { kind, name }: StoredFile): boolean {
  return (
    database.get('select 1 from file_uses where kind = ? and name = ? limit 1', kind, name) !== undefined
  );
}

/** Ends a job's claim on its files; those that nobody else claims are written down as garbage. */
export function releaseFiles(database: Database, job: string): void {
  const used = database.all('select kind, name from file_uses where job = ?', job);
  database.run('delete from file_uses where job = ?', job);
  database.run('delete from pictures where job = ?', job);
  for (const { kind, name } of used) {
    database.run(
      `insert or ignore into garbage (kind, name)
       select ?, ? where not exists (select 1 from file_uses where kind = ? and name = ?)`,
      kind ?? null,
      name ?? null,
      kind ?? null,
      name ?? null,
    );
  }
}
