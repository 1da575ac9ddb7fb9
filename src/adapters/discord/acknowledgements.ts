import { setTimeout as sleep } from 'node:timers/promises';

/** Acknowledgements under way at once: each takes a connection, and to open hundreds takes longer than to use some. */
const MAX_CONCURRENT = 32;

/** Milliseconds for which work waits at most while others are being acknowledged. */
const MAX_WAIT = 1_500;

/** Lets acknowledgements go first: work that has all the time it wants must not stand in the way of three seconds. */
export class Acknowledgements {
  /** Those that are owed, and of them those that are under way. */
  #owed = 0;
  #underWay = 0;
  readonly #next: (() => void)[] = [];
  #waiting: (() => void)[] = [];

  async run<T>(acknowledge: () => Promise<T>): Promise<T> {
    this.#owed++;
    if (this.#underWay === MAX_CONCURRENT) {
      // Whoever ends passes the place on, so nobody who comes meanwhile takes it.
      await new Promise<void>((resolve) => {
        this.#next.push(resolve);
      });
    } else this.#underWay++;
    try {
      return await acknowledge();
    } finally {
      const next = this.#next.shift();
      if (next === undefined) this.#underWay--;
      else next();
      this.#owed--;
      if (this.#owed === 0) for (const go of this.#waiting.splice(0)) go();
    }
  }

  /** Resolves when none is owed, or after a while. */
  async idle(): Promise<void> {
    if (this.#owed === 0) return;
    const over = new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
    await Promise.race([over, sleep(MAX_WAIT, undefined, { ref: false })]);
  }
}
