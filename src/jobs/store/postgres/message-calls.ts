import type { NewJobMessage, Place } from '../../job/job.ts';
import type { JobStore, PendingDelivery } from '../job-store.ts';
import { KEPT_SILENTLY, KEPT_TOLD, MAX_WAIT, MESSAGE_COLUMNS, toMessage } from '../message-rows.ts';
import type { Database } from './database.ts';
import { holdJob, SELECT_JOB, toJob } from './job-queries.ts';
import { releaseKept } from './release-kept.ts';
import type { Statements } from './transaction.ts';

type Calls =
  | 'addMessage'
  | 'pendingDeliveries'
  | 'firstMessage'
  | 'messagesOf'
  | 'markShown'
  | 'saveAddress'
  | 'markNotShown'
  | 'keep'
  | 'releaseKept';

export function messageCalls(database: Database): Pick<JobStore, Calls> {
  return {
    addMessage: (job, key, place, jobMessage) =>
      database.write((sql) => insertMessage(sql, job, key, place, jobMessage)),
    async pendingDeliveries(platform, now, limit) {
      const due = await database.read((sql) =>
        sql.all(
          `select ${MESSAGE_COLUMNS} from cards
           where wanted > shown and dead = 0 and platform = ? and (due_at <= ? or due_at > ?)
           order by seq limit ?`,
          platform,
          now,
          now + MAX_WAIT,
          limit,
        ),
      );
      if (due.length === 0) return [];
      const messages = due.map(toMessage);
      const rows = await database.read((sql) =>
        sql.all(`${SELECT_JOB} where id = any(?)`, [...new Set(messages.map(({ job }) => job))]),
      );
      const jobs = new Map(rows.map((row) => [row.id, toJob(row)]));
      const untold = messages.filter(({ job }) => jobs.get(job) === undefined);
      // Of a job that is not there, or not whole enough to be told of: it must not stand in the others' way.
      if (untold.length > 0) {
        await database.write((sql) =>
          sql.run(
            'update cards set dead = 1 where seq = any(?)',
            untold.map(({ seq }) => seq),
          ),
        );
      }
      return messages.flatMap((message): readonly PendingDelivery[] => {
        const job = jobs.get(message.job);
        return job === undefined ? [] : [{ message, job }];
      });
    },
    firstMessage: async (job) => (await messages(database, 'where job = ? order by seq limit 1', job))[0],
    messagesOf: (job) => messages(database, 'where job = ? order by seq', job),
    markShown: (message, revision, at, answered, now) =>
      database.write(async (sql) => {
        const held = await holdMessage(sql, message);
        if (held === undefined) return;
        await sql.run(
          `update cards set shown = greatest(shown, ?), attempts = 0, due_at = 0, message = ?,
             address = coalesce(?, address), channel = coalesce(?, channel) where seq = ?`,
          revision,
          at.messageId,
          at.address ?? null,
          at.channel ?? null,
          message,
        );
        await noteMessage(sql, held.platform, at.messageId, held.job);
        if (answered && held.revision === revision) await answer(sql, held.job, now);
      }),
    saveAddress: (message, address) =>
      database.write(async (sql) => {
        await sql.run('update cards set address = ? where seq = ?', address, message);
      }),
    markNotShown: (message, due) =>
      database.write(async (sql) => {
        await sql.run('update cards set attempts = attempts + 1, due_at = ? where seq = ?', due, message);
      }),
    keep: (message, revision, at) =>
      database.write(async (sql) => {
        const held = await holdMessage(sql, message);
        if (held === undefined) return;
        await sql.run(
          `update cards set attempts = attempts + 1, dead = case when wanted = ? then ? else 0 end,
             message = coalesce(?, message), address = coalesce(?, address), channel = coalesce(?, channel)
           where seq = ?`,
          revision,
          at === undefined ? KEPT_SILENTLY : KEPT_TOLD,
          at?.messageId ?? null,
          at?.address ?? null,
          at?.channel ?? null,
          message,
        );
        if (at !== undefined) await noteMessage(sql, held.platform, at.messageId, held.job);
      }),
    releaseKept: (owner, place, address) => releaseKept(database, owner, place, address),
  };
}

async function messages(database: Database, where: string, job: string) {
  const rows = await database.read((sql) => sql.all(`select ${MESSAGE_COLUMNS} from cards ${where}`, job));
  return rows.map(toMessage);
}

/** A message as it stands while its job is held. */
async function holdMessage(
  sql: Statements,
  message: number,
): Promise<{ readonly job: string; readonly platform: string; readonly revision: number } | undefined> {
  const found = await sql.get('select job from cards where seq = ?', message);
  if (found === undefined) return undefined;
  await holdJob(sql, String(found.job));
  const row = await sql.get('select job, platform, wanted from cards where seq = ?', message);
  return row && { job: String(row.job), platform: String(row.platform), revision: Number(row.wanted) };
}

export async function insertMessage(
  sql: Statements,
  job: string,
  key: string,
  place: Place,
  jobMessage: NewJobMessage,
): Promise<void> {
  await sql.run(
    `insert into cards (key, job, platform, workspace, channel, address, message)
     values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
    key,
    job,
    place.platform,
    place.workspace,
    place.channel,
    jobMessage.address,
    jobMessage.messageId ?? null,
  );
  if (jobMessage.messageId !== undefined) await noteMessage(sql, place.platform, jobMessage.messageId, job);
}

/** The messages of these jobs no longer show how they stand. */
export async function markMessagesBehind(sql: Statements, jobs: readonly string[]): Promise<void> {
  if (jobs.length === 0) return;
  await sql.run('update cards set wanted = wanted + 1, due_at = 0, dead = 0 where job = any(?)', jobs);
}

async function noteMessage(sql: Statements, platform: string, message: string, job: string): Promise<void> {
  await sql.run(
    `insert into messages (platform, message, job) values (?, ?, ?)
     on conflict (platform, message) do update set job = excluded.job`,
    platform,
    message,
    job,
  );
}

/** The owner has seen how the job ended. */
async function answer(sql: Statements, id: string, now: number): Promise<void> {
  await sql.run(
    `update jobs set answered_at = coalesce(answered_at, ?),
       state = case when state = 'made' then 'delivered' else state end
     where id = ? and state not in ('queued', 'running')`,
    now,
    id,
  );
}
