import { type Random, seededRandom } from '../../src/imaging/random.ts';

/** Choices that are the same for the same seed. */
export class Dice {
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** 0 up to, but not including, `end`. */
  below(end: number): number {
    return Math.floor(this.#random() * end);
  }

  /** From `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(share: number): boolean {
    return this.#random() < share;
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)];
    if (picked === undefined && from.length === 0) throw new RangeError('Nothing to pick from');
    return picked as T;
  }

  /** Small mostly, at times huge: lengths by which programs break. */
  length(most: number): number {
    return Math.min(most, Math.floor(2 ** (this.#random() * Math.log2(most + 1))));
  }
}
