import type { Camera } from './camera.ts';
import type { Casters } from './casters.ts';
import type { Environment } from './environment.ts';
import type { Lights } from './light.ts';
import { aimRay, type Ray, type Solid } from './solid.ts';

/** Things in a painted room. */
export interface TracedScene {
  readonly camera: Camera;
  readonly lights: Lights;
  readonly solids: readonly Solid[];
  readonly casters: Casters;
  readonly environment: Environment;
}

/** How much of the lamps and of the light from everywhere reaches a place, 0–1. */
export interface Visibility {
  key: number;
  second: number;
  sky: number;
}

/** The solid that the ray meets first. Those whose sphere it misses are not asked. */
export function nearestSolid(casters: Casters, ray: Ray): Solid | undefined {
  const { solids, x, y, z, radius } = casters;
  let found: Solid | undefined;
  for (let i = 0; i < solids.length; i++) {
    const cx = x[i]! - ray.ox;
    const cy = y[i]! - ray.oy;
    const cz = z[i]! - ray.oz;
    const ahead = cx * ray.dx + cy * ray.dy + cz * ray.dz;
    const round = radius[i]!;
    if (ahead < -round || ahead - round > ray.t) continue;
    if (cx * cx + cy * cy + cz * cz - ahead * ahead > round * round) continue;
    if (solids[i]!.hit(ray)) found = solids[i];
  }
  return found;
}

/** Sends the ray from the lens through a place of the picture. */
export function aimThrough(camera: Camera, ray: Ray, column: number, row: number): void {
  const dx = (column - camera.centre) / camera.focal;
  const dy = (camera.eyeRow - row) / camera.focal;
  const length = Math.sqrt(dx * dx + dy * dy + 1);
  aimRay(ray, 0, camera.eyeHeight, 0, dx / length, dy / length, 1 / length);
}

/** A repeatable value 0–1 for each pixel, unlike its neighbours' (Jimenez, "interleaved gradient noise", 2014). */
export function interleavedNoise(column: number, row: number): number {
  const a = 0.06711056 * column + 0.00583715 * row;
  const b = 52.9829189 * (a - Math.floor(a));
  return b - Math.floor(b);
}
