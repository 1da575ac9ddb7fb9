import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Pixels in shared memory are given back once the collector finds that nobody has them, and a process at rest does not
 * look by itself. Holds the thread for 20 to 30 ms.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
