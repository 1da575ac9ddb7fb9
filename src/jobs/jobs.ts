import { defined } from '../collections/defined.ts';
import { UserError } from '../errors/user-error.ts';
import type { Backoff } from '../resilience/backoff.ts';
import type { PhotoStore } from '../storage/photo-store.ts';
import type { PictureStore } from '../storage/picture-store.ts';
import type { Clock } from './clock.ts';
import { Heartbeat } from './cluster/heartbeat.ts';
import type { Delivery } from './delivery/delivery.ts';
import { Outbox } from './delivery/outbox.ts';
import type { Reply } from './delivery/reply.ts';
import { Executor } from './executor/executor.ts';
import type { LaneProvider } from './executor/lane-queues.ts';
import type { JobMaker } from './executor/maker.ts';
import type { Progress } from './executor/progress.ts';
import type { Job } from './job/job.ts';
import type { Limits } from './job/limits.ts';
import type { DerivedVariation } from './job/variation.ts';
import { JobLookup } from './job-lookup.ts';
import type { DescribeJob, JobStatus } from './job-status.ts';
import type { Log } from './log.ts';
import type { JobObserver } from './observer.ts';
import { JobIntake } from './queue/job-intake.ts';
import { quietBefore, recoverJobs } from './queue/recover-jobs.ts';
import { StoreWatcher } from './queue/store-watcher.ts';
import type { Requester, SubmitRequest } from './queue/submit-request.ts';
import { variantsOf } from './queue/variants-of.ts';
import { Durations } from './scheduler/durations.ts';
import { PositionUpdates } from './scheduler/position-updates.ts';
import { Scheduler } from './scheduler/scheduler.ts';
import type { JobStore, OpenJob, StoreStats } from './store/job-store.ts';
import type { Announcement } from './store/process-leases.ts';
import { StoredFiles } from './stored-files.ts';

export interface JobsParts {
  readonly store: JobStore;
  readonly maker: JobMaker;
  readonly photos: PhotoStore;
  readonly pictures: PictureStore;
  readonly lanes: LaneProvider;
  /** How many jobs are under way side by side; their nodes share the lanes. */
  readonly concurrency: number;
  readonly limits: Limits;
  /** Milliseconds that nodes under way, and then messages, are given when the program ends. */
  readonly grace?: { readonly nodes: number; readonly messages: number };
  /** Milliseconds between two tries to deliver a message, instead of the ordinary ones. */
  readonly deliveryBackoff?: Backoff;
  readonly describe: DescribeJob;
  /** Whether what was stored of a variant is within the bounds of what can be ordered. */
  readonly isVariant: (variant: unknown) => boolean;
  /** What this process says of itself to others that share the store. */
  readonly announcement?: Announcement;
  readonly clock: Clock;
  readonly log: Log;
  readonly observer: JobObserver;
}

/** Together well under the ten seconds after which a process that was asked to end is killed. */
const DEFAULT_GRACE = { nodes: 5_000, messages: 2_000 } as const;

/**
 * All that can be done with jobs: order, vary, cancel, delete, look up. A job that `submit` has returned is on the
 * disk and will be answered, whatever happens to the process.
 */
export class Jobs {
  readonly lookup: JobLookup;
  readonly #parts: JobsParts;
  readonly #files: StoredFiles;
  readonly #scheduler: Scheduler;
  readonly #durations: Durations;
  readonly #executor: Executor;
  readonly #outbox: Outbox;
  readonly #progress = new Map<string, Progress>();
  /** Jobs that were under way when a former process ended. */
  readonly #suspects: OpenJob[] = [];
  readonly #positionUpdates: PositionUpdates;
  readonly #intake: JobIntake;
  readonly #storeWatcher: StoreWatcher;
  readonly #heartbeat: Heartbeat | undefined;

  private constructor(parts: JobsParts, served: readonly string[]) {
    this.#parts = parts;
    const { store, observer, log, clock } = parts;
    this.#files = new StoredFiles(store, parts.photos, parts.pictures);
    this.lookup = new JobLookup(store, this.#files);
    this.#durations = new Durations(store);
    this.#scheduler = new Scheduler(served, this.#durations, parts.concurrency);
    this.#outbox = new Outbox({
      store,
      clock,
      log,
      observer,
      describe: (job) => this.describe(job),
      fetchPictures: (job) => this.#files.present(job),
      ...defined({ backoff: parts.deliveryBackoff }),
    });
    this.#positionUpdates = new PositionUpdates(this.#scheduler, (id) => this.#outbox.live.update(id));
    this.#executor = new Executor(
      { ...parts, scheduler: this.#scheduler, durations: this.#durations, files: this.#files },
      {
        progress: (job, progress) => {
          this.#progress.set(job.id, progress);
          this.#outbox.live.update(job.id);
        },
        ended: (id) => {
          this.#progress.delete(id);
          this.#outbox.wake();
        },
        queueChanged: () => this.#positionUpdates.queueChanged(),
      },
    );
    this.#intake = new JobIntake(
      { ...parts, scheduler: this.#scheduler, durations: this.#durations },
      (id) => {
        this.#outbox.messageAdded(`job:${id}`);
        this.#executor.wake();
        this.#positionUpdates.queueChanged();
      },
    );
    if (store.leases !== undefined && parts.announcement !== undefined) {
      const { leases } = store;
      this.#heartbeat = new Heartbeat(
        { leases, announcement: parts.announcement, log, observer },
        (held, asked) => this.#executor.compare(held, asked),
      );
    }
    this.#storeWatcher = new StoreWatcher({
      store,
      scheduler: this.#scheduler,
      executor: this.#executor,
      files: this.#files,
      outbox: this.#outbox,
      positionUpdates: this.#positionUpdates,
      observer,
      log,
    });
  }

  /**
   * Recovers what a former process has left: jobs under way go back into the queue, and their owners are told.
   *
   * @throws OutageError `database`
   */
  static async open(parts: JobsParts): Promise<Jobs> {
    const { store, log } = parts;
    // A process that begins makes nothing yet, whatever one of the same name had under way.
    await store.leases?.leave();
    await recoverJobs(store, log);
    const jobs = new Jobs(parts, await store.servedGroups());
    await jobs.#heartbeat?.start();
    await jobs.#loadOpenJobs();
    await jobs.#files.sweep();
    return jobs;
  }

  /** From now on this platform's messages are delivered. */
  connect(delivery: Delivery): void {
    this.#outbox.connect(delivery);
  }

  /** Begins to make what waits; last what a former process may have ended of, when this one has lived for a while. */
  start(): void {
    const now = performance.now();
    for (const { id, crashes } of this.#suspects) this.#scheduler.requeue(id, now + quietBefore(crashes));
    this.#executor.start();
    this.#storeWatcher.start();
  }

  /** Takes no more orders, ends or parks what is under way, and sends what there is to send. */
  async stop(): Promise<void> {
    this.#intake.close();
    this.#storeWatcher.stop();
    this.#positionUpdates.stop();
    const { nodes, messages } = this.#parts.grace ?? DEFAULT_GRACE;
    await this.#executor.stop(nodes);
    await this.#outbox.stop(messages);
    await this.#heartbeat?.stop().catch((error: unknown) => {
      this.#parts.log.warn({}, 'others take this process for a living one for a while yet', error);
    });
  }

  /**
   * Writes a job down; when this resolves it is on the disk. An order whose key is known is the job that there is.
   *
   * @throws UserError `limit-…` saying when to come back, `engine-unavailable`; OutageError
   */
  submit(order: SubmitRequest): Promise<Job> {
    return this.#intake.submit(order);
  }

  /**
   * Orders a variant of a finished job.
   *
   * @throws UserError where the parent has no such picture (any more), and as submit
   */
  async vary(id: string, variation: DerivedVariation, asker: Requester): Promise<Job> {
    const variants = await variantsOf(id, variation, this.lookup);
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
      this.#scheduler.remove(id);
      this.#outbox.wake();
      this.#positionUpdates.queueChanged();
    } else if (outcome === 'stopping') {
      this.#executor.cancel(id);
    } else {
      const job = await this.lookup.job(id);
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
    const job = await this.lookup.job(id);
    if (!(await this.#parts.store.remove(id))) throw new UserError('job-unfinished', { job: job.id });
    this.#outbox.wake();
    await this.#files.sweep();
    this.#parts.log.info({ job: id }, 'deleted');
  }

  /** Shows a job in one more message. */
  async showAgain(
    id: string,
    { key, place, replyTo }: Pick<Requester, 'key' | 'place' | 'replyTo'>,
  ): Promise<void> {
    await this.#parts.store.addMessage(id, key, place, replyTo);
    this.#outbox.messageAdded(key);
  }

  /**
   * Somebody speaks to the bot: finished ads of theirs that no place took are shown to them now, here where there is no
   * other place.
   *
   * @throws OutageError `database`
   */
  releaseKept({ owner, place, replyTo }: Pick<Requester, 'owner' | 'place' | 'replyTo'>): Promise<void> {
    return this.#outbox.releaseKept(owner.id, place, replyTo.address);
  }

  /** What a message says of a job now. */
  describe(job: Job): Reply {
    return this.#parts.describe(this.#files.located(job), this.status(job.id));
  }

  /** How a job stands at the moment. */
  status(id: string): JobStatus {
    const queuePosition = this.#scheduler.positions(performance.now()).get(id);
    const progress = this.#progress.get(id);
    return {
      stopping: this.#intake.closed,
      ...defined({ queuePosition, progress }),
    };
  }

  /** How many jobs wait and run. */
  get load(): { readonly waiting: number; readonly running: number } {
    return { waiting: this.#scheduler.waiting, running: this.#scheduler.running };
  }

  /** @throws OutageError when the store cannot be read */
  stats(): Promise<StoreStats> {
    return this.#parts.store.stats(this.#parts.clock());
  }

  async #loadOpenJobs(): Promise<void> {
    for (const job of await this.#parts.store.openJobs()) {
      await this.#durations.load(job.durationKey);
      this.#scheduler.add(job);
      if (job.crashes > 0) this.#suspects.push(job);
    }
  }
}
