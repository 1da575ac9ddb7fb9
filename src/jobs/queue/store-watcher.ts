import type { Outbox } from '../delivery/outbox.ts';
import type { Executor } from '../executor/executor.ts';
import type { Log } from '../log.ts';
import type { JobObserver } from '../observer.ts';
import type { PositionUpdates } from '../scheduler/position-updates.ts';
import type { Scheduler } from '../scheduler/scheduler.ts';
import type { JobStore } from '../store/job-store.ts';
import type { StoredFiles } from '../stored-files.ts';

/** How often another process's changes are looked for, in milliseconds. */
const INTERVAL = 1_000;

interface StoreWatcherParts {
  readonly store: JobStore;
  readonly scheduler: Scheduler;
  readonly executor: Executor;
  readonly files: StoredFiles;
  readonly outbox: Outbox;
  readonly positionUpdates: PositionUpdates;
  readonly observer: JobObserver;
  readonly log: Log;
}

/** Follows what another process (`npm run jobs`) changes in the store. */
export class StoreWatcher {
  readonly #parts: StoreWatcherParts;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: StoreWatcherParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setInterval(() => this.#poll(), INTERVAL);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #poll(): Promise<void> {
    const { store, files, outbox, executor, positionUpdates, observer, log } = this.#parts;
    try {
      if (!(await store.changed())) return;
      await this.#apply();
      await files.sweep();
      outbox.wake();
      executor.wake();
      positionUpdates.queueChanged();
    } catch (error) {
      observer.storeError();
      log.error({}, 'the jobs cannot be read', error);
    }
  }

  async #apply(): Promise<void> {
    const { store, scheduler, executor } = this.#parts;
    const open = await store.openJobs();
    const queued = new Set(open.filter(({ state }) => state === 'queued').map(({ id }) => id));
    for (const id of scheduler.waitingIds()) if (!queued.has(id)) scheduler.remove(id);
    for (const job of open) {
      if (job.state === 'queued') scheduler.add(job);
      else if (job.stopAsked) executor.cancel(job.id);
    }
  }
}
