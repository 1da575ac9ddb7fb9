import { BoundedMap } from '../../collections/bounded-map.ts';

/** Somebody's place in a queue. */
export interface Waiting {
  /** Whose turn it takes. */
  readonly party: string;
  /** Within a party, and between parties that were never served: lower goes first. */
  readonly order: number;
}

/** How many parties are remembered; who was forgotten counts as never served. */
const MEMORY = 10_000;

/**
 * Whose turn it is: the party that was served longest ago goes next, whatever else it has waiting. So between two
 * turns of one party, every other party that waits has had its turn.
 */
export class Turns {
  /** From the party served longest ago to the one served last. */
  readonly #served = new BoundedMap<string, number>(MEMORY);
  #serial = 0;

  /** @param parties those served before, longest ago first */
  constructor(parties: readonly string[] = []) {
    for (const party of parties) this.serve(party);
  }

  serve(party: string): void {
    this.#served.set(party, ++this.#serial);
  }

  /** The one that goes next; nothing is served by asking. */
  next<T extends Waiting>(waiting: Iterable<T>): T | undefined {
    let best: T | undefined;
    let bestServed = 0;
    for (const candidate of waiting) {
      const served = this.#served.peek(candidate.party) ?? 0;
      if (
        best === undefined ||
        served < bestServed ||
        (served === bestServed && candidate.order < best.order)
      ) {
        best = candidate;
        bestServed = served;
      }
    }
    return best;
  }

  /** All of them in the order in which they will go, if nobody comes or leaves. */
  order<T extends Waiting>(waiting: readonly T[]): readonly T[] {
    const queues = new Map<string, T[]>();
    for (const place of [...waiting].sort((a, b) => a.order - b.order)) {
      const queue = queues.get(place.party);
      if (queue === undefined) queues.set(place.party, [place]);
      else queue.push(place);
    }
    const first = [...queues.values()].sort(
      ([a], [b]) => this.#rank(a) - this.#rank(b) || (a?.order ?? 0) - (b?.order ?? 0),
    );
    const rounds = Math.max(0, ...first.map((queue) => queue.length));
    return Array.from({ length: rounds }, (_, round) =>
      first.flatMap((queue) => queue.slice(round, round + 1)),
    ).flat();
  }

  #rank(waiting: Waiting | undefined): number {
    return this.#served.peek(waiting?.party ?? '') ?? 0;
  }
}
