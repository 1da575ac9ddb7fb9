/**
 * A map of so many entries at most, for whatever is remembered for as long as the process lives: with one more, the one
 * that was set or asked for longest ago goes.
 */
export class BoundedMap<K, V> {
  /** From the one used longest ago to the one used last. */
  readonly #entries = new Map<K, V>();
  readonly #max: number;

  /** @param max entries that are kept, 1 or more */
  constructor(max: number) {
    this.#max = max;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Of a key that is there: it is the one used last now. */
  get(key: K): V | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  /** As get, but the order stays. */
  peek(key: K): V | undefined {
    return this.#entries.get(key);
  }

  has(key: K): boolean {
    return this.#entries.has(key);
  }

  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#max) break;
      this.#entries.delete(oldest);
    }
  }

  /** False where it was not there. */
  delete(key: K): boolean {
    return this.#entries.delete(key);
  }

  /** From the entry used longest ago to the one used last. */
  [Symbol.iterator](): IterableIterator<[K, V]> {
    return this.#entries[Symbol.iterator]();
  }
}
