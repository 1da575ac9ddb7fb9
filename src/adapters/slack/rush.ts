/** Milliseconds that messages step aside, at the most. */
const LONGEST = 500;

/** Acknowledgements come first: while some are owed, what can wait a moment does. */
export class Rush {
  #owed = 0;
  #waiting: (() => void)[] = [];

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
    if (this.#owed === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LONGEST);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
