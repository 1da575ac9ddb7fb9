import { seededRandom } from '../../../src/imaging/random.ts';
import { join, type Mesh } from '../mesh.ts';
import type { ShapeOf } from '../scene-file.ts';
import { ball } from './ball.ts';

/** Dew on the outside of a round wall about the y axis: many small drops, few large ones, none in another. */
export function drops({ from, to, count, radius, seed }: ShapeOf<'drops'>): Mesh {
  const random = seededRandom(seed);
  const lean = Math.atan2(to.r - from.r, to.y - from.y);
  const placed: { angle: number; y: number; r: number; size: number }[] = [];
  for (let tries = 0; placed.length < count && tries < count * 30; tries++) {
    const share = random();
    const size = radius[0] * (radius[1] / radius[0]) ** (random() ** 2.2);
    const drop = {
      angle: random() * 2 * Math.PI,
      y: from.y + (to.y - from.y) * share,
      r: from.r + (to.r - from.r) * share,
      size,
    };
    const apart = placed.every((other) => {
      const turn = Math.abs(((drop.angle - other.angle + 3 * Math.PI) % (2 * Math.PI)) - Math.PI);
      return Math.hypot(turn * drop.r, drop.y - other.y) > (size + other.size) * 1.1;
    });
    if (apart) placed.push(drop);
  }
  return join(
    placed.map(({ angle, y, r, size }) => {
      const flat = 0.42 + 0.12 * random();
      const sag = 0.15 + 0.2 * random();
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const [cl, sl] = [Math.cos(lean), Math.sin(lean)];
      return ball(10, 13, ([a, b, o]) => {
        // b runs up the wall, o out of it; the drop hangs: fuller below.
        const out = size * flat * o * (1 - sag * b);
        const up = size * b * (1.05 + 0.1 * sag);
        const radial = r + out * cl + up * sl;
        const aside = -size * a;
        return { at: [radial * c - aside * s, y + up * cl - out * sl, radial * s + aside * c] };
      });
    }),
  );
}
