import { loopTurns } from '../time-slicer.ts';
import type { Scheduler } from './scheduler.ts';

/** How often the messages of waiting jobs are brought up to date, in milliseconds. */
const INTERVAL = 250;

/** Has waiting jobs show their position in the queue: soon, and those far back not with every step. */
export class PositionUpdates {
  readonly #scheduler: Scheduler;
  readonly #notify: (id: string) => void;
  /** The position that was shown last, by job. */
  readonly #shown = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(scheduler: Scheduler, notify: (id: string) => void) {
    this.#scheduler = scheduler;
    this.#notify = notify;
  }

  /** Who waits has changed. */
  queueChanged(): void {
    if (this.#stopped) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#update();
    }, INTERVAL).unref();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #update(): Promise<void> {
    const positions = this.#scheduler.positions(performance.now());
    for (const id of this.#shown.keys()) if (!positions.has(id)) this.#shown.delete(id);
    for (const [id, { position }] of positions) {
      const shown = this.#shown.get(id);
      if (shown !== undefined && Math.abs(shown - position) < Math.max(1, position / 10)) continue;
      this.#shown.set(id, position);
      // A message is composed for each.
      await loopTurns.nextSlot();
      if (this.#stopped) return;
      this.#notify(id);
    }
  }
}
