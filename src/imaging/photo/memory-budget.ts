import { OutageError } from '../../errors/outage-error.ts';

/** Gives back what was taken; more than once does nothing. */
export type Release = () => void;

interface Waiting {
  readonly bytes: number;
  readonly admit: () => void;
}

/**
 * Memory that everything of one kind under way shares. Who does not fit waits for those before, first come, first served.
 */
export class MemoryBudget {
  /** Bytes of all at once, and so of one. */
  readonly bytes: number;
  readonly #atOnce: number;
  readonly #maxWaiting: number;
  readonly #waiting: Waiting[] = [];
  #taken = 0;
  #running = 0;

  /**
   * @param atOnce how many run at once, however little they take
   * @param maxWaiting how many wait; any more are sent away
   */
  constructor(bytes: number, atOnce: number, maxWaiting: number) {
    this.bytes = bytes;
    this.#atOnce = atOnce;
    this.#maxWaiting = maxWaiting;
  }

  /** Whether so much can be had at all. */
  allows(bytes: number): boolean {
    return bytes <= this.bytes;
  }

  /**
   * Takes memory for one of them, once there is room.
   *
   * @param bytes what it will take; the budget must allow so much
   * @param signal ends the waiting
   * @throws OutageError `engine` where too many wait already; the signal's reason; RangeError for more than the
   *   budget
   */
  async take(bytes: number, signal?: AbortSignal): Promise<Release> {
    signal?.throwIfAborted();
    if (!this.allows(bytes)) throw new RangeError(`${bytes} bytes will never fit into ${this.bytes}`);
    if (this.#waiting.length > 0 || !this.#fits(bytes)) await this.#turn(bytes, signal);
    else this.#admit(bytes);
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.#taken -= bytes;
      this.#running--;
      this.#next();
    };
  }

  #fits(bytes: number): boolean {
    return this.#running < this.#atOnce && this.#taken + bytes <= this.bytes;
  }

  #admit(bytes: number): void {
    this.#taken += bytes;
    this.#running++;
  }

  #turn(bytes: number, signal: AbortSignal | undefined): Promise<void> {
    if (this.#waiting.length >= this.#maxWaiting) {
      return Promise.reject(new OutageError('engine', 'too many pictures wait for their turn'));
    }
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(signal?.reason);
        // Who stood behind may fit where this one did not.
        this.#next();
      };
      const waiting: Waiting = {
        bytes,
        admit: () => {
          signal?.removeEventListener('abort', stop);
          resolve();
        },
      };
      signal?.addEventListener('abort', stop, { once: true });
      this.#waiting.push(waiting);
    });
  }

  #next(): void {
    for (
      let first = this.#waiting[0];
      first !== undefined && this.#fits(first.bytes);
      first = this.#waiting[0]
    ) {
      this.#waiting.shift();
      this.#admit(first.bytes);
      first.admit();
    }
  }
}

/** Of all files of people between being fetched and being kept. */
export const fileBudget = new MemoryBudget(128 * 2 ** 20, 8, 256);

/** Of everything that this process decodes for the ads of whoever asks. */
export const sharedBudget = new MemoryBudget(256 * 2 ** 20, 2, 64);

/** Of a command that works on one photo at its full size, on its owner's machine. */
export const wholePhotoBudget = new MemoryBudget(512 * 2 ** 20, 1, 1);
