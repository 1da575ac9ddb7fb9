import type { Bench, OpenBench } from '../../ad/adjustment.ts';
import type { Recipe } from '../../ad/recipe.ts';
import { SingleFlight } from '../../collections/single-flight.ts';

/** Ads that lie open at once: each holds its photos and cut-outs in memory. */
const MAX_OPEN = 3;

/** Milliseconds for which one that nobody touches stays open. */
const IDLE = 5 * 60_000;

/** Ads that are being laid out by hand, kept open from one touch to the next. */
export class Benches {
  readonly #open: OpenBench;
  readonly #benches = new SingleFlight<string, Bench>(MAX_OPEN);
  readonly #idle = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(open: OpenBench) {
    this.#open = open;
  }

  /** @param picture names it: its job and number */
  of(picture: string, recipe: Recipe): Promise<Bench> {
    clearTimeout(this.#idle.get(picture));
    const timer = setTimeout(() => {
      this.#idle.delete(picture);
      this.#benches.forget(picture);
    }, IDLE);
    this.#idle.set(picture, timer);
    timer.unref();
    return this.#benches.run(picture, () => this.#open(recipe));
  }
}
