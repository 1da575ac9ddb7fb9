import { OutageError } from '../../errors/outage-error.ts';
import { codeOf, kindOf, say } from '../../errors/say.ts';
import { exponentialBackoff } from '../../resilience/backoff.ts';
import { withTimeout } from '../../resilience/with-timeout.ts';
import type { NodeEvent } from '../../workflow/node-event.ts';
import type { Clock } from '../clock.ts';
import type { HeldJob, Job, JobError } from '../job/job.ts';
import type { JobState } from '../job/job-state.ts';
import type { Log } from '../log.ts';
import type { JobObserver } from '../observer.ts';
import { retryUntilStored } from '../retry-until-stored.ts';
import type { Durations } from '../scheduler/durations.ts';
import type { Scheduler } from '../scheduler/scheduler.ts';
import { durationKeyOf, type JobStore, type OpenJob } from '../store/job-store.ts';
import type { HeldNow } from '../store/process-leases.ts';
import type { StoredFiles } from '../stored-files.ts';
import type { LaneProvider } from './lane-queues.ts';
import { makeVariants, type VariantsParts } from './make-variants.ts';
import type { JobMaker } from './maker.ts';
import { JobProgress, type Progress } from './progress.ts';
import { StopReason } from './stop-reason.ts';

export interface ExecutorParts {
  readonly store: JobStore;
  readonly maker: JobMaker;
  readonly lanes: LaneProvider;
  readonly scheduler: Scheduler;
  readonly durations: Durations;
  readonly files: StoredFiles;
  readonly isVariant: VariantsParts['isVariant'];
  readonly clock: Clock;
  readonly log: Log;
  readonly observer: JobObserver;
}

/** What the executor reports while it works. */
export interface ExecutorEvents {
  /** A job has begun, or got on. */
  progress(job: Job, progress: Progress): void;
  /** A job has ended, or is put back: its messages are behind. */
  ended(id: string): void;
  /** Who waits and who runs has changed. */
  queueChanged(): void;
}

/** How often passing trouble is waited out before a job is given up. */
const MAX_ATTEMPTS = 3;

interface Running {
  readonly stop: AbortController;
  /** Since it was taken, in monotonic milliseconds. */
  held?: HeldJob & { readonly since: number };
  readonly done: Promise<void>;
}

/** Makes the jobs of the scheduler, as many side by side as it allows. */
export class Executor {
  readonly #parts: ExecutorParts;
  readonly #events: ExecutorEvents;
  readonly #running = new Map<string, Running>();
  /** Fires when the process will wait no longer for the store. */
  readonly #end = new AbortController();
  #working = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: ExecutorParts, events: ExecutorEvents) {
    this.#parts = parts;
    this.#events = events;
  }

  start(): void {
    this.#working = true;
    this.wake();
  }

  /** Starts what can be started. To be called whenever something has been added to the scheduler. */
  wake(): void {
    if (!this.#working) return;
    clearTimeout(this.#timer);
    const { scheduler } = this.#parts;
    // One moment for both questions: a job that became due between them would be neither started nor waited for.
    const now = performance.now();
    for (let next = scheduler.start(now); next !== undefined; next = scheduler.start(now)) this.#launch(next);
    const due = scheduler.nextDue(now);
    if (due !== undefined) this.#timer = setTimeout(() => this.wake(), due - now + 1);
  }

  /** Stops a running job at its next node or step; false when it is not running here. */
  cancel(id: string): boolean {
    const running = this.#running.get(id);
    running?.stop.abort(new StopReason('cancelled'));
    return running !== undefined;
  }

  /**
   * Stops what the store says that others hold, or that somebody wants no more.
   *
   * @param asked when the store was asked, in monotonic milliseconds
   */
  compare(held: readonly HeldNow[], asked: number): void {
    const known = new Map(held.map((job) => [job.id, job]));
    for (const { stop, held: mine } of this.#running.values()) {
      if (mine === undefined || mine.since > asked) continue;
      const now = known.get(mine.id);
      if (now?.lease !== mine.lease) stop.abort(new StopReason('lost'));
      else if (now.stopAsked) stop.abort(new StopReason('cancelled'));
    }
  }

  /**
   * Takes no more jobs, gives those under way some time to end, and puts back those that do not.
   *
   * @param grace milliseconds
   */
  async stop(grace: number): Promise<void> {
    this.#working = false;
    clearTimeout(this.#timer);
    const done = Promise.all([...this.#running.values()].map((running) => running.done));
    await withTimeout(grace, done);
    for (const { stop } of this.#running.values()) stop.abort(new StopReason('parked'));
    await withTimeout(1000, done);
    this.#end.abort();
    // Work that does not listen is left behind; its job is put back all the same.
    const held = [...this.#running.values()].flatMap((running) => running.held ?? []);
    await Promise.allSettled(held.map(({ id, lease }) => this.#parts.store.requeue({ id, lease })));
  }

  #launch(next: OpenJob): void {
    const stop = new AbortController();
    const done = this.#run(next, stop.signal)
      .catch((error: unknown) => {
        // What could not be written down is found running at the next start, and made again.
        this.#parts.log.error({ job: next.id }, 'a job could not be finished', error);
        this.#parts.scheduler.remove(next.id);
      })
      .finally(() => {
        this.#running.delete(next.id);
        this.#events.queueChanged();
        this.wake();
      });
    this.#running.set(next.id, { stop, done });
    this.#events.queueChanged();
  }

  async #run(next: OpenJob, signal: AbortSignal): Promise<void> {
    const { store, scheduler, log, observer } = this.#parts;
    const job = await this.#persist(() => store.start(next.id));
    if (job === undefined) return scheduler.remove(next.id);
    const running = this.#running.get(job.id);
    if (running !== undefined) running.held = { id: job.id, lease: job.lease, since: performance.now() };
    log.info({ job: job.id, attempt: job.attempts, workflow: job.workflow, engine: job.engine }, 'started');
    const startedAt = performance.now();
    const { state, code } = await this.#make(job, signal).then(
      () => ({ state: 'made' as const, code: undefined }),
      async (error: unknown) => ({ state: await this.#endWithout(job, error), code: codeOf(error) }),
    );
    if (state !== 'queued' || !this.#working) scheduler.remove(job.id);
    if (state === undefined) {
      log.warn(
        { job: job.id, lease: job.lease },
        'the job was handed on meanwhile; what was made here is refused',
      );
      return this.#events.ended(job.id);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    log.info({ job: job.id, state, code, seconds }, 'settled');
    observer.settled(state, code, job.workflow, job.engine, seconds);
    this.#events.ended(job.id);
  }

  async #make(job: Job, signal: AbortSignal): Promise<void> {
    const progress = new JobProgress(job.variants.length, this.#parts.durations.get(durationKeyOf(job)));
    for (const { variant } of job.pictures) progress.finish(variant);
    this.#events.progress(job, progress.current);
    let over = false;
    await makeVariants(job, signal, {
      ...this.#parts,
      onEvent: (variant, event) => {
        // Work that did not listen to its end may tell of itself when nobody remembers the job any more.
        if (over) return;
        this.#observe(job, event);
        if (event.type === 'started') this.#noteNode(job, event.node);
        progress.add(variant, event);
        if (event.type !== 'queued' && event.type !== 'failed') this.#events.progress(job, progress.current);
      },
      onVariant: (variant) => {
        progress.finish(variant);
        this.#events.progress(job, progress.current);
      },
      persist: (work) => this.#persist(work),
    }).finally(() => {
      over = true;
    });
  }

  /** Writes down how a job ended that has no pictures, or none yet; undefined where another process holds it. */
  async #endWithout(job: Job, error: unknown): Promise<JobState | undefined> {
    const { store, scheduler, log } = this.#parts;
    const { id, lease } = job;
    if (error instanceof StopReason) {
      if (error.why === 'lost') return undefined;
      const isCancelled = error.why === 'cancelled';
      const isWritten = await this.#persist(() =>
        isCancelled ? store.markCancelled({ id, lease }) : store.requeue({ id, lease }),
      );
      if (!isWritten) return undefined;
      return isCancelled ? 'cancelled' : 'queued';
    }
    const kind = kindOf(error);
    // What the end of a process has cut short was no try.
    if (kind === 'outage' && job.attempts - job.crashes < MAX_ATTEMPTS) {
      const wait = waitBefore(job.attempts, error);
      log.warn({ job: job.id, attempt: job.attempts, wait }, 'temporary failure, will retry', error);
      if (!(await this.#persist(() => store.requeue({ id, lease })))) return undefined;
      scheduler.requeue(job.id, performance.now() + wait);
      return 'queued';
    }
    if (kind !== 'user') log.error({ job: job.id, code: codeOf(error) }, 'failed', error);
    const isWritten = await this.#persist(() => store.markFailed({ id, lease }, errorOf(job, error)));
    return isWritten ? 'failed' : undefined;
  }

  #persist<T>(work: () => Promise<T>): Promise<T> {
    return retryUntilStored(work, this.#end.signal, (error) => {
      this.#parts.observer.storeError();
      this.#parts.log.error({}, 'the jobs cannot be stored', error);
    });
  }

  /** Should the process end now, this is what it was at. Nothing waits for that. */
  #noteNode({ id, lease }: Job, node: string): void {
    this.#parts.store.noteNode({ id, lease }, node).catch((error: unknown) => {
      this.#parts.log.debug({ job: id }, `a node was not noted: ${String(error)}`);
    });
  }

  #observe(job: Job, event: NodeEvent): void {
    const { observer } = this.#parts;
    if (event.type === 'done') observer.node(event.node, job.engine, event.milliseconds / 1000, false);
    if (event.type === 'cached') observer.node(event.node, job.engine, 0, true);
    if (event.type === 'failed') observer.nodeFailed(event.node, codeOf(event.error));
  }
}

const BACKOFF = exponentialBackoff({ initial: 2000, factor: 4 });

/** Milliseconds: 2, 8, 32 … seconds, or what the service asked for. */
function waitBefore(attempts: number, error: unknown): number {
  const asked = error instanceof OutageError ? error.retryAfter : undefined;
  return asked === undefined ? BACKOFF(attempts) : asked * 1000;
}

function errorOf(job: Job, error: unknown): JobError {
  return {
    code: codeOf(error),
    text: { ko: say(error, 'ko', job.id), en: say(error, 'en', job.id) },
  };
}
