import { createNoise } from '../../src/imaging/noise.ts';
import type { Cloud } from './scene-file.ts';
import { smoothstep, type Vec3 } from './vector.ts';

const CELL = 0.06;

/**
 * What floats in a drink: at each place, the share of light that goes on after meeting a particle. Worked out once on a
 * grid, since every path asks for it.
 */
export class CloudField {
  /** Particles met per centimetre. */
  readonly perCm: number;
  /** Encloses the grid: lowest corner and highest corner. */
  readonly box: readonly [Vec3, Vec3];
  private readonly side: number;
  private readonly levels: number;
  private readonly radius: number;
  private readonly bottom: number;
  private readonly albedo: Float32Array;

  constructor(cloud: Cloud) {
    const { layers, radius } = cloud;
    this.perCm = cloud.perCm;
    this.radius = radius;
    this.bottom = layers[0]!.y;
    const top = layers[layers.length - 1]!.y;
    this.box = [
      [-radius, this.bottom, -radius],
      [radius, top, radius],
    ];
    this.side = Math.ceil((2 * radius) / CELL);
    this.levels = Math.ceil((top - this.bottom) / CELL);
    this.albedo = new Float32Array(this.side * this.side * this.levels * 3);
    const reflectance = stirredLayers(cloud);
    let to = 0;
    for (let level = 0; level < this.levels; level++) {
      const y = this.bottom + (level + 0.5) * CELL;
      for (let row = 0; row < this.side; row++) {
        for (let column = 0; column < this.side; column++) {
          const x = (column + 0.5) * CELL - radius;
          const z = (row + 0.5) * CELL - radius;
          const inside = x * x + z * z < (radius + CELL) ** 2;
          if (inside) this.albedo.set(reflectance(x, y, z).map(particleAlbedo), to);
          to += 3;
        }
      }
    }
  }

  /** The share in red, green and blue. Places outside the grid count as at its edge. */
  at([x, y, z]: Vec3): Vec3 {
    const { side, levels, radius, albedo } = this;
    const column = clamp(((x + radius) / CELL) | 0, side);
    const row = clamp(((z + radius) / CELL) | 0, side);
    const level = clamp(((y - this.bottom) / CELL) | 0, levels);
    const from = ((level * side + row) * side + column) * 3;
    return [albedo[from]!, albedo[from + 1]!, albedo[from + 2]!];
  }
}

const clamp = (i: number, size: number): number => (i < 0 ? 0 : i >= size ? size - 1 : i);

/**
 * Single-scattering albedo of a deep medium that looks of colour `reflectance` (Kulla and Conty, "Revisiting
 * Physically Based Shading at Imageworks", SIGGRAPH 2017).
 */
function particleAlbedo(reflectance: number): number {
  const s =
    4.09712 + 4.20863 * reflectance - Math.sqrt(9.59217 + 41.6808 * reflectance + 17.7126 * reflectance ** 2);
  return Math.min(0.9995, Math.max(0, 1 - s * s));
}

/** Layers by height, where the height is stirred by noise: broad waves, and streaks that one colour draws up into the next. */
function stirredLayers({ layers, swirl }: Cloud): (x: number, y: number, z: number) => Vec3 {
  const noise = createNoise(swirl.seed);
  const [sx, sy, sz] = swirl.size;
  return (x, y, z) => {
    const [u, v, w] = [x / sx, y / sy, z / sz];
    const bend = noise.fbm3(u * 0.6 + 7, v * 0.6, w * 0.6, 2);
    const wave = noise.fbm3(u + bend, v * 0.7 + 3 + bend * 0.8, w - bend, 4);
    const thread = noise.fbm3(u * 2.3 + wave * 1.6, v * 0.8 + bend * 2, w * 2.3 - wave, 3);
    const height = y - swirl.height * (wave + 0.7 * thread * smoothstep(-0.5, 0.3, wave));
    let upper = 1;
    while (upper + 1 < layers.length && layers[upper]!.y < height) upper++;
    const a = layers[upper - 1]!;
    const b = layers[upper]!;
    const share = smoothstep(a.y, b.y, height);
    return [0, 1, 2].map((i) => a.colour[i]! + (b.colour[i]! - a.colour[i]!) * share) as [
      number,
      number,
      number,
    ];
  };
}
