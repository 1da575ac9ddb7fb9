import type { StoredRow } from '../job-rows.ts';
import type { JobStore } from '../job-store.ts';
import { errorToJson } from '../stored-json.ts';
import type { Database } from './database.ts';
import { isAlive } from './lease-calls.ts';
import { move } from './state-calls.ts';

/** @param length milliseconds for which a process that has said that it lives is thought to */
export function recoverCalls(database: Database, length: number): Pick<JobStore, 'recover'> {
  const alive = `select 1 from processes where processes.id = jobs.holder and ${isAlive(length)}`;
  return {
    recover: (mostCrashes, error) =>
      database.write(async (sql) => {
        const left = await sql.all(
          `select id, stop_asked, holder from jobs where state = 'running' and not exists (${alive})
           order by seq for update`,
        );
        await move(sql, ids(left.filter((row) => row.stop_asked === 1)), 'running', "state = 'cancelled'");

        const interrupted = left.filter((row) => row.stop_asked !== 1);
        const alone = ids(interrupted.filter((row) => isAlone(row, interrupted)));
        await sql.run(
          'update jobs set crashes = crashes + 1, restarts = restarts + 1 where id = any(?)',
          ids(interrupted),
        );
        // With several under way in its process, or before the first node, nothing says whose fault it was.
        const failed = ids(
          await sql.all(
            `select id from jobs where id = any(?) and (fatal_node = case when id = any(?) then node end or crashes >= ?)
             order by seq`,
            ids(interrupted),
            alone,
            Math.trunc(mostCrashes),
          ),
        );
        await sql.run(
          'update jobs set fatal_node = case when id = any(?) then node end where id = any(?)',
          alone,
          ids(interrupted),
        );

        const waiting = await sql.all(
          `select id from jobs where state = 'queued' and (fatal_node is not null or not exists (
             select 1 from processes where ${isAlive(length)})) order by seq for update`,
        );
        // A process has ended without them: what ended it before may have been the same, and no fault of theirs. Where
        // others live, they wait as before.
        const nobody =
          (await sql.get(`select 1 from processes where ${isAlive(length)} limit 1`)) === undefined;
        if (nobody) await move(sql, ids(waiting), 'queued', 'restarts = restarts + 1, fatal_node = null');
        else if (interrupted.length > 0)
          await sql.run('update jobs set fatal_node = null where id = any(?)', ids(waiting));

        await move(sql, failed, 'running', "state = 'failed', error = ?", errorToJson(error));
        await move(sql, ids(interrupted), 'running', "state = 'queued'");
        const waited = nobody ? waiting.length : 0;
        return { requeued: waited + interrupted.length - failed.length, failed: failed.length };
      }),
  };
}

const ids = (rows: readonly StoredRow[]): readonly string[] => rows.map(({ id }) => String(id));

/** Whether a job was the only one that its process had under way. */
const isAlone = ({ holder }: StoredRow, rows: readonly StoredRow[]): boolean =>
  rows.filter((other) => other.holder === holder).length === 1;
