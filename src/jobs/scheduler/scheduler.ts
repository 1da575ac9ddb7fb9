import { defined } from '../../collections/defined.ts';
import type { OpenJob } from '../store/job-store.ts';
import type { Durations } from './durations.ts';
import { estimateFinishTimes } from './estimate.ts';
import { RoundRobin } from './round-robin.ts';

/** A waiting job's place in the queue. */
export interface QueuePosition {
  /** 1 = goes next. */
  readonly position: number;
  /** Milliseconds until it will be done; absent as long as nothing is known of how long things take. */
  readonly readyIn?: number;
}

interface Entry {
  readonly job: OpenJob;
  readonly group: string;
  readonly order: number;
  /** Monotonic milliseconds before which it is not tried again. */
  notBefore: number;
  /** Monotonic milliseconds of its start; undefined = it waits. */
  startedAt?: number;
}

/** With many waiting, everybody's position is asked for at once: computed again at most this often, in milliseconds. */
const POSITIONS_MAX_AGE = 100;

/**
 * Every job that is queued or running, in memory: who goes next, and at which position the others are. What the scheduler holds is
 * in the store too; the store decides when the two differ.
 */
export class Scheduler {
  readonly #entries = new Map<string, Entry>();
  /** Ids of those that have started. */
  readonly #started = new Set<string>();
  readonly #roundRobin: RoundRobin;
  readonly #durations: Durations;
  readonly #concurrency: number;
  #lastPositions: { readonly at: number; readonly positions: ReadonlyMap<string, QueuePosition> } | undefined;

  /**
   * @param served groups served before, longest ago first
   * @param concurrency how many jobs are under way side by side; twice as many while groups wait that have none
   */
  constructor(served: readonly string[], durations: Durations, concurrency: number) {
    this.#roundRobin = new RoundRobin(served);
    this.#durations = durations;
    this.#concurrency = concurrency;
  }

  get waiting(): number {
    return this.#entries.size - this.#started.size;
  }

  get running(): number {
    return this.#started.size;
  }

  /** @param notBefore monotonic milliseconds before which it is not started */
  add(job: OpenJob, notBefore = 0): void {
    if (this.#entries.has(job.id)) return;
    this.#lastPositions = undefined;
    this.#entries.set(job.id, { job, group: job.group, order: job.seq, notBefore });
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  /** Removes a job: it has ended, or is no longer to be made. */
  remove(id: string): void {
    this.#lastPositions = undefined;
    this.#entries.delete(id);
    this.#started.delete(id);
  }

  /** Puts a running job back among the waiting. */
  requeue(id: string, notBefore = 0): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#lastPositions = undefined;
    this.#started.delete(id);
    delete entry.startedAt;
    entry.notBefore = notBefore;
  }

  /** Ids of the jobs that wait, and are not under way. */
  waitingIds(): readonly string[] {
    return this.#waiting().map(({ job }) => job.id);
  }

  /**
   * Starts the job whose turn it is, if there is room for one. A job that was under way when a former process ended
   * runs alone: should it happen again, it is known which job it was.
   */
  start(now: number): OpenJob | undefined {
    const running = this.#runningEntries();
    // Asked with every job that comes; with all places taken it has to be answered without looking at those who wait.
    if (running.length >= this.#concurrency * 2 || running.some(isSuspect)) return undefined;
    const due = this.#waiting().filter((entry) => entry.notBefore <= now);
    const first = this.#roundRobin.next(due);
    if (first === undefined) return undefined;
    if (isSuspect(first)) return running.length === 0 ? this.#startOf(first, now) : undefined;
    if (running.length < this.#concurrency) return this.#startOf(first, now);
    const busy = new Set(running.map(({ group }) => group));
    const newcomer = this.#roundRobin.next(
      due.filter((entry) => !busy.has(entry.group) && !isSuspect(entry)),
    );
    return newcomer && this.#startOf(newcomer, now);
  }

  /** When a job that is waited out becomes due; undefined when none is. */
  nextDue(now: number): number | undefined {
    let first: number | undefined;
    for (const { startedAt, notBefore } of this.#entries.values()) {
      if (startedAt === undefined && notBefore > now && notBefore < (first ?? Number.POSITIVE_INFINITY)) {
        first = notBefore;
      }
    }
    return first;
  }

  /** The position of each waiting job; as long as nobody moves, as it was a moment ago. */
  positions(now: number): ReadonlyMap<string, QueuePosition> {
    const last = this.#lastPositions;
    if (last !== undefined && now - last.at < POSITIONS_MAX_AGE) return last.positions;
    const positions = this.#computePositions(now);
    this.#lastPositions = { at: now, positions };
    return positions;
  }

  #computePositions(now: number): ReadonlyMap<string, QueuePosition> {
    const running = this.#runningEntries();
    const order = this.#roundRobin.order(this.#waiting());
    const lengths = order.map(({ job }) => this.#durations.expected(job.durationKey, job.variants));
    const left = running.map(({ job, startedAt = now }) => this.#left(job, startedAt, now) ?? 0);
    const known = lengths.filter((length) => length !== undefined);
    const ends = known.length === lengths.length ? estimateFinishTimes(left, known, this.#concurrency) : [];
    return new Map(
      order.map(({ job }, index) => {
        const readyIn = ends[index];
        return [job.id, { position: index + 1, ...defined({ readyIn }) }];
      }),
    );
  }

  /** When the first of a group's jobs will be done, in milliseconds; undefined when that is not known. */
  earliestEnd(group: string, now: number): number | undefined {
    const positions = this.positions(now);
    const ends = [...this.#entries.values()]
      .filter((entry) => entry.group === group)
      .map(({ job, startedAt }) =>
        startedAt === undefined ? positions.get(job.id)?.readyIn : this.#left(job, startedAt, now),
      )
      .filter((end) => end !== undefined);
    return ends.length === 0 ? undefined : Math.min(...ends);
  }

  /** A job that takes longer than its like did is thought to be nearly there. */
  #left(job: OpenJob, startedAt: number, now: number): number | undefined {
    const expected = this.#durations.expected(job.durationKey, job.variants);
    return expected === undefined ? undefined : Math.max(expected - (now - startedAt), expected / 10);
  }

  #startOf(entry: Entry, now: number): OpenJob {
    this.#lastPositions = undefined;
    this.#started.add(entry.job.id);
    entry.startedAt = now;
    this.#roundRobin.serve(entry.group);
    return entry.job;
  }

  #waiting(): readonly Entry[] {
    return [...this.#entries.values()].filter((entry) => entry.startedAt === undefined);
  }

  #runningEntries(): readonly Entry[] {
    return [...this.#started].flatMap((id) => this.#entries.get(id) ?? []);
  }
}

function isSuspect({ job }: Entry): boolean {
  return job.crashes > 0;
}
