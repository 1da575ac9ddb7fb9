import { Turns, type Waiting } from '../turns/turns.ts';

/** p-queue's own name for a piece of work; it never rejects. */
type Run = () => Promise<unknown>;

interface Entry extends Waiting {
  readonly id: string | undefined;
  readonly run: Run;
}

export interface LaneOptions {
  readonly party?: string;
  readonly order?: number;
  id?: string;
  readonly signal?: AbortSignal;
}

/** The queue of one lane: parties take turns at it, node by node. */
export class LaneQueue {
  #entries: Entry[] = [];
  readonly #turns = new Turns();

  get size(): number {
    return this.#entries.length;
  }

  enqueue(run: Run, { party = '', order = 0, id }: Partial<LaneOptions> = {}): void {
    this.#entries.push({ run, party, order, id });
  }

  dequeue(): Run | undefined {
    const next = this.#turns.next(this.#entries);
    if (next === undefined) return undefined;
    this.#entries = this.#entries.filter((entry) => entry !== next);
    this.#turns.serve(next.party);
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
