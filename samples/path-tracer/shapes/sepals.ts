import { createNoise } from '../../../src/imaging/noise.ts';
import { seededRandom } from '../../../src/imaging/random.ts';
import { join, type Mesh, weave } from '../mesh.ts';
import type { ShapeOf } from '../scene-file.ts';
import { mix, scale, type Vec3 } from '../vector.ts';
import { ball } from './ball.ts';

const GREEN: Vec3 = [0.13, 0.3, 0.035];
const LIGHT_GREEN: Vec3 = [0.36, 0.5, 0.12];

/** The star of narrow leaves on a berry's top, and a stub of its stem. */
export function sepals({ width, length, sepals: count, seed }: ShapeOf<'strawberry'>): Mesh {
  const random = seededRandom(seed + 77);
  const noise = createNoise(seed + 77);
  const top = length * 0.475;
  const blades = Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * (i + 0.35 * random())) / count;
    const reach = width * (0.4 + 0.16 * random());
    const broad = width * (0.1 + 0.04 * random());
    const lift = 0.1 + 0.5 * random();
    const curl = 0.9 + 0.9 * random();
    return weave({ columns: 13, rows: 26 }, (column, row) => {
      const v = row / 25;
      const u = column / 6 - 1;
      const half = broad * Math.sin(Math.PI * (0.16 + 0.84 * v) ** 0.8) ** 0.8;
      const out = reach * v;
      const bow = Math.sin(v * Math.PI * 0.5);
      const y =
        top +
        width * (0.22 * lift * bow - 0.22 * curl * v * v + 0.05 * u * u * (1 - v)) +
        width * 0.02 * noise.fbm2(v * 3 + i * 9, u, 2);
      const aside = u * half;
      const tone = 0.8 + 0.4 * noise.fbm2(u * 2 + i * 5, v * 4, 2);
      const rib = Math.max(0, 1 - Math.abs(u) * 5);
      return {
        at: [
          out * Math.cos(angle) - aside * Math.sin(angle),
          y,
          out * Math.sin(angle) + aside * Math.cos(angle),
        ],
        colour: scale(mix(GREEN, LIGHT_GREEN, 0.5 * rib + 0.5 * (1 - v) ** 2), tone),
      };
    });
  });
  const stem = ball(16, 12, ([x, y, z]) => ({
    // Cut off square, and thinner in the middle.
    at: [
      x * width * (0.02 + 0.014 * y * y) + width * 0.05 * (y + 1) ** 2 * 0.3,
      top + width * 0.11 * Math.max(-1, Math.min(0.9, y * 1.5)),
      z * width * (0.02 + 0.014 * y * y),
    ],
    colour: mix(GREEN, LIGHT_GREEN, 0.6 - 0.3 * y),
  }));
  return join([...blades, stem]);
}
