import { exponentialBackoff } from '../../resilience/backoff.ts';
import { withRetry } from '../../resilience/with-retry.ts';
import { DiscordFailure, isFailure } from './failure.ts';

/** A second, then four, then fifteen. */
const BACKOFF = exponentialBackoff({ initial: 1_000, factor: 4, max: 15_000 });

/** Tries again what Discord may take in a moment, no sooner than it asks for. @throws DiscordFailure */
export function retryTransient<T>(work: () => Promise<T>): Promise<T> {
  return withRetry(work, {
    attempts: 4,
    backoff: BACKOFF,
    retryAfter: (error) => (error instanceof DiscordFailure ? error.retryAfter : undefined),
    shouldRetry: (error) => isFailure(error, 'transient'),
    ref: false,
  });
}
