import { isUnfinished } from '../../job/job-state.ts';
import { emptied } from '../file-uses.ts';
import type { JobStore, StoredFile } from '../job-store.ts';
import type { Database } from './database.ts';
import { findJob, holdJob } from './job-queries.ts';
import { LOCKS } from './locks.ts';
import { markMessagesBehind } from './message-calls.ts';
import type { Statements } from './transaction.ts';

type Calls = 'remove' | 'prune' | 'garbage' | 'isUsed' | 'forgetGarbage';

export function fileCalls(database: Database): Pick<JobStore, Calls> {
  return {
    remove: (id) =>
      database.write(async (sql) => {
        const job = (await holdJob(sql, id)) ? await findJob(sql, id) : undefined;
        if (job === undefined || isUnfinished(job.state)) return false;
        await releaseFiles(sql, [id]);
        const variants = JSON.stringify(emptied(job.variants));
        await sql.run('update jobs set removed = 1, takes = ? where id = ?', variants, id);
        await markMessagesBehind(sql, [id]);
        return true;
      }),
    prune: (before, limit) =>
      database.write(async (sql) => {
        const old = await sql.all(
          `select id from jobs where created_at < ? and state in ('delivered', 'failed', 'cancelled')
             and answered_at is not null order by seq limit ? for update`,
          before,
          limit,
        );
        const ids = old.map(({ id }) => String(id));
        await releaseFiles(sql, ids);
        for (const table of ['cards', 'messages'])
          await sql.run(`delete from ${table} where job = any(?)`, ids);
        await sql.run('delete from jobs where id = any(?)', ids);
        return ids.length;
      }),
    garbage: () =>
      database.read(async (sql) => {
        const rows = await sql.all('select kind, name from garbage order by kind, name');
        return rows.map(({ kind, name }) => ({ kind: kind as StoredFile['kind'], name: String(name) }));
      }),
    isUsed: ({ kind, name }) =>
      database.read(async (sql) => {
        const use = await sql.get('select 1 from file_uses where kind = ? and name = ? limit 1', kind, name);
        return use !== undefined;
      }),
    forgetGarbage: ({ kind, name }) =>
      database.write(async (sql) => {
        await sql.run('delete from garbage where kind = ? and name = ?', kind, name);
      }),
  };
}

export async function addUse(sql: Statements, { kind, name }: StoredFile, job: string): Promise<void> {
  await sql.run(
    'insert into file_uses (kind, name, job) values (?, ?, ?) on conflict do nothing',
    kind,
    name,
    job,
  );
}

/** Ends these jobs' claims on their files; those that nobody else claims are written down as garbage. */
export async function releaseFiles(sql: Statements, jobs: readonly string[]): Promise<void> {
  // Two who let go of a file at the same moment would each take the other for its user.
  await sql.get(`select pg_advisory_xact_lock(${LOCKS.files}, hashtext(current_schema()))`);
  await sql.run(
    `insert into garbage (kind, name)
     select distinct kind, name from file_uses as mine where job = any(?) and not exists (
       select 1 from file_uses as other
       where other.kind = mine.kind and other.name = mine.name and other.job <> all(?))
     on conflict do nothing`,
    jobs,
    jobs,
  );
  await sql.run('delete from file_uses where job = any(?)', jobs);
  await sql.run('delete from pictures where job = any(?)', jobs);
}
