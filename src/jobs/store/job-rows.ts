import * as z from 'zod';
import type { Said } from '../../ad/locale.ts';
import type { AdResult } from '../../ad/result.ts';
import { type Job, PLATFORMS } from '../job.ts';
import type { MadePicture } from '../take.ts';
import { JOB_STATES } from '../transitions.ts';
import type { Variation } from '../variation.ts';
import type { Database, Row } from './database.ts';

export const JOB_COLUMNS = `seq, id, key, state, platform, workspace, channel, owner, owner_name, locale, workflow,
  engine, parent, variation, takes, attempts, crashes, restarts, error, created_at, made_at, answered_at, removed`;

const jobRow = z.object({
  seq: z.number(),
  id: z.string(),
  key: z.string(),
  state: z.enum(JOB_STATES),
  platform: z.enum(PLATFORMS),
  workspace: z.string(),
  channel: z.string(),
  owner: z.string(),
  owner_name: z.string().nullable(),
  locale: z.enum(['ko', 'en']),
  workflow: z.string(),
  engine: z.string(),
  parent: z.string().nullable(),
  variation: z.string().nullable(),
  takes: z.string(),
  attempts: z.number(),
  crashes: z.number(),
  restarts: z.number(),
  error: z.string().nullable(),
  created_at: z.number(),
  made_at: z.number().nullable(),
  answered_at: z.number().nullable(),
  removed: z.number(),
});

/** The columns that hold JSON hold only what was written there from these same types. */
function stored<T>(text: string): T {
  return JSON.parse(text);
}

export function toJob(database: Database, row: Row): Job {
  const job = jobRow.parse(row);
  return {
    id: job.id,
    seq: job.seq,
    key: job.key,
    state: job.state,
    place: { platform: job.platform, workspace: job.workspace, channel: job.channel },
    owner: { id: job.owner, ...(job.owner_name === null ? {} : { name: job.owner_name }) },
    locale: job.locale,
    workflow: job.workflow,
    engine: job.engine,
    takes: stored<Job['takes']>(job.takes),
    pictures: picturesOf(database, job.id),
    attempts: job.attempts,
    crashes: job.crashes,
    restarts: job.restarts,
    createdAt: job.created_at,
    removed: job.removed === 1,
    ...(job.parent === null ? {} : { parent: job.parent }),
    ...(job.variation === null ? {} : { variation: stored<Variation>(job.variation) }),
    ...(job.error === null ? {} : { error: stored<{ code: string; said: Said }>(job.error) }),
    ...(job.made_at === null ? {} : { madeAt: job.made_at }),
    ...(job.answered_at === null ? {} : { answeredAt: job.answered_at }),
  };
}

export function findJob(database: Database, id: string): Job | undefined {
  const row = database.get(`select ${JOB_COLUMNS} from jobs where id = ?`, id);
  return row && toJob(database, row);
}

function picturesOf(database: Database, id: string): readonly MadePicture[] {
  return database
    .all('select take, result from pictures where job = ? order by take', id)
    .map((row) => ({ take: Number(row.take), result: stored<AdResult>(String(row.result)) }));
}

/** A file's name from its path: pictures lie under the hash of their pixels. */
export function pictureIdOf(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.png$/, '');
}
