import type { Job } from '../../job/job.ts';
import { isUnfinished } from '../../job/job-state.ts';
import { emptied } from '../file-uses.ts';
import type { JobStore, StoredFile } from '../job-store.ts';
import type { Database } from './database.ts';
import { findJob, holdJob, SELECT_JOB, toJob } from './job-queries.ts';
import { LOCKS } from './locks.ts';
import { markMessagesBehind } from './message-calls.ts';
import type { Statements } from './transaction.ts';

type Calls = 'remove' | 'erase' | 'prune' | 'garbage' | 'isUsed' | 'forgetGarbage';

export function fileCalls(database: Database): Pick<JobStore, Calls> {
  return {
    remove: (id) =>
      database.write(async (sql) => {
        const job = (await holdJob(sql, id)) ? await findJob(sql, id) : undefined;
        if (job === undefined || isUnfinished(job.state)) return false;
        await empty(sql, [job]);
        return true;
      }),
    erase: (owner) => database.write((sql) => erase(sql, owner)),
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

async function erase(sql: Statements, owner: string): Promise<{ erased: number; running: number }> {
  const held = await sql.all(
    `with recursive theirs (id) as (
       select id from jobs where owner = ? union select jobs.id from jobs join theirs on jobs.parent = theirs.id
     ) select id from jobs where id in (select id from theirs) order by seq for update`,
    owner,
  );
  const ids = held.map(({ id }) => String(id));
  await sql.run("update jobs set state = 'cancelled' where id = any(?) and state = 'queued'", ids);
  const running = await sql.run(
    "update jobs set stop_asked = 1 where id = any(?) and state = 'running'",
    ids,
  );
  const rows = await sql.all(`${SELECT_JOB} where id = any(?) and state <> 'running'`, ids);
  await empty(
    sql,
    rows.map((row) => ({ id: String(row.id), variants: toJob(row)?.variants ?? [] })),
  );
  const erased = rows.map(({ id }) => String(id));
  await sql.run('update jobs set owner_name = null, error = null where id = any(?)', erased);
  return { erased: erased.length, running };
}

/** Leaves of jobs that they were there. */
async function empty(sql: Statements, jobs: readonly Pick<Job, 'id' | 'variants'>[]): Promise<void> {
  const ids = jobs.map(({ id }) => id);
  await releaseFiles(sql, ids);
  for (const { id, variants } of jobs) {
    await sql.run(
      'update jobs set removed = 1, variation = null, takes = ? where id = ?',
      JSON.stringify(emptied(variants)),
      id,
    );
  }
  await markMessagesBehind(sql, ids);
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
