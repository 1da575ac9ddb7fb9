import { isUnfinished } from '../../job/job-state.ts';
import { emptied } from '../file-uses.ts';
import type { StoreCalls, StoredFile } from '../job-store.ts';
import type { Database } from './database.ts';
import { findJob } from './job-rows.ts';
import { markMessagesBehind } from './message-calls.ts';

type Calls = 'remove' | 'prune' | 'garbage' | 'isUsed' | 'forgetGarbage';

export function fileCalls(database: Database): Pick<StoreCalls, Calls> {
  return {
    remove(id) {
      const job = findJob(database, id);
      if (job === undefined || isUnfinished(job.state)) return false;
      releaseFiles(database, id);
      const variants = emptied(job.variants);
      database.run('update jobs set removed = 1, takes = ? where id = ?', JSON.stringify(variants), id);
      markMessagesBehind(database, id);
      return true;
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
