/**
 * Delta debugging (Zeller and Hildebrandt, Simplifying and Isolating Failure-Inducing Input, 2002), complements only:
 * takes out ever smaller runs of parts for as long as what is left still fails.
 *
 * @param parts of something that fails
 * @param fails whether some of them, in order, still do
 * @param isOver asked before each try; then the smallest so far is it
 */
export async function ddmin<T>(
  parts: readonly T[],
  fails: (some: readonly T[]) => Promise<boolean>,
  isOver: () => boolean,
): Promise<readonly T[]> {
  let smallest = parts;
  let runs = 2;
  while (smallest.length > 1 && !isOver()) {
    const length = Math.ceil(smallest.length / runs);
    let found = false;
    for (let from = 0; from < smallest.length && !isOver(); from += length) {
      const rest = [...smallest.slice(0, from), ...smallest.slice(from + length)];
      if (rest.length === 0 || !(await fails(rest))) continue;
      smallest = rest;
      runs = Math.max(2, runs - 1);
      found = true;
      break;
    }
    if (found) continue;
    if (length === 1) break;
    runs = Math.min(smallest.length, runs * 2);
  }
  return smallest;
}
