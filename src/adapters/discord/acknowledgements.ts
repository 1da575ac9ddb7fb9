import { withTimeout } from '../../resilience/with-timeout.ts';

/** Acknowledgements under way at once: each takes a connection, and to open hundreds takes longer than to use some. */
const MAX_CONCURRENT = 32;

/** Milliseconds for which work waits at most while others are being acknowledged. */
const MAX_WAIT = 1_500;

/** Lets acknowledgements go first: work that has all the time it wants must not stand in the way of three seconds. */
export class Acknowledgements {
  /** Those that have not ended, and of them those that are under way. */
  #pending = 0;
  #running = 0;
  readonly #queue: (() => void)[] = [];
  #waiting: (() => void)[] = [];

  async run<T>(acknowledge: () => Promise<T>): Promise<T> {
    this.#pending++;
    if (this.#running === MAX_CONCURRENT) {
      // Whoever ends passes the place on, so nobody who comes meanwhile takes it.
      await new Promise<void>((resolve) => {
        this.#queue.push(resolve);
      });
    } else this.#running++;
    try {
      return await acknowledge();
    } finally {
      const next = this.#queue.shift();
      if (next === undefined) this.#running--;
      else next();
      this.#pending--;
      if (this.#pending === 0) for (const go of this.#waiting.splice(0)) go();
    }
  }

  /** Resolves when none is pending, or after a while. */
  async idle(): Promise<void> {
    if (this.#pending === 0) return;
    const idle = new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
    await withTimeout(MAX_WAIT, idle);
  }
}
