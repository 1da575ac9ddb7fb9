import { UserError } from '../../errors/user-error.ts';
import { exponentialBackoff } from '../../resilience/backoff.ts';
import type { Log } from '../log.ts';
import type { JobStore } from '../store/job-store.ts';

/** A job during whose making the process has ended this often is not made any more, whosever fault that was. */
const MAX_CRASHES = 5;

/** Longer than a process lives that is killed from without again and again. */
const DOUBLED = exponentialBackoff({ initial: 4000 });

/**
 * Milliseconds, from when the process works, in which a job is not made that a process has ended in so often: 4, 8, 16 …
 * seconds. A process that ends without it meanwhile ends of something else, and then nothing is held against the job;
 * others are made first.
 */
export function quietBefore(crashes: number): number {
  return crashes === 0 ? 0 : DOUBLED(crashes);
}

/**
 * Puts what a former process had under way back into the queue, or gives it up where it is to blame for that, or that was too often;
 * the owners are told.
 *
 * @throws OutageError `database`
 */
export async function recoverJobs(store: JobStore, log: Log): Promise<void> {
  const error = new UserError('job-crashed', {});
  const { requeued, failed } = await store.recover(MAX_CRASHES, {
    code: error.code,
    text: { ko: error.in('ko'), en: error.in('en') },
  });
  if (requeued + failed > 0) log.info({ requeued, failed }, 'recovered jobs of an earlier process');
}
