import type { HeldJob } from '../../job/job.ts';
import type { JobState } from '../../job/job-state.ts';
import { filesOf } from '../file-uses.ts';
import { durationKeyOf, type FinishedVariant, type JobStore } from '../job-store.ts';
import { errorToJson } from '../stored-json.ts';
import type { Database } from './database.ts';
import { addUse } from './file-calls.ts';
import { findJob, holdJob, holdMade } from './job-queries.ts';
import { markMessagesBehind } from './message-calls.ts';
import type { SqlValue, Statements } from './transaction.ts';

type Calls =
  | 'start'
  | 'noteNode'
  | 'finishVariant'
  | 'requeue'
  | 'markFailed'
  | 'markCancelled'
  | 'cancel'
  | 'retry'
  | 'releaseKey';

/** Moves those of the jobs that are in `from`; their messages are then behind. */
export async function move(
  sql: Statements,
  ids: readonly string[],
  from: JobState,
  change: string,
  ...values: readonly SqlValue[]
): Promise<boolean> {
  const moved = await sql.all(
    `update jobs set ${change} where id = any(?) and state = ? returning id`,
    ...values,
    ids,
    from,
  );
  await markMessagesBehind(
    sql,
    moved.map(({ id }) => String(id)),
  );
  return moved.length > 0;
}

/** @param holder this process, as others know it */
export function stateCalls(database: Database, holder: string): Pick<JobStore, Calls> {
  /** Moves a job out of running, by whoever holds it. */
  const end = (job: HeldJob, change: string, ...values: readonly SqlValue[]): Promise<boolean> =>
    database.write(
      async (sql) => (await holdMade(sql, job)) && move(sql, [job.id], 'running', change, ...values),
    );
  return {
    start: (id) =>
      database.write(async (sql) => {
        // What running looks like is told by progress, which is not written down; so no message is touched.
        const taken = await sql.run(
          `update jobs set state = 'running', attempts = attempts + 1, stop_asked = 0, node = null,
             turn = nextval('job_turns'), lease = lease + 1, holder = ?::uuid
           where id = ? and state = 'queued'`,
          holder,
          id,
        );
        return taken > 0 ? findJob(sql, id) : undefined;
      }),
    noteNode: ({ id, lease }, node) =>
      database.write(async (sql) => {
        await sql.run(
          "update jobs set node = ? where id = ? and state = 'running' and lease = ?",
          node,
          id,
          lease,
        );
      }),
    finishVariant: (finished, now) =>
      database.write(async (sql) => {
        const job = (await holdMade(sql, finished)) ? await findJob(sql, finished.id) : undefined;
        if (job === undefined) return undefined;
        await savePicture(sql, finished);
        const done = Number((await sql.get('select count(*) as n from pictures where job = ?', job.id))?.n);
        if (done < job.variants.length) return 'running';
        await saveDuration(sql, durationKeyOf(job), finished);
        await move(sql, [job.id], 'running', "state = 'made', made_at = ?, error = null", now);
        return 'made';
      }),
    requeue: (job) => end(job, "state = 'queued'"),
    markFailed: (job, error) => end(job, "state = 'failed', error = ?", errorToJson(error)),
    markCancelled: (job) => end(job, "state = 'cancelled'"),
    cancel: (id) =>
      database.write(async (sql) => {
        if (await move(sql, [id], 'queued', "state = 'cancelled'")) return 'cancelled';
        const marked = await sql.run("update jobs set stop_asked = 1 where id = ? and state = 'running'", id);
        return marked > 0 ? 'stopping' : 'too-late';
      }),
    retry: (id) =>
      database.write(async (sql) => {
        const clean = `state = 'queued', attempts = 0, crashes = 0, fatal_node = null, stop_asked = 0, error = null,
          answered_at = null`;
        await holdJob(sql, id);
        // What was deleted holds no words any more to make something of.
        if ((await findJob(sql, id))?.removed === true) return false;
        return (await move(sql, [id], 'failed', clean)) || (await move(sql, [id], 'cancelled', clean));
      }),
    releaseKey: (key) =>
      database.write(async (sql) => {
        await sql.run("update jobs set key = key || ':' || seq where key = ?", key);
      }),
  };
}

async function savePicture(sql: Statements, { id, variant, result }: FinishedVariant): Promise<void> {
  await sql.run(
    `insert into pictures (job, take, picture, result) values (?, ?, ?, ?)
     on conflict (job, take) do update set picture = excluded.picture, result = excluded.result`,
    id,
    variant,
    result.image.id,
    JSON.stringify(result),
  );
  for (const file of filesOf(result)) await addUse(sql, file, id);
}

async function saveDuration(sql: Statements, name: string, { duration }: FinishedVariant): Promise<void> {
  if (duration === undefined) return;
  await sql.run(
    `insert into paces (name, milliseconds, samples, nodes) values (?, ?, ?, ?)
     on conflict (name) do update
       set milliseconds = excluded.milliseconds, samples = excluded.samples, nodes = excluded.nodes`,
    name,
    duration.milliseconds,
    duration.samples,
    JSON.stringify(duration.nodes),
  );
}
