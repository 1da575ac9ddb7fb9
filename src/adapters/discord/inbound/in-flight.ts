import { BoundedMap } from '../../../collections/bounded-map.ts';
import { withTimeout } from '../../../resilience/with-timeout.ts';

/** Work that events have begun: once for each, though Discord sends again what came before a line broke. */
export class InFlight {
  readonly #seen: BoundedMap<string, true>;
  readonly #onError: (id: string, error: unknown) => void;
  readonly #running = new Set<Promise<void>>();

  /** @param max ids that are remembered */
  constructor(max: number, onError: (id: string, error: unknown) => void) {
    this.#seen = new BoundedMap(max);
    this.#onError = onError;
  }

  /** Whether something with this id was begun before. */
  has(id: string): boolean {
    return this.#seen.has(id);
  }

  /** Begins the work, unless something with this id was begun before. */
  start(id: string, work: () => Promise<void>): void {
    if (this.#seen.has(id)) return;
    this.#seen.set(id, true);
    const running = work()
      .catch((error: unknown) => this.#onError(id, error))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Resolves when nothing is under way, or after `limit` milliseconds. */
  async idle(limit: number): Promise<void> {
    await withTimeout(limit, Promise.all(this.#running));
  }
}
