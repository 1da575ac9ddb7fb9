import { setTimeout as sleep } from 'node:timers/promises';
import { kindOf } from '../errors/say.ts';

/**
 * Does what must not be left undone: as long as it fails with passing trouble it is tried again, at growing
 * distances up to ten seconds.
 *
 * @throws what `work` throws, once `signal` has fired or where it is not passing trouble
 */
export async function persist<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onTrouble: (error: unknown) => void,
): Promise<T> {
  for (let wait = 250; ; wait = Math.min(wait * 2, 10_000)) {
    try {
      return await work();
    } catch (error) {
      if (kindOf(error) !== 'outage' || signal.aborted) throw error;
      onTrouble(error);
      await sleep(wait, undefined, { signal }).catch(() => {});
    }
  }
}
