import { kindOf } from '../errors/say.ts';
import { exponentialBackoff } from '../resilience/backoff.ts';
import { withRetry } from '../resilience/with-retry.ts';

const BACKOFF = exponentialBackoff({ initial: 250, max: 10_000 });

/**
 * Does what must not be left undone: as long as it fails with passing trouble it is tried again, at growing
 * distances up to ten seconds, and once more when `signal` fires.
 *
 * @throws what `work` throws, once `signal` has fired or where it is not passing trouble
 */
export async function retryUntilStored<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onTrouble: (error: unknown) => void,
): Promise<T> {
  try {
    return await withRetry(work, {
      backoff: BACKOFF,
      shouldRetry: (error) => kindOf(error) === 'outage',
      onRetry: onTrouble,
      signal,
    });
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error;
    return work();
  }
}
