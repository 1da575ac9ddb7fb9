import { ShortTurns } from '../../jobs/short-turns.ts';

/** Milliseconds that what can wait steps aside, at the most. */
const LONGEST = 500;

/** With more acknowledgements owed than these, none of them waits to have its answer in it. */
const CROWD = 16;

/** Acknowledgements come first: while some are owed, what can wait a moment does. */
export class Rush {
  #owed = 0;
  #waiting: (() => void)[] = [];
  readonly #turns = new ShortTurns();

  /** Whether so many are owed that to answer one would make others late. */
  get crowded(): boolean {
    return this.#owed > CROWD;
  }

  /** Resolves when there is room in a turn of the event loop: many may come at once. */
  turn(): Promise<void> {
    return this.#turns.mine();
  }

  /** An acknowledgement is owed until what is returned is called; more than once does no harm. */
  owe(): () => void {
    this.#owed++;
    let paid = false;
    return () => {
      if (paid) return;
      paid = true;
      if (--this.#owed > 0) return;
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const go of waiting) go();
    };
  }

  /** Resolves when none is owed, or after a while. */
  async over(): Promise<void> {
    if (this.#owed > 0) await this.#paid();
    await this.turn();
  }

  #paid(): Promise<void> {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LONGEST);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
