import type { JobStore } from '../job-store.ts';
import { errorToJson } from '../stored-json.ts';
import type { Database } from './database.ts';
import { move } from './state-calls.ts';

export function recoverCalls(database: Database): Pick<JobStore, 'recover'> {
  return {
    recover: (mostCrashes, error) =>
      database.write(async (sql) => {
        const open = await sql.all(
          `select id, state, stop_asked, crashes, node, fatal_node from jobs
           where state in ('queued', 'running') order by seq for update`,
        );
        const ids = (rows: typeof open): readonly string[] => rows.map(({ id }) => String(id));
        const running = open.filter(({ state }) => state === 'running');
        await move(sql, ids(running.filter((row) => row.stop_asked === 1)), 'running', "state = 'cancelled'");

        const waiting = ids(open.filter(({ state }) => state === 'queued'));
        // The process has ended without them: what ended it before may have been the same, and no fault of theirs.
        await move(sql, waiting, 'queued', 'restarts = restarts + 1, fatal_node = null');

        const interrupted = running.filter((row) => row.stop_asked !== 1);
        // With several under way, or before the first node, nothing says whose fault it was.
        const suspect = interrupted.length === 1 ? 'node' : 'null';
        await sql.run(
          'update jobs set crashes = crashes + 1, restarts = restarts + 1 where id = any(?)',
          ids(interrupted),
        );
        const failed = ids(
          await sql.all(
            `select id from jobs where id = any(?) and (fatal_node = ${suspect} or crashes >= ?) order by seq`,
            ids(interrupted),
            Math.trunc(mostCrashes),
          ),
        );
        await sql.run(`update jobs set fatal_node = ${suspect} where id = any(?)`, ids(interrupted));
        await move(sql, failed, 'running', "state = 'failed', error = ?", errorToJson(error));
        await move(sql, ids(interrupted), 'running', "state = 'queued'");
        return { requeued: waiting.length + interrupted.length - failed.length, failed: failed.length };
      }),
  };
}
