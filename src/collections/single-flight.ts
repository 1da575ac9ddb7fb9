import { BoundedMap } from './bounded-map.ts';

/**
 * Work that is done once for all who ask for it: whoever comes while it is under way, or when it is done, gets the same
 * outcome. What failed is forgotten, so that whoever comes next tries again.
 */
export class SingleFlight<K, V> {
  readonly #outcomes: BoundedMap<K, Promise<V>>;

  /** @param max outcomes that are remembered; with one more, the oldest is forgotten */
  constructor(max = Number.POSITIVE_INFINITY) {
    this.#outcomes = new BoundedMap(max);
  }

  /** @throws what the work throws, to all who have asked for it */
  run(key: K, work: () => Promise<V>): Promise<V> {
    const known = this.#outcomes.peek(key);
    if (known !== undefined) return known;
    const outcome = work();
    this.#outcomes.set(key, outcome);
    outcome.catch(() => {
      if (this.#outcomes.peek(key) === outcome) this.#outcomes.delete(key);
    });
    return outcome;
  }

  /** Who asks next has the work done anew. Returns the outcome that was known, or is under way. */
  forget(key: K): Promise<V> | undefined {
    const known = this.#outcomes.peek(key);
    this.#outcomes.delete(key);
    return known;
  }
}
