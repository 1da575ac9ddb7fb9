import { OutageError } from '../../../errors/outage-error.ts';
import type { NewJob } from '../../job/job.ts';
import type { Limits, Refusal } from '../../job/limits.ts';
import { newShortId } from '../../job/short-id.ts';
import { refusalOf } from '../allowance.ts';
import { photosOf } from '../file-uses.ts';
import type { StoreCalls, SubmitOutcome } from '../job-store.ts';
import type { Database } from './database.ts';
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
      const refusal = firstRefusal(database, job, limits, now);
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

function firstRefusal(database: Database, job: NewJob, limits: Limits, now: number): Refusal | undefined {
  const questions = refusalOf(job, limits, now);
  let asked = questions.next();
  while (asked.done !== true) asked = questions.next(database.get(asked.value.sql, ...asked.value.values));
  return asked.value;
}
