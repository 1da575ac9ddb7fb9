import { createNoise, type Noise } from '../../src/imaging/noise.ts';
import { labelPattern } from './label.ts';
import type { Bump, Pattern } from './scene-file.ts';
import { dot, mix, normalize, smoothstep, type Vec3 } from './vector.ts';

/** The colour at a place whose surface looks along `normal`, given the plain colour. */
export type Colouring = (at: Vec3, normal: Vec3, plain: Vec3) => Vec3;

export function colouring(pattern: Pattern): Colouring {
  switch (pattern.kind) {
    case 'wood':
      return wood(pattern.dark, pattern.size, createNoise(pattern.seed));
    case 'plaster':
      return plaster(pattern.dark, pattern.size, createNoise(pattern.seed));
    case 'label':
      return labelPattern(pattern);
  }
}

/** Long grain along x: slow bands of growth, and fine fibres. */
function wood(dark: Vec3, size: number, noise: Noise): Colouring {
  return ([x, y, z], _, plain) => {
    const [u, v, w] = [x / (size * 14), y / size, z / size];
    const drift = noise.fbm3(u * 0.7, v * 0.2, w * 0.12, 3) * 3.2;
    const bands = 0.5 + 0.5 * Math.sin((w * 0.55 + drift) * 2 * Math.PI);
    const fibre = noise.fbm3(u * 5, v * 6, w * 6, 3);
    const pores = smoothstep(0.35, 0.75, noise.value3(u * 9, v * 16, w * 16));
    return mix(plain, dark, Math.max(0, Math.min(1, 0.3 * bands ** 2 + 0.22 * fibre + 0.2 * pores + 0.08)));
  };
}

/** Faint clouds, as on a painted wall. */
function plaster(dark: Vec3, size: number, noise: Noise): Colouring {
  return ([x, y, z], _, plain) => mix(plain, dark, 0.5 + 0.5 * noise.fbm3(x / size, y / size, z / size, 5));
}

/** Leans a normal as hills on the surface would. */
export function bumping({ height, size, seed }: Bump): (at: Vec3, normal: Vec3) => Vec3 {
  const noise = createNoise(seed);
  const step = 0.05;
  return ([x, y, z], normal) => {
    const [u, v, w] = [x / size, y / size, z / size];
    const here = noise.fbm3(u, v, w, 2);
    const slope: Vec3 = [
      noise.fbm3(u + step, v, w, 2) - here,
      noise.fbm3(u, v + step, w, 2) - here,
      noise.fbm3(u, v, w + step, 2) - here,
    ];
    const by = height / size / step;
    const across = dot(slope, normal);
    return normalize([
      normal[0] - by * (slope[0] - across * normal[0]),
      normal[1] - by * (slope[1] - across * normal[1]),
      normal[2] - by * (slope[2] - across * normal[2]),
    ]);
  };
}
