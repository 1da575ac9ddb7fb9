import type { JobStore } from '../job-store.ts';
import type { Database } from './database.ts';

/** Milliseconds without asking after which some of what others wrote may have been forgotten. */
const MAX_PAUSE = 3_600_000;

/** How often what is older than a day is forgotten, in questions: some ten minutes. */
const TIDY_EVERY = 600;

/**
 * Tells of what other processes have committed since it was last asked, by PostgreSQL's own account of what could be
 * seen then: one statement, and nothing is missed however long a transaction has taken.
 */
export function changeWatch(database: Database): Pick<JobStore, 'changed'> {
  let seen: string | undefined;
  let seenAt = performance.now();
  let questions = 0;
  return {
    async changed() {
      if (questions++ % TIDY_EVERY === 0)
        await database.read((sql) => sql.run("delete from changes where at < now() - interval '1 day'"));
      const before = performance.now() - seenAt > MAX_PAUSE ? undefined : seen;
      const row = await database.read((sql) =>
        sql.get(
          `select pg_current_snapshot()::text as snapshot, ?::text is null or exists (
             select 1 from changes where transaction >= pg_snapshot_xmin(?::pg_snapshot)
               and not pg_visible_in_snapshot(transaction, ?::pg_snapshot) and writer <> ?::uuid
           ) as changed`,
          before ?? null,
          before ?? null,
          before ?? null,
          database.writer,
        ),
      );
      seen = String(row?.snapshot);
      seenAt = performance.now();
      return row?.changed === true;
    },
  };
}
