/** Most UTF-16 units of a name that are compared: more than any name has. */
const LONGEST_NAME = 100;

/** What a typing finger would have to change: letters of Latin, jamo of Hangul; case and spaces do not count. */
const strokes = (text: string): string[] => [
  ...text
    .slice(0, LONGEST_NAME)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\s_-]+/g, ''),
];

/**
 * Optimal string alignment distance over strokes: insertions, deletions, substitutions and swaps of neighbours
 * count 1 each. Hangul is compared by jamo, so 카패 is 1 from 카페. What a text has beyond a name's length counts as
 * inserted, and is not looked at: time grows with the product of two lengths.
 */
export function editDistance(a: string, b: string): number {
  const beyond = Math.abs(Math.max(a.length, LONGEST_NAME) - Math.max(b.length, LONGEST_NAME));
  return beyond + distance(strokes(a), strokes(b));
}

function distance(from: readonly string[], to: readonly string[]): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return previous[to.length] ?? 0;
}
