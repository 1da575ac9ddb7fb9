import { setTimeout as sleep } from 'node:timers/promises';
import { defined } from '../../collections/defined.ts';
import { exponentialBackoff } from '../../resilience/backoff.ts';
import { EngineFailure } from '../failure.ts';

/** Milliseconds from one end of a process to its next start, by how often it has ended in a row. */
const waitAfter = exponentialBackoff({ initial: 250, max: 30_000 });

/** When a process that ends by itself may be started again: the more often it has, the later. */
export class Restarts {
  readonly #patience: number;
  #ends = 0;
  #from = Number.NEGATIVE_INFINITY;

  /** @param patience milliseconds that a start is waited for; whoever would wait longer is told so at once */
  constructor(patience: number) {
    this.#patience = patience;
  }

  /** The process has ended without having been asked to. */
  ended(): void {
    this.#ends++;
    this.#from = performance.now() + waitAfter(this.#ends);
  }

  /** The process has done something. */
  worked(): void {
    this.#ends = 0;
    this.#from = Number.NEGATIVE_INFINITY;
  }

  /**
   * Waits until the process may be started.
   *
   * @throws EngineFailure `crash` where that takes longer than anybody waits; the signal's reason
   */
  async turn(signal: AbortSignal | undefined): Promise<void> {
    const wait = this.#from - performance.now();
    if (wait <= 0) return;
    if (wait > this.#patience) {
      const seconds = Math.ceil(wait / 1000);
      throw new EngineFailure(
        'crash',
        `the engine process has ended ${this.#ends} times in a row and is started again in ${seconds} s at the earliest`,
      );
    }
    await sleep(wait, undefined, defined({ signal }));
  }
}
