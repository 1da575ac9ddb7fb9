export type Stage = 'encode' | 'textEncoder' | 'caption' | 'decode';

/** Where the time of a picture went, in milliseconds. */
export interface TimingReport {
  /** Loading included. */
  readonly total: number;
  readonly stages: Readonly<Partial<Record<Stage, number>>>;
  readonly steps: readonly number[];
  /** Of the steps' time, what was spent inside onnxruntime. */
  readonly stepsBusy: number;
}

/** Keeps time while a picture is made. */
export class Timings {
  readonly #meter: { readonly busy: number };
  readonly #start = performance.now();
  readonly #stages: Partial<Record<Stage, number>> = {};
  readonly #steps: number[] = [];
  #stepsBusy = 0;

  /** @param meter tells the milliseconds inside onnxruntime so far */
  constructor(meter: { readonly busy: number }) {
    this.#meter = meter;
  }

  async of<T>(stage: Stage, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    this.#stages[stage] = (this.#stages[stage] ?? 0) + performance.now() - start;
    return result;
  }

  async step(work: () => Promise<void>): Promise<void> {
    const start = performance.now();
    const busy = this.#meter.busy;
    await work();
    this.#steps.push(performance.now() - start);
    this.#stepsBusy += this.#meter.busy - busy;
  }

  get report(): TimingReport {
    return {
      total: performance.now() - this.#start,
      stages: { ...this.#stages },
      steps: [...this.#steps],
      stepsBusy: this.#stepsBusy,
    };
  }
}
