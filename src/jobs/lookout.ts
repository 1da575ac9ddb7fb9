import type { Outbox } from './delivery/outbox.ts';
import type { Executor } from './executor/executor.ts';
import type { Log } from './log.ts';
import type { JobObserver } from './observer.ts';
import type { JobStore } from './store/job-store.ts';
import type { StoredFiles } from './stored-files.ts';
import type { Board } from './turns/board.ts';
import type { StandingNews } from './turns/standing-news.ts';

/** How often another process's changes are looked for, in milliseconds. */
const EVERY = 1_000;

interface LookoutParts {
  readonly store: JobStore;
  readonly board: Board;
  readonly executor: Executor;
  readonly files: StoredFiles;
  readonly outbox: Outbox;
  readonly news: StandingNews;
  readonly observer: JobObserver;
  readonly log: Log;
}

/** Follows what another process (`npm run jobs`) changes in the store. */
export class Lookout {
  readonly #parts: LookoutParts;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: LookoutParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setInterval(() => this.#look(), EVERY);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const { store, files, outbox, executor, news, observer, log } = this.#parts;
    try {
      if (!(await store.changed())) return;
      await this.#follow();
      await files.sweep();
      outbox.kick();
      executor.wake();
      news.moved();
    } catch (error) {
      observer.storeTrouble();
      log.error({}, 'the jobs cannot be read', error);
    }
  }

  async #follow(): Promise<void> {
    const { store, board, executor } = this.#parts;
    const open = await store.open();
    const queued = new Set(open.filter(({ state }) => state === 'queued').map(({ id }) => id));
    for (const id of board.idle()) if (!queued.has(id)) board.end(id);
    for (const job of open) {
      if (job.state === 'queued') board.add(job);
      else if (job.stopAsked) executor.cancel(job.id);
    }
  }
}
