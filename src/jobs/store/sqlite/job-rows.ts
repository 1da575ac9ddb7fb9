import * as z from 'zod';
import type { AdResult } from '../../../ad/result.ts';
import { defined } from '../../../collections/defined.ts';
import { type Job, type JobError, PLATFORMS } from '../../job/job.ts';
import { JOB_STATES } from '../../job/job-state.ts';
import type { MadePicture } from '../../job/variant.ts';
import type { Variation } from '../../job/variation.ts';
import type { Database, Row } from './database.ts';
import {
  DAMAGED,
  errorFromJson,
  MAX_JSON,
  stored,
  storedResult,
  storedVariants,
  storedVariation,
} from './stored-json.ts';

/** A column, empty where it is longer than anything that was ever written there. */
const bounded = (column: string): string =>
  `case when length(cast(${column} as blob)) <= ${MAX_JSON} then ${column} end as ${column}`;

export const JOB_COLUMNS = `seq, id, key, state, platform, workspace, channel, owner, owner_name, locale, workflow,
  engine, parent, ${bounded('variation')}, ${bounded('takes')}, attempts, crashes, restarts, ${bounded('error')}, created_at, made_at, answered_at, removed`;

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
  takes: z.string().nullable(),
  attempts: z.number(),
  crashes: z.number(),
  restarts: z.number(),
  error: z.string().nullable(),
  created_at: z.number(),
  made_at: z.number().nullable(),
  answered_at: z.number().nullable(),
  removed: z.number(),
});

/**
 * The job of a row. One whose words are damaged has no variants, and its error says so.
 *
 * @returns undefined for a row that is none of ours
 */
export function toJob(database: Database, row: Row): Job | undefined {
  const parsed = jobRow.safeParse(row);
  if (!parsed.success) return undefined;
  const job = parsed.data;
  const variants = stored<Job['variants']>(job.takes, storedVariants);
  const variation = stored<Variation>(job.variation, storedVariation);
  const error = variants === undefined ? DAMAGED : storedErrorOf(job.error);
  return {
    id: job.id,
    seq: job.seq,
    key: job.key,
    state: job.state,
    place: { platform: job.platform, workspace: job.workspace, channel: job.channel },
    owner: { id: job.owner, ...defined({ name: job.owner_name ?? undefined }) },
    locale: job.locale,
    workflow: job.workflow,
    engine: job.engine,
    variants: variants ?? [],
    pictures: picturesOf(database, job.id),
    attempts: job.attempts,
    crashes: job.crashes,
    restarts: job.restarts,
    createdAt: job.created_at,
    removed: job.removed === 1,
    ...defined({
      parent: job.parent ?? undefined,
      variation,
      error,
      madeAt: job.made_at ?? undefined,
      answeredAt: job.answered_at ?? undefined,
    }),
  };
}

export function findJob(database: Database, id: string): Job | undefined {
  const row = database.get(`select ${JOB_COLUMNS} from jobs where id = ?`, id);
  return row && toJob(database, row);
}

const storedErrorOf = (json: string | null): JobError | undefined =>
  json === null ? undefined : errorFromJson(json);

/** Those that are whole. */
function picturesOf(database: Database, id: string): readonly MadePicture[] {
  return database
    .all(`select take, ${bounded('result')} from pictures where job = ? order by take`, id)
    .flatMap((row) => {
      const result = stored<AdResult>(row.result, storedResult);
      return result === undefined ? [] : [{ variant: Number(row.take), result }];
    });
}
