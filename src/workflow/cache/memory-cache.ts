import { BoundedMap } from '../../collections/bounded-map.ts';
import { collectGarbage } from '../../imaging/collect-garbage.ts';
import { isPicture } from '../../imaging/raster.ts';
import type { DiskCache } from './disk-cache.ts';
import type { ResultCache } from './result-cache.ts';

/** Bytes of results let go of, after which their memory is given back: a process's own heap hardly grows with them. */
const RELEASED_BYTES_BEFORE_GC = 64 * 2 ** 20;

/** Milliseconds until then: what waits for a result is on its way to a thread first, and goes on while this one collects. */
const GC_DELAY = 20;

/** How long results are held in memory that nobody asks for, in milliseconds. */
const IDLE_TIMEOUT = 30_000;

/**
 * The result cache: in memory up to a bound, and on disk behind it. What was used longest ago goes first, and all of it
 * when nothing is made for a while. A disk that fails costs time, not the ad: the failure is told and the result is
 * made again when it is next needed.
 */
export class MemoryCache implements ResultCache {
  readonly #results: BoundedMap<string, { readonly outputs: object; readonly bytes: number }>;
  readonly #stored: DiskCache | undefined;
  readonly #onTrouble: (error: unknown) => void;
  /** Writes under way: nobody waits for them but `flush`. */
  readonly #writing = new Set<Promise<void>>();
  readonly #rest: NodeJS.Timeout;
  #letGo = 0;

  /**
   * @param bytes bound of what is held in memory
   * @param rest milliseconds after which what is in memory is let go if nobody has asked for anything
   */
  constructor(
    bytes: number,
    stored?: DiskCache,
    onTrouble: (error: unknown) => void = () => {},
    rest: number = IDLE_TIMEOUT,
  ) {
    this.#results = new BoundedMap(bytes, (held) => held.bytes);
    this.#stored = stored;
    this.#onTrouble = onTrouble;
    this.#rest = setTimeout(() => this.release(), rest).unref();
  }

  /** Bytes of pictures held in memory. */
  get bytes(): number {
    return this.#results.totalSize;
  }

  /** Lets go of what is held in memory. */
  release(): void {
    if (this.#results.size === 0) return;
    this.#results.clear();
    collectGarbage();
  }

  async get(key: string): Promise<object | undefined> {
    this.#rest.refresh();
    const held = this.#results.get(key);
    if (held !== undefined) return held.outputs;
    const outputs = await this.#stored?.get(key);
    if (outputs !== undefined) this.#hold(key, outputs);
    return outputs;
  }

  async set(key: string, outputs: object): Promise<void> {
    this.#hold(key, outputs);
    if (this.#stored === undefined) return;
    const writing: Promise<void> = this.#stored
      .set(key, outputs)
      .catch(this.#onTrouble)
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
  }

  /** Waits until everything has reached the disk. */
  async flush(): Promise<void> {
    await Promise.all(this.#writing);
  }

  #hold(key: string, outputs: object): void {
    this.#rest.refresh();
    const held = { outputs, bytes: bytesOf(outputs) };
    this.#results.delete(key);
    const before = this.#results.totalSize;
    this.#results.set(key, held);
    this.#letGo += before + held.bytes - this.#results.totalSize;
    if (this.#letGo < RELEASED_BYTES_BEFORE_GC) return;
    this.#letGo = 0;
    setTimeout(collectGarbage, GC_DELAY).unref();
  }
}

/** Bytes of the pictures and texts in a result; the rest is small and counts as one kilobyte. */
function bytesOf(value: unknown): number {
  const pictures = (part: unknown): number => {
    if (typeof part === 'string') return part.length;
    if (typeof part !== 'object' || part === null) return 0;
    if (isPicture(part)) return part.data.length;
    return Object.values(part).reduce<number>((sum, inner) => sum + pictures(inner), 0);
  };
  return 1024 + pictures(value);
}
