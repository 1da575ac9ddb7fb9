import { BoundedMap } from '../../collections/bounded-map.ts';

/** Somebody's place in a queue. */
export interface Queued {
  /** Whose turn it takes. */
  readonly group: string;
  /** Within a group, and between groups that were never served: lower goes first. */
  readonly order: number;
}

/** How many groups are remembered; who was forgotten counts as never served. */
const MAX_GROUPS = 10_000;

/**
 * Whose turn it is: the group that was served longest ago goes next, whatever else it has waiting. So between two
 * turns of one group, every other group that waits has had its turn.
 */
export class RoundRobin {
  /** From the group served longest ago to the one served last. */
  readonly #served = new BoundedMap<string, number>(MAX_GROUPS);
  #serial = 0;

  /** @param groups those served before, longest ago first */
  constructor(groups: readonly string[] = []) {
    for (const group of groups) this.serve(group);
  }

  serve(group: string): void {
    this.#served.set(group, ++this.#serial);
  }

  /** The one that goes next; nothing is served by asking. */
  next<T extends Queued>(waiting: Iterable<T>): T | undefined {
    let best: T | undefined;
    let bestServed = 0;
    for (const candidate of waiting) {
      const served = this.#served.peek(candidate.group) ?? 0;
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
  order<T extends Queued>(waiting: readonly T[]): readonly T[] {
    const queues = new Map<string, T[]>();
    for (const place of [...waiting].sort((a, b) => a.order - b.order)) {
      const queue = queues.get(place.group);
      if (queue === undefined) queues.set(place.group, [place]);
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

  #rank(waiting: Queued | undefined): number {
    return this.#served.peek(waiting?.group ?? '') ?? 0;
  }
}
