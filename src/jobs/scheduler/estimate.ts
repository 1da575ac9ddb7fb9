/**
 * When each waiting job will be done, in milliseconds from now, if `concurrency` jobs are made side by side, each as long
 * as its like took lately.
 *
 * @param running what is left of each job under way
 * @param waiting how long each waiting job will take, in the order of their turns
 */
export function estimateFinishTimes(
  running: readonly number[],
  waiting: readonly number[],
  concurrency: number,
): readonly number[] {
  const places = [...running].sort((a, b) => a - b);
  while (places.length < concurrency) places.unshift(0);
  return waiting.map((length) => {
    const free = places.indexOf(Math.min(...places));
    const end = (places[free] ?? 0) + length;
    places[free] = end;
    return end;
  });
}
