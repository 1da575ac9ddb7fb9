import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds for which work waits at most while others are being acknowledged. */
const LONGEST_WAIT = 1_500;

/** Lets acknowledgements go first: work that has all the time it wants must not stand in the way of three seconds. */
export class Acknowledgements {
  #underWay = 0;
  #waiting: (() => void)[] = [];

  async first<T>(acknowledge: () => Promise<T>): Promise<T> {
    this.#underWay++;
    try {
      return await acknowledge();
    } finally {
      this.#underWay--;
      if (this.#underWay === 0) for (const go of this.#waiting.splice(0)) go();
    }
  }

  /** Resolves when none is under way, or after a while. */
  async over(): Promise<void> {
    if (this.#underWay === 0) return;
    const over = new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
    await Promise.race([over, sleep(LONGEST_WAIT, undefined, { ref: false })]);
  }
}
