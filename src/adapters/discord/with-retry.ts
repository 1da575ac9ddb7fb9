import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordFailure } from './failure.ts';

/** Milliseconds before something is tried again that Discord did not take. */
const RETRIES = [1_000, 4_000, 15_000];

/** Tries again what Discord may take in a moment. @throws DiscordFailure */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const wait of RETRIES) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DiscordFailure) || error.kind !== 'passing') throw error;
      await sleep(Math.max(wait, (error.retryAfter ?? 0) * 1000), undefined, { ref: false });
    }
  }
  return work();
}
