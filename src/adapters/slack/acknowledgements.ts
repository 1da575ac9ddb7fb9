import { loopTurns } from '../../jobs/time-slicer.ts';
import { withTimeout } from '../../resilience/with-timeout.ts';

/** Milliseconds that an acknowledgement may wait for its answer, of the three seconds that Slack gives. */
export const ACK_TIMEOUT = 2_000;

/** Milliseconds that what can wait steps aside, at the most. */
const MAX_WAIT = 1_500;

/** With more acknowledgements pending than these, none of them waits to have its answer in it. */
const OVERLOAD = 16;

/** Acknowledgements come first: while some are pending, what can wait a moment does. */
export class Acknowledgements {
  #pending = 0;
  #waiting: (() => void)[] = [];
  #onOverload: (() => void)[] = [];

  /** Whether so many are pending that to answer one would make others late. */
  get overloaded(): boolean {
    return this.#pending > OVERLOAD;
  }

  /** Resolves when there is room in a turn of the event loop: many may come at once. */
  turn(): Promise<void> {
    return loopTurns.nextSlot();
  }

  /** An acknowledgement is pending until what is returned is called; more than once does no harm. */
  begin(): () => void {
    this.#pending++;
    if (this.overloaded) {
      const leaving = this.#onOverload;
      this.#onOverload = [];
      for (const go of leaving) go();
    }
    let done = false;
    return () => {
      if (done) return;
      done = true;
      if (--this.#pending > 0) return;
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
    this.#onOverload.push(leave);
    try {
      return await withTimeout(milliseconds, Promise.race([work, crowd]));
    } finally {
      this.#onOverload = this.#onOverload.filter((other) => other !== leave);
    }
  }

  /** Resolves when none is pending, or after a while. */
  async idle(): Promise<void> {
    if (this.#pending > 0) {
      const idle = new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
      await withTimeout(MAX_WAIT, idle);
    }
    await this.turn();
  }
}
