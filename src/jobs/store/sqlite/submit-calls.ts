import { OutageError } from '../../../errors/outage-error.ts';
import type { NewJob } from '../../job/job.ts';
import { type Allowance, DAY, HOUR, type Limits, type Refusal } from '../../job/limits.ts';
import { newShortId } from '../../job/short-id.ts';
import { photosOf } from '../file-uses.ts';
import type { StoreCalls, SubmitOutcome } from '../job-store.ts';
import type { Database, SqlValue } from './database.ts';
import { addUse } from './file-calls.ts';
import { findJob, JOB_COLUMNS, toJob } from './job-rows.ts';
import { insertMessage } from './message-calls.ts';

export function submitCalls(database: Database): Pick<StoreCalls, 'submit'> {
  return {
    submit(job, limits, now): SubmitOutcome {
      const known = database.get(`select ${JOB_COLUMNS} from jobs where key = ?`, job.key);
      if (known !== undefined) {
        const before = toJob(database, known);
        if (before === undefined) throw new OutageError('database', `the job of ${job.key} is damaged`);
        return { kind: 'known', job: before };
      }
      const refusal = refusalOf(database, job, limits, now);
      if (refusal !== undefined) return { kind: 'refused', refusal };
      const id = unusedId(database);
      insert(database, id, job, now);
      const created = findJob(database, id);
      if (created === undefined) throw new Error('The job that was written is not there');
      return { kind: 'created', job: created };
    },
  };
}

function unusedId(database: Database): string {
  for (;;) {
    const id = newShortId();
    if (database.get('select 1 from jobs where id = ?', id) === undefined) return id;
  }
}

function insert(database: Database, id: string, job: NewJob, now: number): void {
  const { key, owner, place, locale, variants, workflow, engine, parent, variation, replyTo } = job;
  database.run(
    `insert into jobs (id, key, state, platform, workspace, channel, owner, owner_name, locale, workflow, engine,
       parent, variation, takes, created_at)
     values (?, ?, 'queued', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    now,
  );
  for (const photo of photosOf(job)) addUse(database, photo, id);
  insertMessage(database, id, `job:${id}`, place, replyTo);
}

function refusalOf(database: Database, job: NewJob, limits: Limits, now: number): Refusal | undefined {
  const { platform, workspace } = job.place;
  const user = 'platform = ? and workspace = ? and owner = ?';
  const everyone = 'platform = ? and workspace = ?';
  const count = (scope: keyof Limits, whose: string, values: readonly string[]): Refusal | undefined =>
    reached(database, scope, limits[scope], whose, values, now);
  return (
    count('user', user, [platform, workspace, job.owner.id]) ??
    count('workspace', everyone, [platform, workspace])
  );
}

function reached(
  database: Database,
  scope: keyof Limits,
  allowance: Allowance,
  whose: string,
  values: readonly SqlValue[],
  now: number,
): Refusal | undefined {
  if (allowance.open > 0) {
    const open = database.get(
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
    const blocking = database.get(
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
