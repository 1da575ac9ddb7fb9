import type { Clear } from './model.ts';

/**
 * Which clear things a path is inside of. Where several overlap, the one with the highest priority is there (Schmidt and
 * Budge, "Simple Nested Dielectrics in Ray Traced Images", JGT 2002).
 */
export class Interiors {
  private readonly counts: Int8Array;
  private readonly clear: readonly (Clear | undefined)[];

  constructor(clear: readonly (Clear | undefined)[]) {
    this.clear = clear;
    this.counts = new Int8Array(clear.length);
  }

  /** Out in the air. */
  reset(): void {
    this.counts.fill(0);
  }

  /** Keeps where the path is, to come back to. */
  copy(): Int8Array {
    return this.counts.slice();
  }

  restore(copy: Int8Array): void {
    this.counts.set(copy);
  }

  /** The number of the thing that is here, −1 for air. */
  here(): number {
    let found = -1;
    let best = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < this.counts.length; i++) {
      if (this.counts[i]! <= 0) continue;
      const { priority } = this.clear[i]!.material;
      if (priority <= best) continue;
      best = priority;
      found = i;
    }
    return found;
  }

  /** @param by 1 = the path goes into thing `material`, −1 = it leaves */
  cross(material: number, by: 1 | -1): void {
    this.counts[material]! += by;
  }

  ior(material: number): number {
    return material < 0 ? 1 : this.clear[material]!.material.ior;
  }
}
