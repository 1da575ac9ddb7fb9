import { UserError } from '../../errors/user-error.ts';
import type { Log } from '../log.ts';
import type { JobStore } from '../store/job-store.ts';

/** A job during whose making the process has ended this often is not made any more. */
const MAX_CRASHES = 2;

/**
 * Puts what a former process had under way back into the queue, or gives it up where that has ended processes too often;
 * the owners are told.
 *
 * @throws OutageError `database`
 */
export async function recoverJobs(store: JobStore, log: Log): Promise<void> {
  const error = new UserError('job-crashed', { times: MAX_CRASHES });
  const { requeued, failed } = await store.recover(MAX_CRASHES, {
    code: error.code,
    text: { ko: error.in('ko'), en: error.in('en') },
  });
  if (requeued + failed > 0) log.info({ requeued, failed }, 'recovered jobs of an earlier process');
}
