import type { Job } from '../../job/job.ts';
import { JOB_STATES, type JobState } from '../../job/job-state.ts';
import type { HistoryQuery, JobStore, OpenJob } from '../job-store.ts';
import type { Database } from './database.ts';
import { findJob, SELECT_JOB, toJob } from './job-queries.ts';
import type { SqlValue } from './transaction.ts';

type Calls =
  | 'job'
  | 'jobByKey'
  | 'jobByMessage'
  | 'jobsByPicture'
  | 'isShown'
  | 'history'
  | 'openJobs'
  | 'servedGroups'
  | 'stats';

export function queryCalls(database: Database): Pick<JobStore, Calls> {
  const jobs = (where: string, ...values: readonly SqlValue[]): Promise<readonly Job[]> =>
    database.read(async (sql) =>
      (await sql.all(`${SELECT_JOB} ${where}`, ...values)).flatMap((row) => toJob(row) ?? []),
    );
  return {
    job: (id) => database.read((sql) => findJob(sql, id)),
    jobByKey: async (key) => (await jobs('where key = ?', key))[0],
    jobByMessage: async (platform, message) =>
      (
        await jobs(
          'where id = (select job from messages where platform = ? and message = ?)',
          platform,
          message,
        )
      )[0],
    async jobsByPicture(picture, limit) {
      const found = await jobs(
        'where id in (select job from pictures where picture = ?) order by seq desc limit ?',
        picture,
        limit,
      );
      return found
        .flatMap((job) => {
          const made = job.pictures.filter(({ result }) => result.image.id === picture);
          return made.map((each) => ({ job, picture: each }));
        })
        .slice(0, limit);
    },
    isShown: (job, { platform, workspace, channel }, message) =>
      database.read(async (sql) => {
        const shown = await sql.get(
          `select 1 from cards
             where job = ? and platform = ? and workspace = ? and channel = ? and message is not null
           union all select 1 from messages where job = ? and platform = ? and message = ? limit 1`,
          job,
          platform,
          workspace,
          channel,
          job,
          platform,
          message ?? null,
        );
        return shown !== undefined;
      }),
    history(query) {
      const { where, values } = conditionsOf(query);
      return jobs(`where ${where} order by seq desc limit ?`, ...values, query.limit);
    },
    openJobs: () =>
      database.read(async (sql) => {
        const rows = await sql.all(
          `select id, seq, platform || '/' || workspace || '/' || owner as "group",
             workflow || '/' || engine as duration_key, ordered, state, crashes, stop_asked
           from jobs where state in ('queued', 'running') order by seq`,
        );
        return rows.map(
          (row): OpenJob => ({
            id: String(row.id),
            seq: Number(row.seq),
            group: String(row.group),
            durationKey: String(row.duration_key),
            variants: Number(row.ordered),
            state: row.state === 'running' ? 'running' : 'queued',
            crashes: Number(row.crashes),
            stopAsked: row.stop_asked === 1,
          }),
        );
      }),
    servedGroups: () =>
      database.read(async (sql) => {
        const rows = await sql.all(
          `select platform || '/' || workspace || '/' || owner as "group", max(turn) as turn from
             (select * from jobs where turn is not null order by turn desc limit 10000) as served
           group by 1 order by 2`,
        );
        return rows.map((row) => String(row.group));
      }),
    stats: (now) =>
      database.read(async (sql) => {
        const rows = await sql.all(
          `select state, count(*) as count, min(created_at) as oldest from jobs group by state
           union all select 'behind', count(*), null from cards where wanted > shown and dead = 0`,
        );
        const count = (name: string): number => Number(rows.find(({ state }) => state === name)?.count ?? 0);
        const oldest = rows.find(({ state }) => state === 'queued')?.oldest;
        return {
          jobs: Object.fromEntries(JOB_STATES.map((state) => [state, count(state)])) as Record<
            JobState,
            number
          >,
          oldestQueued: typeof oldest === 'number' ? Math.max(0, now - oldest) : 0,
          undelivered: count('behind'),
        };
      }),
  };
}

function conditionsOf(query: HistoryQuery): { readonly where: string; readonly values: readonly SqlValue[] } {
  const { platform, workspace, channel, owner, states } = query;
  const conditions: string[] = ['removed = 0'];
  const values: SqlValue[] = [];
  for (const [column, value] of Object.entries({ platform, workspace, channel, owner })) {
    if (value === undefined) continue;
    conditions.push(`${column} = ?`);
    values.push(value);
  }
  if (states !== undefined) {
    conditions.push('state = any(?)');
    values.push(states);
  }
  return { where: conditions.join(' and '), values };
}
