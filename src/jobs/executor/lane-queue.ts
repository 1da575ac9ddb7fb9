import { type Queued, RoundRobin } from '../scheduler/round-robin.ts';

/** p-queue's own name for a piece of work; it never rejects. */
type Run = () => Promise<unknown>;

interface Entry extends Queued {
  readonly id: string | undefined;
  readonly run: Run;
}

export interface LaneOptions {
  readonly group?: string;
  readonly order?: number;
  id?: string;
  readonly signal?: AbortSignal;
}

/** The queue of one lane: groups take turns at it, node by node. */
export class LaneQueue {
  #entries: Entry[] = [];
  readonly #turns = new RoundRobin();

  get size(): number {
    return this.#entries.length;
  }

  enqueue(run: Run, { group = '', order = 0, id }: Partial<LaneOptions> = {}): void {
    this.#entries.push({ run, group, order, id });
  }

  dequeue(): Run | undefined {
    const next = this.#turns.next(this.#entries);
    if (next === undefined) return undefined;
    this.#entries = this.#entries.filter((entry) => entry !== next);
    this.#turns.serve(next.group);
    return next.run;
  }

  remove(id: string): void {
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
  }

  filter(): Run[] {
    return this.#entries.map(({ run }) => run);
  }

  /** Turns decide, not priorities. */
  setPriority(): void {}
}
