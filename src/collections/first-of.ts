/** The first that something is found for: what is found, or undefined. Those after it are not asked. */
export function firstOf<T, U>(values: Iterable<T>, find: (value: T) => U | undefined): U | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
