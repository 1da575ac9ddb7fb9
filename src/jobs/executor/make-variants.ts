import { setMaxListeners } from 'node:events';
import { placeCount } from '../../ad/parse/at-places.ts';
import type { AdResult } from '../../ad/result.ts';
import { defined } from '../../collections/defined.ts';
import { OutageError } from '../../errors/outage-error.ts';
import { UserError } from '../../errors/user-error.ts';
import type { NodeEvent } from '../../workflow/node-event.ts';
import type { Clock } from '../clock.ts';
import type { Job } from '../job/job.ts';
import type { Variant } from '../job/variant.ts';
import type { Log } from '../log.ts';
import type { Durations } from '../scheduler/durations.ts';
import type { JobStore } from '../store/job-store.ts';
import { durationKeyOf, groupOf } from '../store/job-store.ts';
import type { StoredFiles } from '../stored-files.ts';
import type { LaneProvider } from './lane-queues.ts';
import type { JobMaker } from './maker.ts';
import { mayDiffer, unlikeFormerAds } from './recent-families.ts';
import { StopReason } from './stop-reason.ts';

export interface VariantsParts {
  readonly store: JobStore;
  readonly maker: JobMaker;
  readonly lanes: LaneProvider;
  readonly durations: Durations;
  readonly files: StoredFiles;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether what was stored of a variant is within the bounds of what can be ordered. */
  isVariant(variant: unknown): boolean;
  onEvent(variant: number, event: NodeEvent): void;
  /** A variant is made and written down. */
  onVariant(variant: number): void;
  persist<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Makes every picture of a job that is not there yet, and writes each down as it comes. With the last of them the
 * job is made. When one fails the others are stopped.
 *
 * @throws UserError `job-damaged` where what was stored is not what could be ordered; StopReason `lost` where another
 *   process holds the job; what the first failing variant threw, or the signal's reason
 */
export async function makeVariants(job: Job, signal: AbortSignal, parts: VariantsParts): Promise<void> {
  if (job.variants.length === 0 || !job.variants.every(parts.isVariant))
    throw new UserError('job-damaged', { job: job.id });
  const startedAt = performance.now();
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  // Every node of every variant listens to it.
  setMaxListeners(0, either);
  const there = new Set(job.pictures.map(({ variant }) => variant));
  const missing = job.variants
    .map((variant, index) => ({ variant, index }))
    .filter(({ index }) => !there.has(index));
  let left = missing.length;

  const finish = async (result: AdResult, index: number): Promise<void> => {
    const milliseconds = (performance.now() - startedAt) / job.variants.length;
    const whole = left === 1 && there.size === 0;
    const duration = whole
      ? parts.durations.after(durationKeyOf(job), milliseconds, result.report)
      : undefined;
    const { id, lease } = job;
    const state = await parts.store.finishVariant(
      { id, lease, variant: index, result, duration },
      parts.clock(),
    );
    if (state === undefined) throw new StopReason('lost');
    left--;
    if (duration !== undefined) parts.durations.set(durationKeyOf(job), duration);
  };

  const makeOne = async (variant: Variant, index: number): Promise<void> => {
    // A second time only when a file of the result was deleted in between: the result cache knows most of it.
    for (let tries = 0; tries < 2; tries++) {
      const result = await makePicture(job, variant, index, either, parts);
      if (await parts.persist(() => parts.files.use(result, () => finish(result, index)))) {
        return parts.onVariant(index);
      }
    }
    throw new OutageError('disk', 'a picture that was just saved is gone');
  };

  // Of one ad at several places, or in several pages, the first makes what the others take over: the cut-out, the words.
  const [first, ...others] = missing;
  const { place, page } = first?.variant.request ?? {};
  const isShared = first !== undefined && others.length > 0 && (place !== undefined || page !== undefined);
  if (isShared) {
    await makeOne(first.variant, first.index).catch((error: unknown) => {
      throw signal.aborted ? signal.reason : error;
    });
  }
  const outcomes = await Promise.allSettled(
    (isShared ? others : missing).map(({ variant, index }) =>
      makeOne(variant, index).catch((error: unknown) => {
        failed.abort(error);
        throw error;
      }),
    ),
  );
  if (outcomes.some(({ status }) => status === 'rejected')) {
    throw signal.aborted ? signal.reason : failed.signal.reason;
  }
}

async function makePicture(
  job: Job,
  { request, decided }: Variant,
  index: number,
  signal: AbortSignal,
  parts: VariantsParts,
): Promise<AdResult> {
  const unlike = mayDiffer(request, job)
    ? await parts.persist(() => unlikeFormerAds(request, job, parts.store))
    : request;
  return parts.maker.make(unlike, {
    signal,
    lanes: parts.lanes.forJob(groupOf(job.place, job.owner), job.seq),
    onEvent: (event) => parts.onEvent(index, event),
    log: (message) => parts.log.debug({ job: job.id, variant: index }, message),
    places: placeCount(job.variants.map((variant) => variant.request)),
    ...defined({ decided }),
  });
}
