import type { Job } from '../../job/job.ts';
import { JOB_STATES, type JobState } from '../../job/job-state.ts';
import type { HistoryQuery, OpenJob, StoreCalls } from '../job-store.ts';
import type { Database, SqlValue } from './database.ts';
import { findJob, JOB_COLUMNS, toJob } from './job-rows.ts';

type Calls =
  | 'job'
  | 'jobByKey'
  | 'jobByMessage'
  | 'jobsByPicture'
  | 'isShown'
  | 'history'
  | 'openJobs'
  | 'servedGroups'
  | 'changed'
  | 'stats';

export function queryCalls(database: Database): Pick<StoreCalls, Calls> {
  let version = versionOf(database);
  return {
    job: (id) => findJob(database, id),
    jobByKey(key) {
      const row = database.get(`select ${JOB_COLUMNS} from jobs where key = ?`, key);
      return row && toJob(database, row);
    },
    jobByMessage(platform, message) {
      const row = database.get(
        'select job from messages where platform = ? and message = ?',
        platform,
        message,
      );
      return row && findJob(database, String(row.job));
    },
    jobsByPicture(picture, limit) {
      const rows = database.all(
        `select pictures.job, pictures.take from pictures join jobs on jobs.id = pictures.job
         where picture = ? order by jobs.seq desc limit ?`,
        picture,
        limit,
      );
      return rows.flatMap((row) => {
        const job = findJob(database, String(row.job));
        const made = job?.pictures.find(({ variant }) => variant === row.take);
        return job && made ? [{ job, picture: made }] : [];
      });
    },
    isShown(job, { platform, workspace, channel }, message) {
      const here = database.get(
        `select 1 from cards
         where job = ? and platform = ? and workspace = ? and channel = ? and message is not null limit 1`,
        job,
        platform,
        workspace,
        channel,
      );
      if (here !== undefined || message === undefined) return here !== undefined;
      const known = database.get(
        'select job from messages where platform = ? and message = ?',
        platform,
        message,
      );
      return known?.job === job;
    },
    history: (query) => history(database, query),
    openJobs: () =>
      database
        .all(
          `select id, seq, platform || '/' || workspace || '/' || owner as "group",
             workflow || '/' || engine as duration_key,
             case when json_valid(takes) then json_array_length(takes) else 0 end as variants, state, crashes, stop_asked
           from jobs where state in ('queued', 'running') order by seq`,
        )
        .map(
          (row): OpenJob => ({
            id: String(row.id),
            seq: Number(row.seq),
            group: String(row.group),
            durationKey: String(row.duration_key),
            variants: Number(row.variants),
            state: row.state === 'running' ? 'running' : 'queued',
            crashes: Number(row.crashes),
            stopAsked: row.stop_asked === 1,
          }),
        ),
    servedGroups: () =>
      database
        .all(
          `select platform || '/' || workspace || '/' || owner as "group", max(turn) as turn from
             (select * from jobs where turn is not null order by turn desc limit 10000)
           group by "group" order by turn`,
        )
        .map((row) => String(row.group)),
    changed() {
      const now = versionOf(database);
      const changed = now !== version;
      version = now;
      return changed;
    },
    stats(now) {
      const counts = new Map(
        database
          .all('select state, count(*) as n from jobs group by state')
          .map((row) => [row.state, Number(row.n)]),
      );
      const oldest = database.get("select min(created_at) as at from jobs where state = 'queued'")?.at;
      const behind = database.get('select count(*) as n from cards where wanted > shown and dead = 0');
      return {
        jobs: Object.fromEntries(JOB_STATES.map((state) => [state, counts.get(state) ?? 0])) as Record<
          JobState,
          number
        >,
        oldestQueued: typeof oldest === 'number' ? Math.max(0, now - oldest) : 0,
        undelivered: Number(behind?.n),
      };
    },
  };
}

function history(database: Database, query: HistoryQuery): readonly Job[] {
  const { platform, workspace, channel, owner, states, limit } = query;
  const conditions: string[] = ['removed = 0'];
  const values: SqlValue[] = [];
  for (const [column, value] of Object.entries({ platform, workspace, channel, owner })) {
    if (value === undefined) continue;
    conditions.push(`${column} = ?`);
    values.push(value);
  }
  if (states !== undefined) {
    conditions.push('state in (select value from json_each(?))');
    values.push(JSON.stringify(states));
  }
  return database
    .all(
      `select ${JOB_COLUMNS} from jobs where ${conditions.join(' and ')} order by seq desc limit ?`,
      ...values,
      limit,
    )
    .flatMap((row) => toJob(database, row) ?? []);
}

/** Grows when another connection has committed. */
function versionOf(database: Database): number {
  return Number(database.get('pragma data_version')?.data_version);
}
