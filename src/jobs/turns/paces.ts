import type { Report } from '../../ad/result.ts';
import type { JobStore, Pace } from '../store/job-store.ts';

/** How much of the newest sample goes into the average, once there are several. */
const WEIGHT = 0.2;

/** How long jobs take, by workflow and engine: learnt from those that were made, kept in the store. */
export class Paces {
  readonly #paces = new Map<string, Pace>();
  readonly #store: Pick<JobStore, 'pace'>;

  constructor(store: Pick<JobStore, 'pace'>) {
    this.#store = store;
  }

  /** Makes a pace known that earlier processes have learnt. */
  async load(name: string): Promise<void> {
    if (this.#paces.has(name)) return;
    const pace = await this.#store.pace(name);
    if (pace !== undefined && !this.#paces.has(name)) this.#paces.set(name, pace);
  }

  get(name: string): Pace | undefined {
    return this.#paces.get(name);
  }

  /** Milliseconds for a job; where its like was never made, as long as others took; undefined when nothing was. */
  expected(name: string, variants: number): number | undefined {
    const pace = this.#paces.get(name);
    if (pace !== undefined) return pace.milliseconds * variants;
    const known = [...this.#paces.values()].map(({ milliseconds }) => milliseconds);
    if (known.length === 0) return undefined;
    return (known.reduce((sum, value) => sum + value, 0) / known.length) * variants;
  }

  set(name: string, pace: Pace): void {
    this.#paces.set(name, pace);
  }

  /**
   * The pace after one more job was made; nothing is changed yet.
   *
   * @param milliseconds for one of its pictures, waiting between its nodes included
   */
  after(name: string, milliseconds: number, report: Report): Pace {
    const before = this.#paces.get(name);
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
