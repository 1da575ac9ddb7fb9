import { OutageError } from '../../../errors/outage-error.ts';
import type { NewJob, Place } from '../../job/job.ts';
import { type Allowance, DAY, HOUR, type Limits, type Refusal } from '../../job/limits.ts';
import { newShortId } from '../../job/short-id.ts';
import { photosOf } from '../file-uses.ts';
import type { JobStore, SubmitOutcome } from '../job-store.ts';
import type { Database } from './database.ts';
import { addUse } from './file-calls.ts';
import { findJob, SELECT_JOB, toJob } from './job-queries.ts';
import { LOCKS } from './locks.ts';
import { insertMessage } from './message-calls.ts';
import type { SqlValue, Statements } from './transaction.ts';

export function submitCalls(database: Database): Pick<JobStore, 'submit'> {
  return {
    submit: (job, limits, now) =>
      database.write(async (sql): Promise<SubmitOutcome> => {
        if (isLimited(limits)) await takeTurn(sql, job.place);
        const before = await knownJob(sql, job.key);
        if (before !== undefined) return before;
        const refusal = await refusalOf(sql, job, limits, now);
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

const isLimited = (limits: Limits): boolean =>
  [limits.user, limits.workspace].some(({ open, hourly, daily }) => open + hourly + daily > 0);

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

async function refusalOf(
  sql: Statements,
  job: NewJob,
  limits: Limits,
  now: number,
): Promise<Refusal | undefined> {
  const { platform, workspace } = job.place;
  if (!isLimited(limits)) return undefined;
  const scopes = [
    ['user', 'platform = ? and workspace = ? and owner = ?', [platform, workspace, job.owner.id]],
    ['workspace', 'platform = ? and workspace = ?', [platform, workspace]],
  ] as const;
  for (const [scope, whose, values] of scopes) {
    const refusal = await reached(sql, scope, limits[scope], whose, values, now);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

async function reached(
  sql: Statements,
  scope: keyof Limits,
  allowance: Allowance,
  whose: string,
  values: readonly SqlValue[],
  now: number,
): Promise<Refusal | undefined> {
  if (allowance.open > 0) {
    const open = await sql.get(
      `select count(*) as n from jobs where ${whose} and state in ('queued', 'running')`,
      ...values,
    );
    if (Number(open?.n) >= allowance.open) return { scope, limit: 'open', max: allowance.open };
  }
  const windows = [
    ['hourly', HOUR],
    ['daily', DAY],
  ] as const;
  for (const [limit, length] of windows) {
    const max = allowance[limit];
    if (max === 0) continue;
    // The job that has to grow older than the window before there is room: what failed on our side, or was
    // cancelled before it began, is not counted.
    const blocking = await sql.get(
      `select created_at from jobs where ${whose} and state <> 'failed'
         and (state <> 'cancelled' or turn is not null)
       order by seq desc limit 1 offset ?`,
      ...values,
      max - 1,
    );
    if (blocking === undefined) continue;
    const age = now - Number(blocking.created_at);
    // A job from the future was written before the clock stepped back; nobody should wait for it.
    if (age >= 0 && age < length) return { scope, limit, max, wait: length - age };
  }
  return undefined;
}
