import type { Vec3 } from './vector.ts';

/** The first so many draws of a path (pixel, lens, first bounce) are spread evenly over a pixel's paths. */
const EVEN = 8;

/** Steps of the R-sequence in EVEN dimensions (Martin Roberts, "The Unreasonable Effectiveness of Quasirandom Sequences"). */
const STEPS: readonly number[] = (() => {
  let root = 1.1;
  for (let i = 0; i < 60; i++) root = (1 + root) ** (1 / (EVEN + 1));
  return Array.from({ length: EVEN }, (_, i) => root ** -(i + 1) % 1);
})();

/** The random numbers of light paths: the same for the same seed, pixel and path, whichever thread asks. */
export class Sampler {
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 0;
  private drawn = 0;
  private path = 0;
  private readonly shifts = new Float64Array(EVEN);
  private readonly seed: number;

  constructor(seed: number) {
    this.seed = seed;
  }

  /** Call at the beginning of each pixel, before its first path. */
  startPixel(pixel: number): void {
    this.scramble(pixel, 0x9e3779b9);
    for (let i = 0; i < EVEN; i++) this.shifts[i] = this.random();
  }

  /** @param path 0, 1, 2… within the pixel */
  startPath(pixel: number, path: number): void {
    this.scramble(pixel, path);
    this.path = path;
    this.drawn = 0;
  }

  /** In [0, 1). */
  next(): number {
    const dimension = this.drawn;
    if (dimension >= EVEN) return this.random();
    this.drawn = dimension + 1;
    return ((this.shifts[dimension] ?? 0) + (this.path + 1) * (STEPS[dimension] ?? 0)) % 1;
  }

  /** Small Fast Counter (Chris Doty-Humphrey, PractRand), 128 bits of state. */
  private random(): number {
    const sum = (this.a + this.b + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return (sum >>> 0) / 2 ** 32;
  }

  private scramble(pixel: number, path: number): void {
    this.a = this.seed | 0;
    this.b = pixel | 0;
    this.c = path | 0;
    this.d = 1;
    for (let i = 0; i < 12; i++) this.random();
  }
}

/** A unit vector, any direction as likely as any other. */
export function anyDirection(sampler: Sampler): Vec3 {
  const z = 1 - 2 * sampler.next();
  const r = Math.sqrt(Math.max(0, 1 - z * z));
  const angle = 2 * Math.PI * sampler.next();
  return [r * Math.cos(angle), r * Math.sin(angle), z];
}
