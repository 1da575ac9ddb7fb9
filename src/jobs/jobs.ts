import { newSeed } from '../ad/parse/parse-request.ts';
import { defined } from '../collections/defined.ts';
import { UserError } from '../errors/user-error.ts';
import type { PhotoStore } from '../storage/photo-store.ts';
import type { PictureStore } from '../storage/picture-store.ts';
import { Archive } from './archive.ts';
import type { Clock } from './clock.ts';
import type { Delivery } from './delivery/delivery.ts';
import { Outbox } from './delivery/outbox.ts';
import type { Reply } from './delivery/reply.ts';
import { Executor } from './executor/executor.ts';
import type { LaneProvider } from './executor/lane-queues.ts';
import type { Maker } from './executor/maker.ts';
import type { Progress } from './executor/progress.ts';
import { Intake } from './intake.ts';
import type { Job } from './job.ts';
import type { Limits } from './limits.ts';
import type { Log } from './log.ts';
import { Lookout } from './lookout.ts';
import type { Describe, Now } from './now.ts';
import type { JobObserver } from './observer.ts';
import type { Asker, Order } from './order.ts';
import type { JobStore, StoreStats } from './store/job-store.ts';
import { StoredFiles } from './stored-files.ts';
import { takeOver } from './take-over.ts';
import { Board } from './turns/board.ts';
import { Paces } from './turns/paces.ts';
import { StandingNews } from './turns/standing-news.ts';
import { applyVariation, type Variation } from './variation.ts';

export interface JobsParts {
  readonly store: JobStore;
  readonly maker: Maker;
  readonly photos: PhotoStore;
  readonly pictures: PictureStore;
  readonly lanes: LaneProvider;
  /** How many jobs are under way side by side; their nodes share the lanes. */
  readonly atOnce: number;
  readonly limits: Limits;
  /** Milliseconds that nodes under way, and then messages, are given when the program ends. */
  readonly grace?: { readonly nodes: number; readonly messages: number };
  readonly describe: Describe;
  /** Whether what was stored of a variant is within the bounds of what can be ordered. */
  readonly isVariant: (variant: unknown) => boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly observer: JobObserver;
}

/** Together well under the ten seconds after which a process that was asked to end is killed. */
const STANDARD_GRACE = { nodes: 5_000, messages: 2_000 } as const;

/**
 * All that can be done with jobs: order, vary, cancel, delete, look up. A job that `submit` has returned is on the
 * disk and will be answered, whatever happens to the process.
 */
export class Jobs {
  readonly archive: Archive;
  readonly #parts: JobsParts;
  readonly #files: StoredFiles;
  readonly #board: Board;
  readonly #paces: Paces;
  readonly #executor: Executor;
  readonly #outbox: Outbox;
  readonly #progress = new Map<string, Progress>();
  readonly #news: StandingNews;
  readonly #intake: Intake;
  readonly #lookout: Lookout;

  private constructor(parts: JobsParts, served: readonly string[]) {
    this.#parts = parts;
    const { store, observer, log, clock } = parts;
    this.#files = new StoredFiles(store, parts.photos, parts.pictures);
    this.archive = new Archive(store, this.#files);
    this.#paces = new Paces(store);
    this.#board = new Board(served, this.#paces, parts.atOnce);
    this.#outbox = new Outbox({ store, clock, log, observer, describe: (job) => this.describe(job) });
    this.#news = new StandingNews(this.#board, (id) => this.#outbox.live.update(id));
    this.#executor = new Executor(
      { ...parts, board: this.#board, paces: this.#paces, files: this.#files },
      {
        progress: (job, progress) => {
          this.#progress.set(job.id, progress);
          this.#outbox.live.update(job.id);
        },
        settled: (id) => {
          this.#progress.delete(id);
          this.#outbox.kick();
        },
        moved: () => this.#news.moved(),
      },
    );
    this.#intake = new Intake({ ...parts, board: this.#board, paces: this.#paces }, (id) => {
      this.#outbox.made(`job:${id}`);
      this.#executor.wake();
      this.#news.moved();
    });
    this.#lookout = new Lookout({
      store,
      board: this.#board,
      executor: this.#executor,
      files: this.#files,
      outbox: this.#outbox,
      news: this.#news,
      observer,
      log,
    });
  }

  /**
   * Takes over what a former process has left: jobs under way go back into the queue, and their owners are told.
   *
   * @throws OutageError `database`
   */
  static async open(parts: JobsParts): Promise<Jobs> {
    const { store, log } = parts;
    await takeOver(store, log);
    const jobs = new Jobs(parts, await store.served());
    await jobs.#readBoard();
    await jobs.#files.sweep();
    return jobs;
  }

  /** From now on this platform's messages are delivered. */
  connect(delivery: Delivery): void {
    this.#outbox.connect(delivery);
  }

  /** Begins to make what waits. */
  start(): void {
    this.#executor.start();
    this.#lookout.start();
  }

  /** Takes no more orders, ends or parks what is under way, and sends what there is to send. */
  async stop(): Promise<void> {
    this.#intake.close();
    this.#lookout.stop();
    this.#news.stop();
    const { nodes, messages } = this.#parts.grace ?? STANDARD_GRACE;
    await this.#executor.stop(nodes);
    await this.#outbox.stop(messages);
  }

  /**
   * Writes a job down; when this resolves it is on the disk. An order whose key is known is the job that there is.
   *
   * @throws UserError `limit-…` saying when to come back, `engine-unavailable`; OutageError
   */
  submit(order: Order): Promise<Job> {
    return this.#intake.submit(order);
  }

  /**
   * Orders a variant of a finished job.
   *
   * @throws UserError where the parent has no such picture (any more), and as submit
   */
  async vary(id: string, variation: Variation, asker: Asker): Promise<Job> {
    const parent = await this.archive.finished(id);
    const picture = 'picture' in variation ? variation.picture : 0;
    const chosen = parent.pictures[picture];
    if (chosen === undefined) {
      throw new UserError('no-such-picture', { picture: picture + 1, count: parent.pictures.length });
    }
    const reference = variation.kind === 'vary' ? await this.archive.unlettered(chosen) : undefined;
    const variants = applyVariation(
      variation,
      { pictures: parent.pictures, ...defined({ reference }) },
      newSeed,
    );
    return this.submit({ ...asker, variants, parent: id, variation });
  }

  /**
   * Takes a job back: at once where it waits, at its next step where it runs.
   *
   * @throws UserError `job-over` when it has ended, `job-unknown`
   */
  async cancel(id: string): Promise<void> {
    const outcome = await this.#parts.store.cancel(id);
    if (outcome === 'cancelled') {
      this.#board.end(id);
      this.#outbox.kick();
      this.#news.moved();
    } else if (outcome === 'stopping') {
      this.#executor.cancel(id);
    } else {
      const job = await this.archive.job(id);
      throw new UserError('job-over', { job: job.id });
    }
    this.#parts.log.info({ job: id, outcome }, 'cancel');
  }

  /**
   * Deletes a finished job: its words, its pictures, and every file that no other job uses. Its messages say so.
   *
   * @throws UserError `job-unfinished`, `job-unknown`
   */
  async remove(id: string): Promise<void> {
    const job = await this.archive.job(id);
    if (!(await this.#parts.store.remove(id))) throw new UserError('job-unfinished', { job: job.id });
    this.#outbox.kick();
    await this.#files.sweep();
    this.#parts.log.info({ job: id }, 'deleted');
  }

  /** Shows a job in one more message. */
  async showAgain(
    id: string,
    { key, place, replyTo }: Pick<Asker, 'key' | 'place' | 'replyTo'>,
  ): Promise<void> {
    await this.#parts.store.addMessage(id, key, place, replyTo);
    this.#outbox.made(key);
  }

  /** What a message says of a job now. */
  describe(job: Job): Reply {
    return this.#parts.describe(this.#files.located(job), this.now(job.id));
  }

  /** How a job stands at the moment. */
  now(id: string): Now {
    const standing = this.#board.standings(performance.now()).get(id);
    const progress = this.#progress.get(id);
    return {
      stopping: this.#intake.closed,
      ...defined({ standing, progress }),
    };
  }

  /** How many jobs wait and run. */
  get load(): { readonly waiting: number; readonly running: number } {
    return { waiting: this.#board.waiting, running: this.#board.running };
  }

  /** @throws OutageError when the store cannot be read */
  stats(): Promise<StoreStats> {
    return this.#parts.store.stats(this.#parts.clock());
  }

  async #readBoard(): Promise<void> {
    for (const job of await this.#parts.store.open()) {
      await this.#paces.load(job.pace);
      this.#board.add(job);
    }
  }
}
