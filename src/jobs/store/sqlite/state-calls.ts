import type { HeldJob } from '../../job/job.ts';
import type { JobState } from '../../job/job-state.ts';
import { filesOf } from '../file-uses.ts';
import type { FinishedVariant, StoreCalls } from '../job-store.ts';
import { errorToJson } from '../stored-json.ts';
import type { Database, SqlValue } from './database.ts';
import { addUse } from './file-calls.ts';
import { findJob } from './job-rows.ts';
import { markMessagesBehind } from './message-calls.ts';

type Calls =
  | 'start'
  | 'noteNode'
  | 'finishVariant'
  | 'requeue'
  | 'markFailed'
  | 'markCancelled'
  | 'cancel'
  | 'retry'
  | 'recover'
  | 'releaseKey';

export function stateCalls(database: Database): Pick<StoreCalls, Calls> {
  /** Moves a job that is in `from`; its messages are then behind. */
  const move = (id: string, from: JobState, change: string, ...values: readonly SqlValue[]): boolean => {
    const moved =
      database.run(`update jobs set ${change} where id = ? and state = ?`, ...values, id, from) > 0;
    if (moved) markMessagesBehind(database, id);
    return moved;
  };
  /** As `move` out of running, by whoever holds the job. */
  const end = (job: HeldJob, change: string, ...values: readonly SqlValue[]): boolean =>
    isHeld(database, job) && move(job.id, 'running', change, ...values);
  return {
    start(id) {
      // What running looks like is told by progress, which is not written down; so no message is touched.
      const taken = database.run(
        `update jobs set state = 'running', attempts = attempts + 1, stop_asked = 0,
           node = null, lease = lease + 1,
           turn = (select coalesce(max(turn), 0) + 1 from jobs)
         where id = ? and state = 'queued'`,
        id,
      );
      return taken > 0 ? findJob(database, id) : undefined;
    },
    noteNode({ id, lease }, node) {
      database.run(
        "update jobs set node = ? where id = ? and state = 'running' and lease = ?",
        node,
        id,
        lease,
      );
    },
    finishVariant(finished, now) {
      const job = isHeld(database, finished) ? findJob(database, finished.id) : undefined;
      if (job === undefined) return undefined;
      savePicture(database, finished);
      const done = Number(database.get('select count(*) as n from pictures where job = ?', job.id)?.n);
      if (done < job.variants.length) return 'running';
      saveDuration(database, `${job.workflow}/${job.engine}`, finished);
      move(job.id, 'running', "state = 'made', made_at = ?, error = null", now);
      return 'made';
    },
    requeue: (job) => end(job, "state = 'queued'"),
    markFailed: (job, error) => end(job, "state = 'failed', error = ?", errorToJson(error)),
    markCancelled: (job) => end(job, "state = 'cancelled'"),
    cancel(id) {
      if (move(id, 'queued', "state = 'cancelled'")) return 'cancelled';
      const marked = database.run(`update jobs set stop_asked = 1 where id = ? and state = 'running'`, id);
      return marked > 0 ? 'stopping' : 'too-late';
    },
    retry(id) {
      const clean =
        "state = 'queued', attempts = 0, crashes = 0, fatal_node = null, stop_asked = 0, error = null, answered_at = null";
      // What was deleted holds no words any more to make something of.
      if (findJob(database, id)?.removed === true) return false;
      return move(id, 'failed', clean) || move(id, 'cancelled', clean);
    },
    recover(mostCrashes, error) {
      const ids = (where: string): readonly string[] =>
        database.all(`select id from jobs where ${where}`).map((row) => String(row.id));
      for (const id of ids("state = 'running' and stop_asked = 1")) {
        move(id, 'running', "state = 'cancelled'");
      }
      const waiting = ids("state = 'queued'");
      for (const id of waiting) {
        // The process has ended without it: what ended it before may have been the same, and no fault of the job.
        move(id, 'queued', 'restarts = restarts + 1, fatal_node = null');
      }
      const interrupted = ids("state = 'running'");
      database.run("update jobs set crashes = crashes + 1, restarts = restarts + 1 where state = 'running'");
      // With several under way, or before the first node, nothing says whose fault it was.
      const suspect = interrupted.length === 1 ? 'node' : 'null';
      const failed = ids(
        `state = 'running' and (fatal_node = ${suspect} or crashes >= ${Math.trunc(mostCrashes)})`,
      );
      database.run(`update jobs set fatal_node = ${suspect} where state = 'running'`);
      for (const id of failed) move(id, 'running', "state = 'failed', error = ?", errorToJson(error));
      for (const id of ids("state = 'running'")) move(id, 'running', "state = 'queued'");
      return { requeued: waiting.length + interrupted.length - failed.length, failed: failed.length };
    },
    releaseKey(key) {
      database.run("update jobs set key = key || ':' || seq where key = ?", key);
    },
  };
}

/** Whether a job is being made under that number. */
function isHeld(database: Database, { id, lease }: HeldJob): boolean {
  const held = database.get("select 1 from jobs where id = ? and state = 'running' and lease = ?", id, lease);
  return held !== undefined;
}

function savePicture(database: Database, { id, variant, result }: FinishedVariant): void {
  database.run(
    'insert or replace into pictures (job, take, picture, result) values (?, ?, ?, ?)',
    id,
    variant,
    result.image.id,
    JSON.stringify(result),
  );
  for (const file of filesOf(result)) addUse(database, file, id);
}

function saveDuration(database: Database, name: string, { duration }: FinishedVariant): void {
  if (duration === undefined) return;
  database.run(
    'insert or replace into paces (name, milliseconds, samples, nodes) values (?, ?, ?, ?)',
    name,
    duration.milliseconds,
    duration.samples,
    JSON.stringify(duration.nodes),
  );
}
