/** Most UTF-16 units of a name that are compared: more than any name has. */
const LONGEST_NAME = 100;

/** A name as a typing finger makes it: letters of Latin, jamo of Hangul; case and spaces do not count. */
export interface Strokes {
  readonly each: readonly string[];
  /** UTF-16 units of the name, and of its letters taken apart. */
  readonly units: number;
  readonly length: number;
}

export const strokesOf = (text: string): Strokes => ({
  each: [
    ...text
      .slice(0, LONGEST_NAME)
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\s_-]+/g, ''),
  ],
  units: text.length,
  length: text.normalize('NFD').length,
});

/**
 * Optimal string alignment distance over strokes: insertions, deletions, substitutions and swaps of neighbours
 * count 1 each. Hangul is compared by jamo, so 카패 is 1 from 카페. What a text has beyond a name's length counts as
 * inserted, and is not looked at: time grows with the product of two lengths.
 */
export const editDistance = (a: string, b: string): number => distanceOf(strokesOf(a), strokesOf(b));

function distanceOf(a: Strokes, b: Strokes): number {
  const beyond = Math.abs(Math.max(a.units, LONGEST_NAME) - Math.max(b.units, LONGEST_NAME));
  return beyond + distance(a.each, b.each);
}

/** From here on names are nothing alike, and it is not counted how little. */
const UNLIKE = 0.75;

/** Strokes to change as a share of the longer name, so that short names do not always win; above 0.75 at least that. */
export function unlikeness(a: Strokes, b: Strokes): number {
  const longest = Math.max(a.length, b.length, 1);
  const least = Math.abs(a.each.length - b.each.length) / longest;
  return least > UNLIKE ? least : distanceOf(a, b) / longest;
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
