import { ShortTurns } from '../../jobs/short-turns.ts';
import { within } from './with-timeout.ts';

/** Milliseconds that what can wait steps aside, at the most. */
const MAX_WAIT = 1_500;

/** With more acknowledgements owed than these, none of them waits to have its answer in it. */
const OVERLOAD = 16;

/** Acknowledgements come first: while some are owed, what can wait a moment does. */
export class Acknowledgements {
  #owed = 0;
  #waiting: (() => void)[] = [];
  #impatient: (() => void)[] = [];
  readonly #turns = new ShortTurns();

  /** Whether so many are owed that to answer one would make others late. */
  get overloaded(): boolean {
    return this.#owed > OVERLOAD;
  }

  /** Resolves when there is room in a turn of the event loop: many may come at once. */
  turn(): Promise<void> {
    return this.#turns.mine();
  }

  /** An acknowledgement is owed until what is returned is called; more than once does no harm. */
  begin(): () => void {
    this.#owed++;
    if (this.overloaded) {
      const impatient = this.#impatient;
      this.#impatient = [];
      for (const go of impatient) go();
    }
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

  /** What the work comes to, unless it takes too long or there comes to be a crowd; then undefined, and it goes on. */
  async unlessOverloaded<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
    if (this.overloaded) return undefined;
    let leave: () => void = () => {};
    const crowd = new Promise<undefined>((resolve) => {
      leave = () => resolve(undefined);
    });
    this.#impatient.push(leave);
    try {
      return await within(milliseconds, Promise.race([work, crowd]));
    } finally {
      this.#impatient = this.#impatient.filter((other) => other !== leave);
    }
  }

  /** Resolves when none is owed, or after a while. */
  async idle(): Promise<void> {
    if (this.#owed > 0) await this.#paid();
    await this.turn();
  }

  #paid(): Promise<void> {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, MAX_WAIT);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
