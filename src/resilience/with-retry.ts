import { setTimeout as sleep } from 'node:timers/promises';
import { DelegateBackoff, handleWhen, retry } from 'cockatiel';
import { defined } from '../collections/defined.ts';
import type { Backoff } from './backoff.ts';

export interface RetryOptions {
  /** Attempts in all, the first one counted. Without end when absent. */
  readonly attempts?: number;
  /** How long to wait where the failure does not say so itself. */
  readonly backoff: Backoff;
  /** Seconds that a failure asks to wait for, as `Retry-After` does. */
  readonly retryAfter?: (error: unknown) => number | undefined;
  /** Milliseconds of the longest wait, whoever asks for more. */
  readonly maxWait?: number;
  /** Whether trying again may help. Always when absent. */
  readonly shouldRetry?: (error: unknown) => boolean;
  /** Called before each wait. @param wait milliseconds */
  readonly onRetry?: (error: unknown, failures: number, wait: number) => void;
  /** Ends the waiting; an attempt that is under way has to watch it itself. */
  readonly signal?: AbortSignal;
  /** Whether the process stays alive for the sake of a wait, as Node's timers have it. True when absent. */
  readonly ref?: boolean;
}

/** A timer that is set for longer goes off at once. */
const MAX_TIMER = 2 ** 31 - 1;

/**
 * Does what may fail in passing, again and again until it succeeds.
 *
 * @throws what the last attempt threw; the signal's reason where it fires between two attempts
 */
export function withRetry<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { attempts = Number.POSITIVE_INFINITY, maxWait = MAX_TIMER, signal, ref } = options;
  const { shouldRetry = () => true } = options;
  let wait = 0;
  const policy = retry(
    handleWhen((error) => signal?.aborted !== true && shouldRetry(error)),
    {
      maxAttempts: attempts - 1,
      backoff: new DelegateBackoff(({ attempt: failures, result }) => {
        const error = 'error' in result ? result.error : undefined;
        const asked = options.retryAfter?.(error);
        const milliseconds = asked === undefined ? options.backoff(failures) : asked * 1000;
        wait = Math.max(0, Math.min(milliseconds, maxWait, MAX_TIMER));
        options.onRetry?.(error, failures, wait);
        return 0;
      }),
    },
  );
  return policy.execute(async ({ attempt }) => {
    // The library's own wait cannot be cut short.
    if (attempt > 0) await sleep(wait, undefined, defined({ signal, ref })).catch(() => {});
    if (attempt > 0) signal?.throwIfAborted();
    return work();
  });
}
