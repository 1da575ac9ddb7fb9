/** Milliseconds that a turn of the event loop is filled for, at most; then timers, sockets and others have theirs. */
const MAX_SLICE = 4;

/**
 * Keeps the event loop going while hundreds of small things are to be done at once: each waits for its place, in the
 * order in which they came, and a turn of the loop gets as many of them as there is time for.
 */
export class TimeSlicer {
  readonly #waiting: (() => void)[] = [];
  #going = false;

  /** Resolves when there is room in a turn of the loop; what follows in the same turn counts as its work. */
  nextSlot(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#going) return;
      this.#going = true;
      setImmediate(() => this.#fill(performance.now()));
    });
  }

  #fill(since: number): void {
    const [next] = this.#waiting.splice(0, 1);
    if (next === undefined) {
      this.#going = false;
      return;
    }
    next();
    // Ticks come after all that follows from `next` in promises, so that is measured too.
    queueMicrotask(() =>
      process.nextTick(() => {
        if (performance.now() - since < MAX_SLICE) this.#fill(since);
        else setImmediate(() => this.#fill(performance.now()));
      }),
    );
  }
}

/**
 * The one of this thread: what a turn of its loop may be filled with is shared by all that arrives there, from people,
 * platforms and the store.
 */
export const loopTurns = new TimeSlicer();
