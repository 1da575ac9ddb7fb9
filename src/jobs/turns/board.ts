import { defined } from '../../collections/defined.ts';
import type { OpenJob } from '../store/job-store.ts';
import { estimateEnds } from './estimate.ts';
import type { Paces } from './paces.ts';
import { Turns } from './turns.ts';

/** Where a waiting job stands. */
export interface Standing {
  /** 1 = goes next. */
  readonly position: number;
  /** Milliseconds until it will be done; absent as long as nothing is known of how long things take. */
  readonly ready?: number;
}

interface Entry {
  readonly job: OpenJob;
  readonly party: string;
  readonly order: number;
  /** Monotonic milliseconds before which it is not tried again. */
  notBefore: number;
  /** Monotonic milliseconds of its start; undefined = it waits. */
  startedAt?: number;
}

/** With many waiting, everybody's standing is asked for at once: computed again at most this often, in milliseconds. */
const STANDINGS_HOLD = 100;

/**
 * Every job that is queued or running, in memory: who goes next, and where the others stand. What is on the board is
 * in the store too; the store decides when the two differ.
 */
export class Board {
  readonly #entries = new Map<string, Entry>();
  /** Ids of those that have started. */
  readonly #started = new Set<string>();
  readonly #turns: Turns;
  readonly #paces: Paces;
  readonly #atOnce: number;
  #lastStandings: { readonly at: number; readonly standings: ReadonlyMap<string, Standing> } | undefined;

  /**
   * @param served parties served before, longest ago first
   * @param atOnce how many jobs are under way side by side; twice as many while parties wait that have none
   */
  constructor(served: readonly string[], paces: Paces, atOnce: number) {
    this.#turns = new Turns(served);
    this.#paces = paces;
    this.#atOnce = atOnce;
  }

  get waiting(): number {
    return this.#entries.size - this.#started.size;
  }

  get running(): number {
    return this.#started.size;
  }

  add(job: OpenJob): void {
    if (this.#entries.has(job.id)) return;
    this.#lastStandings = undefined;
    this.#entries.set(job.id, { job, party: job.party, order: job.seq, notBefore: 0 });
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  /** Takes a job off the board: it has ended, or is no longer to be made. */
  end(id: string): void {
    this.#lastStandings = undefined;
    this.#entries.delete(id);
    this.#started.delete(id);
  }

  /** Puts a running job back among the waiting. */
  putBack(id: string, notBefore = 0): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#lastStandings = undefined;
    this.#started.delete(id);
    delete entry.startedAt;
    entry.notBefore = notBefore;
  }

  /** Ids of the jobs that wait, and are not under way. */
  idle(): readonly string[] {
    return this.#waiting().map(({ job }) => job.id);
  }

  /**
   * Starts the job whose turn it is, if there is room for one. A job that was under way when a former process ended
   * runs alone: should it happen again, it is known which job it was.
   */
  start(now: number): OpenJob | undefined {
    const running = this.#runningEntries();
    // Asked with every job that comes; with all places taken it has to be answered without looking at those who wait.
    if (running.length >= this.#atOnce * 2 || running.some(isSuspect)) return undefined;
    const due = this.#waiting().filter((entry) => entry.notBefore <= now);
    const first = this.#turns.next(due);
    if (first === undefined) return undefined;
    if (isSuspect(first)) return running.length === 0 ? this.#startOf(first, now) : undefined;
    if (running.length < this.#atOnce) return this.#startOf(first, now);
    const busy = new Set(running.map(({ party }) => party));
    const newcomer = this.#turns.next(due.filter((entry) => !busy.has(entry.party) && !isSuspect(entry)));
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

  /** Where each waiting job stands; as long as nobody moves, as it was a moment ago. */
  standings(now: number): ReadonlyMap<string, Standing> {
    const last = this.#lastStandings;
    if (last !== undefined && now - last.at < STANDINGS_HOLD) return last.standings;
    const standings = this.#computeStandings(now);
    this.#lastStandings = { at: now, standings };
    return standings;
  }

  #computeStandings(now: number): ReadonlyMap<string, Standing> {
    const running = this.#runningEntries();
    const order = this.#turns.order(this.#waiting());
    const lengths = order.map(({ job }) => this.#paces.expected(job.pace, job.variants));
    const left = running.map(({ job, startedAt = now }) => this.#left(job, startedAt, now) ?? 0);
    const known = lengths.filter((length) => length !== undefined);
    const ends = known.length === lengths.length ? estimateEnds(left, known, this.#atOnce) : [];
    return new Map(
      order.map(({ job }, index) => {
        const ready = ends[index];
        return [job.id, { position: index + 1, ...defined({ ready }) }];
      }),
    );
  }

  /** When the first of a party's jobs will be done, in milliseconds; undefined when that is not known. */
  firstReady(party: string, now: number): number | undefined {
    const standings = this.standings(now);
    const ends = [...this.#entries.values()]
      .filter((entry) => entry.party === party)
      .map(({ job, startedAt }) =>
        startedAt === undefined ? standings.get(job.id)?.ready : this.#left(job, startedAt, now),
      )
      .filter((end) => end !== undefined);
    return ends.length === 0 ? undefined : Math.min(...ends);
  }

  /** A job that takes longer than its like did is thought to be nearly there. */
  #left(job: OpenJob, startedAt: number, now: number): number | undefined {
    const expected = this.#paces.expected(job.pace, job.variants);
    return expected === undefined ? undefined : Math.max(expected - (now - startedAt), expected / 10);
  }

  #startOf(entry: Entry, now: number): OpenJob {
    this.#lastStandings = undefined;
    this.#started.add(entry.job.id);
    entry.startedAt = now;
    this.#turns.serve(entry.party);
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
