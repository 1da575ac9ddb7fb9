import { parseArgs } from 'node:util';

/**
 * How many photos of a set are looked at, at most: `--photos N`; all where it is not given.
 *
 * @throws RangeError where N is no whole number from 1
 */
export function photosWanted(options: readonly string[]): number | undefined {
  const { photos } = parseArgs({ args: [...options], options: { photos: { type: 'string' } } }).values;
  if (photos === undefined) return undefined;
  const count = Number(photos);
  if (Number.isInteger(count) && count > 0) return count;
  throw new RangeError(`--photos takes a whole number from 1, not "${photos}"`);
}

/** So many of a list, evenly spread over it; all where it is no longer. */
export function someOf<T>(list: readonly T[], count = list.length): readonly T[] {
  if (count >= list.length) return list;
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]!);
}
