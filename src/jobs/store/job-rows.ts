import * as z from 'zod';
import type { AdResult } from '../../ad/result.ts';
import { defined } from '../../collections/defined.ts';
import { type Job, type JobError, PLATFORMS } from '../job/job.ts';
import { JOB_STATES } from '../job/job-state.ts';
import type { MadePicture } from '../job/variant.ts';
import type { Variation } from '../job/variation.ts';
import {
  DAMAGED,
  errorFromJson,
  stored,
  storedResult,
  storedVariants,
  storedVariation,
} from './stored-json.ts';

/** A row as a database gives it out, whichever it is; the columns have the names that they were made with. */
export type StoredRow = Readonly<Record<string, unknown>>;

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
  lease: z.number(),
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
export function jobOfRow(
  row: StoredRow,
  picturesOf: (job: string) => readonly MadePicture[],
): Job | undefined {
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
    pictures: picturesOf(job.id),
    attempts: job.attempts,
    lease: job.lease,
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

const storedErrorOf = (json: string | null): JobError | undefined =>
  json === null ? undefined : errorFromJson(json);

/** Those of the rows that are whole. */
export function picturesOfRows(rows: readonly StoredRow[]): readonly MadePicture[] {
  return rows.flatMap((row) => {
    const result = stored<AdResult>(row.result, storedResult);
    return result === undefined ? [] : [{ variant: Number(row.take), result }];
  });
}
