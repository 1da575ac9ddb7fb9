/** How waits grow from one failure to the next. */
export interface BackoffOptions {
  /** Milliseconds after the first failure. */
  readonly initial: number;
  /** By how much each wait is longer than the one before. 2 when absent. */
  readonly factor?: number;
  /** The longest wait in milliseconds. */
  readonly max?: number;
  /** Share, 0–1, by which a wait is longer or shorter at random, so that many do not come back at once. 0 when absent. */
  readonly jitter?: number;
}

/** Milliseconds to wait after so many failures in a row, 1 or more. */
export type Backoff = (failures: number) => number;

/** @param random 0–1 */
export function exponentialBackoff(
  { initial, factor = 2, max = Number.POSITIVE_INFINITY, jitter = 0 }: BackoffOptions,
  random: () => number = Math.random,
): Backoff {
  return (failures) => {
    const wait = Math.min(max, initial * factor ** (failures - 1));
    return Math.round(wait * (1 - jitter + 2 * jitter * random()));
  };
}
