/**
 * Milliseconds before the next try: a second, doubled with every failure up to ten minutes, spread by a quarter so
 * that many do not come back at once.
 *
 * @param failures how many there were, 1 or more
 * @param random 0–1
 */
export function backoff(failures: number, random: number): number {
  const wait = Math.min(600_000, 1000 * 2 ** Math.min(failures - 1, 20));
  return Math.round(wait * (0.75 + random / 2));
}
