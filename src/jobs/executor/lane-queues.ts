import PQueue from 'p-queue';
import type { Lane } from '../../engines/ports.ts';
import type { Lanes } from '../../workflow/lanes.ts';
import { type LaneOptions, LaneQueue } from './lane-queue.ts';

/** How many nodes each lane runs at once. */
export interface LaneConcurrency {
  readonly gpu: 1;
  readonly cpu: number;
  readonly network: number;
}

export interface LaneLoad {
  readonly running: number;
  readonly waiting: number;
  /** Milliseconds that the node in front has waited; 0 = none waits. */
  readonly oldest: number;
}

/** Where nodes wait. Another implementation can stand here without jobs or nodes noticing. */
export interface LaneProvider {
  /** The lanes as one job sees them. */
  forJob(group: string, order: number): Lanes;
  load(): { readonly [lane in Lane]: LaneLoad };
}

/** One queue a lane, in this process. On the gpu lane nodes run strictly one at a time. */
export class LaneQueues implements LaneProvider {
  readonly #queues: { readonly [lane in Lane]: PQueue<LaneQueue, LaneOptions> };
  readonly #waiting: { readonly [lane in Lane]: Set<{ readonly since: number }> } = {
    gpu: new Set(),
    cpu: new Set(),
    network: new Set(),
  };

  constructor(sizes: LaneConcurrency) {
    const queue = (concurrency: number): PQueue<LaneQueue, LaneOptions> =>
      new PQueue({ concurrency, queueClass: LaneQueue });
    this.#queues = { gpu: queue(sizes.gpu), cpu: queue(sizes.cpu), network: queue(sizes.network) };
  }

  forJob(group: string, order: number): Lanes {
    return { run: (lane, work, signal) => this.#run(lane, work, signal, { group, order }) };
  }

  load(): { readonly [lane in Lane]: LaneLoad } {
    const loadOf = (lane: Lane): LaneLoad => {
      const waiting = [...this.#waiting[lane]].map(({ since }) => since);
      return {
        running: this.#queues[lane].pending,
        waiting: waiting.length,
        oldest: waiting.length === 0 ? 0 : performance.now() - Math.min(...waiting),
      };
    };
    return { gpu: loadOf('gpu'), cpu: loadOf('cpu'), network: loadOf('network') };
  }

  async #run<T>(
    lane: Lane,
    work: () => Promise<T>,
    signal: AbortSignal,
    turn: { readonly group: string; readonly order: number },
  ): Promise<T> {
    signal.throwIfAborted();
    // The queue gets a signal of its own that fires only while the node waits. Told of an abort while the node
    // works, p-queue would give the place to the next one before this one has let go of the GPU.
    const waiting = new AbortController();
    const leave = (): void => waiting.abort(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    const place = { since: performance.now() };
    this.#waiting[lane].add(place);
    const arrive = (): void => {
      signal.removeEventListener('abort', leave);
      this.#waiting[lane].delete(place);
    };
    try {
      return await this.#queues[lane].add(
        () => {
          arrive();
          return work();
        },
        { ...turn, signal: waiting.signal },
      );
    } finally {
      arrive();
    }
  }
}
