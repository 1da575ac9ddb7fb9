import { createNoise } from '../../../src/imaging/noise.ts';
import { seededRandom } from '../../../src/imaging/random.ts';
import { join, type Mesh } from '../mesh.ts';
import type { ShapeOf } from '../scene-file.ts';
import { add, cross, mix, normalize, scale, smoothstep, type Vec3 } from '../vector.ts';
import { ball } from './ball.ts';

const DOUGH: Vec3 = [0.72, 0.43, 0.18];
const BAKED: Vec3 = [0.38, 0.13, 0.035];
const CRUMB: Vec3 = [0.83, 0.58, 0.3];
const TOASTED: Vec3 = [0.52, 0.24, 0.08];

/** Sizes of crumbs in centimetres, from the first to the second, and how many of the third there are. */
const CRUMBS = [
  { from: 0.4, to: 0.85, share: 0.09, rows: 20, columns: 24 },
  { from: 0.2, to: 0.42, share: 0.31, rows: 12, columns: 15 },
  { from: 0.07, to: 0.2, share: 0.6, rows: 7, columns: 9 },
] as const;

/**
 * A round bun that stands on y = 0, its top covered with baked crumbs of all sizes. The crust is dense on top and
 * breaks up towards the rim, where the bread beneath is seen.
 */
export function bun({ width, height, crumbs, seed }: ShapeOf<'bun'>): Mesh {
  const noise = createNoise(seed);
  const random = seededRandom(seed);
  const surface = (direction: Vec3): Vec3 => {
    const [x, y, z] = direction;
    const lump = 1 + 0.05 * noise.fbm3(x * 1.1, y * 1.1 + 5, z * 1.1, 3);
    // Flat below, and widest low down.
    const up = y > 0 ? y * 0.78 : Math.max(-0.22, y * 0.6);
    return [x * (width / 2) * lump, (up + 0.22) * height * (y > 0 ? lump : 1), z * (width / 2) * lump];
  };
  // Where the crust is whole: 1 on top, torn by cracks, 0 at the rim.
  const crust = ([x, y, z]: Vec3): number => {
    const tear = noise.fbm3(x * 2.2, y * 2.2, z * 2.2 + 9, 3);
    const crack = Math.abs(noise.fbm3(x * 1.7 + 4, y * 1.7, z * 1.7, 2));
    return smoothstep(0.12, 0.36, y + 0.3 * tear) * smoothstep(0.015, 0.09, crack);
  };
  const bread = ball(240, 380, (direction) => {
    const at = surface(direction);
    const whole = crust(direction);
    const brown = smoothstep(0.02, 0.3, at[1] / height + 0.08 * noise.fbm3(...scale(at, 0.7), 3));
    const fine = noise.fbm3(...scale(at, 4), 4);
    const skin = mix(DOUGH, BAKED, 0.15 + 0.6 * brown + 0.12 * fine);
    const sandy = mix(CRUMB, TOASTED, 0.45 + 0.5 * fine);
    const out = whole * (0.1 + 0.1 * fine) + 0.012 * fine;
    return { at: add(at, scale(direction, out)), colour: mix(skin, scale(sandy, 0.9), whole) };
  });
  const parts = [bread];
  for (const { from, to, share, rows, columns } of CRUMBS) {
    for (let i = 0; i < crumbs * share; i++) {
      // Even over the top, fewer where the side begins.
      const y = 1 - random() * 0.98;
      const angle = random() * 2 * Math.PI;
      const r = Math.sqrt(1 - y * y);
      const direction: Vec3 = [r * Math.cos(angle), y, r * Math.sin(angle)];
      const kept = 0.04 + 0.96 * crust(direction);
      const size = from + (to - from) * random() ** 1.8;
      const crumbSeed = random() * 100;
      if (random() > kept) continue;
      parts.push(crumb(surface(direction), direction, { size, seed: crumbSeed, rows, columns, noise }));
    }
  }
  return join(parts);
}

interface Crumb {
  readonly size: number;
  readonly seed: number;
  readonly rows: number;
  readonly columns: number;
  readonly noise: ReturnType<typeof createNoise>;
}

/** A craggy lump that sits half in the crust, flatter than wide; its high side has browned. */
function crumb(at: Vec3, outward: Vec3, { size, seed, rows, columns, noise }: Crumb): Mesh {
  const u = normalize(cross(outward, [0.3, 0.1, 0.9]));
  const v = cross(outward, u);
  const tone = 0.85 + 0.3 * noise.value2(seed, 3);
  const baked = 0.45 + 0.5 * noise.fbm3(...scale(at, 0.55), 2) + 0.3 * noise.value2(seed, 8);
  return ball(rows, columns, (direction) => {
    const [x, y, z] = direction;
    const broken = Math.abs(noise.fbm3(x * 0.6 + seed, y * 0.6, z * 0.6 + 7, 2));
    const craggy = 1.1 + 0.55 * noise.fbm3(x * 0.8 + seed, y * 0.8, z * 0.8, 4) - 0.5 * broken;
    const reach = (size / 2) * craggy;
    const offset = add(
      add(scale(u, x * reach * 1.1), scale(v, z * reach * 1.1)),
      scale(outward, (y * 0.62 + 0.18) * reach),
    );
    const high = smoothstep(-0.2, 1, y * craggy);
    const speck = 1 + 0.18 * noise.fbm3(x * 5 + seed, y * 5, z * 5, 2);
    const brown = Math.max(0, Math.min(1, baked * high + 0.08));
    return { at: add(at, offset), colour: scale(mix(CRUMB, TOASTED, brown), tone * speck) };
  });
}
