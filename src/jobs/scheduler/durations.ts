import type { Report } from '../../ad/result.ts';
import type { Duration, JobStore } from '../store/job-store.ts';

/** How much of the newest sample goes into the average, once there are several. */
const WEIGHT = 0.2;

/** How long jobs take, by workflow and engine: learnt from those that were made, kept in the store. */
export class Durations {
  readonly #durations = new Map<string, Duration>();
  readonly #store: Pick<JobStore, 'duration'>;

  constructor(store: Pick<JobStore, 'duration'>) {
    this.#store = store;
  }

  /** Makes a duration known that earlier processes have learnt. */
  async load(name: string): Promise<void> {
    if (this.#durations.has(name)) return;
    const duration = await this.#store.duration(name);
    if (duration !== undefined && !this.#durations.has(name)) this.#durations.set(name, duration);
  }

  get(name: string): Duration | undefined {
    return this.#durations.get(name);
  }

  /** Milliseconds for a job; where its like was never made, as long as others took; undefined when nothing was. */
  expected(name: string, variants: number): number | undefined {
    const duration = this.#durations.get(name);
    if (duration !== undefined) return duration.milliseconds * variants;
    const known = [...this.#durations.values()].map(({ milliseconds }) => milliseconds);
    if (known.length === 0) return undefined;
    return (known.reduce((sum, value) => sum + value, 0) / known.length) * variants;
  }

  set(name: string, duration: Duration): void {
    this.#durations.set(name, duration);
  }

  /**
   * The duration after one more job was made; nothing is changed yet.
   *
   * @param milliseconds for one of its pictures, waiting between its nodes included
   */
  after(name: string, milliseconds: number, report: Report): Duration {
    const before = this.#durations.get(name);
    const samples = (before?.samples ?? 0) + 1;
    const weight = Math.max(WEIGHT, 1 / samples);
    const nodes = report.nodes.map((node, index) => {
      // A node that came out of the cache tells nothing of how long it takes.
      const known = before?.nodes[index];
      const time = node.cached && known?.name === node.name ? known.milliseconds : node.time;
      return { name: node.name, milliseconds: time };
    });
    return {
      milliseconds: (before?.milliseconds ?? 0) * (1 - weight) + milliseconds * weight,
      samples,
      nodes,
    };
  }
}
