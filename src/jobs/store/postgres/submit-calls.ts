import { OutageError } from '../../../errors/outage-error.ts';
import type { NewJob, Place } from '../../job/job.ts';
import type { Limits, Refusal } from '../../job/limits.ts';
import { newShortId } from '../../job/short-id.ts';
import { isLimited, refusalOf } from '../allowance.ts';
import { photosOf } from '../file-uses.ts';
import type { JobStore, SubmitOutcome } from '../job-store.ts';
import type { Database } from './database.ts';
import { addUse } from './file-calls.ts';
import { findJob, SELECT_JOB, toJob } from './job-queries.ts';
import { LOCKS } from './locks.ts';
import { insertMessage } from './message-calls.ts';
import type { Statements } from './transaction.ts';

export function submitCalls(database: Database): Pick<JobStore, 'submit'> {
  return {
    submit: (job, limits, now) =>
      database.write(async (sql): Promise<SubmitOutcome> => {
        if (isLimited(limits)) await takeTurn(sql, job.place);
        const before = await knownJob(sql, job.key);
        if (before !== undefined) return before;
        const refusal = await firstRefusal(sql, job, limits, now);
        if (refusal !== undefined) return { kind: 'refused', refusal };
        for (;;) {
          const id = newShortId();
          if (await insert(sql, id, job, now)) {
            const created = await findJob(sql, id);
            if (created === undefined) throw new Error('The job that was written is not there');
            return { kind: 'created', job: created };
          }
          // Another process has written the same event meanwhile, or the id is taken.
          const meanwhile = await knownJob(sql, job.key);
          if (meanwhile !== undefined) return meanwhile;
        }
      }),
  };
}

/** Of those who order in a workspace at the same moment each counts what the ones before it have written. */
async function takeTurn(sql: Statements, { platform, workspace }: Place): Promise<void> {
  await sql.get(
    `select pg_advisory_xact_lock(${LOCKS.limits}, hashtext(current_schema()::text || '/' || ? || '/' || ?))`,
    platform,
    workspace,
  );
}

async function knownJob(sql: Statements, key: string): Promise<SubmitOutcome | undefined> {
  const row = await sql.get(`${SELECT_JOB} where key = ?`, key);
  if (row === undefined) return undefined;
  const job = toJob(row);
  if (job === undefined) throw new OutageError('database', `the job of ${key} is damaged`);
  return { kind: 'known', job };
}

async function insert(sql: Statements, id: string, job: NewJob, now: number): Promise<boolean> {
  const { key, owner, place, locale, variants, workflow, engine, parent, variation, replyTo } = job;
  const inserted = await sql.run(
    `insert into jobs (id, key, state, platform, workspace, channel, owner, owner_name, locale, workflow, engine,
       parent, variation, takes, ordered, created_at)
     values (?, ?, 'queued', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
    id,
    key,
    place.platform,
    place.workspace,
    place.channel,
    owner.id,
    owner.name ?? null,
    locale,
    workflow,
    engine,
    parent ?? null,
    variation === undefined ? null : JSON.stringify(variation),
    JSON.stringify(variants),
    variants.length,
    now,
  );
  if (inserted === 0) return false;
  for (const photo of photosOf(job)) await addUse(sql, photo, id);
  await insertMessage(sql, id, `job:${id}`, place, replyTo);
  return true;
}

async function firstRefusal(
  sql: Statements,
  job: NewJob,
  limits: Limits,
  now: number,
): Promise<Refusal | undefined> {
  const questions = refusalOf(job, limits, now);
  let asked = questions.next();
  while (asked.done !== true) asked = questions.next(await sql.get(asked.value.sql, ...asked.value.values));
  return asked.value;
}
