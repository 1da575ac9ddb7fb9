import { OutageError } from '../../errors/outage-error.ts';
import { UserError } from '../../errors/user-error.ts';
import type { Clock } from '../clock.ts';
import type { JobMaker } from '../executor/maker.ts';
import type { Job, NewJob } from '../job/job.ts';
import { type Limits, NO_LIMITS, type Refusal } from '../job/limits.ts';
import type { Log } from '../log.ts';
import type { JobObserver } from '../observer.ts';
import type { Durations } from '../scheduler/durations.ts';
import type { Scheduler } from '../scheduler/scheduler.ts';
import { durationKeyOf, groupOf, type JobStore, type OpenJob } from '../store/job-store.ts';
import type { SubmitRequest } from './submit-request.ts';

interface IntakeParts {
  readonly store: JobStore;
  readonly maker: JobMaker;
  readonly limits: Limits;
  readonly scheduler: Scheduler;
  readonly durations: Durations;
  readonly clock: Clock;
  readonly log: Log;
  readonly observer: JobObserver;
}

/** Where orders become jobs: within the limits, written down, and handed to the scheduler. */
export class JobIntake {
  readonly #parts: IntakeParts;
  readonly #onQueued: (id: string) => void;
  #closed = false;

  /** @param onQueued told of every job that was not there before */
  constructor(parts: IntakeParts, onQueued: (id: string) => void) {
    this.#parts = parts;
    this.#onQueued = onQueued;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** From now on orders are refused: the program is about to end. */
  close(): void {
    this.#closed = true;
  }

  /** As Jobs.submit. */
  async submit({ unlimited, ...order }: SubmitRequest): Promise<Job> {
    const { store, maker, limits, clock, observer } = this.#parts;
    if (this.#closed) throw new OutageError('engine', 'the program is about to end');
    const [first] = order.variants;
    if (first === undefined) throw new RangeError('A job needs something to make');
    const workflow = maker.workflowFor(first.request);
    const engine = maker.engineFor(first.request);
    const outcome = await store.submit(
      { ...order, workflow, engine },
      unlimited ? NO_LIMITS : limits,
      clock(),
    );
    if (outcome.kind === 'refused') {
      observer.refused(outcome.refusal);
      throw this.#refused(outcome.refusal, order);
    }
    if (outcome.kind === 'created') await this.#queue(outcome.job);
    return outcome.job;
  }

  async #queue(job: Job): Promise<void> {
    const { durations, scheduler, log, observer } = this.#parts;
    const { id, place, workflow, engine, variants } = job;
    log.info({ job: id, platform: place.platform, workflow, engine, variants: variants.length }, 'queued');
    observer.submitted(place.platform);
    await durations.load(durationKeyOf(job)).catch(() => {});
    scheduler.add(openJobOf(job));
    this.#onQueued(id);
  }

  #refused(refusal: Refusal, order: Pick<NewJob, 'place' | 'owner'>): UserError {
    const { scope, limit, max, wait = 0 } = refusal;
    if (limit !== 'open') return new UserError(`limit-${limit}`, { scope, max, wait });
    const ready =
      scope === 'user'
        ? this.#parts.scheduler.earliestEnd(groupOf(order.place, order.owner), performance.now())
        : undefined;
    return new UserError('limit-open', { scope, max, wait: ready });
  }
}

function openJobOf(job: Job): OpenJob {
  return {
    id: job.id,
    seq: job.seq,
    group: groupOf(job.place, job.owner),
    durationKey: durationKeyOf(job),
    variants: job.variants.length,
    state: 'queued',
    crashes: job.crashes,
    stopAsked: false,
  };
}
