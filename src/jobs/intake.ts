import { OutageError } from '../errors/outage-error.ts';
import { UserError } from '../errors/user-error.ts';
import type { Clock } from './clock.ts';
import type { Maker } from './executor/maker.ts';
import type { Job, NewJob } from './job.ts';
import { type Limits, NO_LIMITS, type Refusal } from './limits.ts';
import type { Log } from './log.ts';
import type { JobObserver } from './observer.ts';
import type { Order } from './order.ts';
import { type JobStore, type OpenJob, paceOf, partyOf } from './store/job-store.ts';
import type { Board } from './turns/board.ts';
import type { Paces } from './turns/paces.ts';

interface IntakeParts {
  readonly store: JobStore;
  readonly maker: Maker;
  readonly limits: Limits;
  readonly board: Board;
  readonly paces: Paces;
  readonly clock: Clock;
  readonly log: Log;
  readonly observer: JobObserver;
}

/** Where orders become jobs: within the limits, written down, and on the board. */
export class Intake {
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
  async submit({ unlimited, ...order }: Order): Promise<Job> {
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
    const { paces, board, log, observer } = this.#parts;
    const { id, place, workflow, engine, variants } = job;
    log.info({ job: id, platform: place.platform, workflow, engine, variants: variants.length }, 'queued');
    observer.submitted(place.platform);
    await paces.load(paceOf(job)).catch(() => {});
    board.add(openJobOf(job));
    this.#onQueued(id);
  }

  #refused(refusal: Refusal, order: Pick<NewJob, 'place' | 'owner'>): UserError {
    const { scope, limit, most, wait = 0 } = refusal;
    if (limit !== 'open') return new UserError(`limit-${limit}`, { scope, max: most, wait });
    const ready =
      scope === 'user'
        ? this.#parts.board.firstReady(partyOf(order.place, order.owner), performance.now())
        : undefined;
    return new UserError('limit-open', { scope, max: most, wait: ready });
  }
}

function openJobOf(job: Job): OpenJob {
  return {
    id: job.id,
    seq: job.seq,
    party: partyOf(job.place, job.owner),
    pace: paceOf(job),
    variants: job.variants.length,
    state: 'queued',
    crashes: job.crashes,
    stopAsked: false,
  };
}
