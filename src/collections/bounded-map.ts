/**
 * A map that grows no larger than its bound, for whatever is remembered for as long as the process lives: with one
 * entry too many, the one that was set or asked for longest ago goes.
 */
export class BoundedMap<K, V extends NonNullable<unknown> | null> {
  /** From the one used longest ago to the one used last. */
  readonly #entries = new Map<K, V>();
  readonly #max: number;
  readonly #sizeOf: (value: V) => number;
  #totalSize = 0;

  /**
   * @param max entries that are kept, 1 or more; with `sizeOf`, their size together
   * @param sizeOf the size of a value, the same one each time
   */
  constructor(max: number, sizeOf: (value: V) => number = () => 1) {
    this.#max = max;
    this.#sizeOf = sizeOf;
  }

  /** How many entries there are. */
  get size(): number {
    return this.#entries.size;
  }

  /** The sizes of all values together. */
  get totalSize(): number {
    return this.#totalSize;
  }

  /** Of a key that is there: it is the one used last now. */
  get(key: K): V | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, value);
    }
    return value;
  }

  /** As get, but the order stays. */
  peek(key: K): V | undefined {
    return this.#entries.get(key);
  }

  has(key: K): boolean {
    return this.#entries.has(key);
  }

  /** A value that is larger than the bound is not kept. */
  set(key: K, value: V): void {
    this.delete(key);
    const size = this.#sizeOf(value);
    if (size > this.#max) return;
    this.#entries.set(key, value);
    this.#totalSize += size;
    if (this.#totalSize <= this.#max) return;
    for (const oldest of this.#entries.keys()) {
      this.delete(oldest);
      if (this.#totalSize <= this.#max) break;
    }
  }

  /** False where it was not there. */
  delete(key: K): boolean {
    const value = this.#entries.get(key);
    if (value === undefined) return false;
    this.#totalSize -= this.#sizeOf(value);
    return this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
    this.#totalSize = 0;
  }

  /** From the entry used longest ago to the one used last. */
  [Symbol.iterator](): IterableIterator<[K, V]> {
    return this.#entries[Symbol.iterator]();
  }
}
