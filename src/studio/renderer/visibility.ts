import { lampVisibility, skyVisibility } from './light-visibility.ts';
import { createRay, type Ray, type Solid } from './solid.ts';
import type { TracedScene, Visibility } from './traced-scene.ts';

const ray = createRay();

/**
 * Works out how much light reaches the surface that `at` has met, into `shares`: soft shadows of the lamps, and of
 * the light from everywhere.
 *
 * @param turn turns the points that are asked, 0–1
 */
export function traceVisibility(
  scene: TracedScene,
  solid: Solid,
  at: Ray,
  turn: number,
  visibility: Visibility,
): void {
  const { lights, casters } = scene;
  const { nx, ny, nz, t } = at;
  ray.ox = at.ox + at.dx * t + nx * 2e-3;
  ray.oy = at.oy + at.dy * t + ny * 2e-3;
  ray.oz = at.oz + at.dz * t + nz * 2e-3;
  visibility.key = facing(lights.key.at, nx, ny, nz)
    ? lampVisibility(ray, lights.key, casters, turn, solid)
    : 0;
  visibility.second =
    lights.second !== undefined && facing(lights.second.at, nx, ny, nz)
      ? lampVisibility(ray, lights.second, casters, turn, solid)
      : 0;
  visibility.sky = skyVisibility(ray, nx, ny, nz, casters, turn, solid);
  if (solid.openness !== undefined) visibility.sky *= solid.openness(ray.ox, ray.oy, ray.oz);
}

/** As traceVisibility, roughly: for what is seen in glass or mirrored, where corners and faint shadows do not show. */
export function estimateVisibility(scene: TracedScene, solid: Solid, at: Ray, visibility: Visibility): void {
  const { lights, casters } = scene;
  const { nx, ny, nz, t } = at;
  ray.ox = at.ox + at.dx * t + nx * 2e-3;
  ray.oy = at.oy + at.dy * t + ny * 2e-3;
  ray.oz = at.oz + at.dz * t + nz * 2e-3;
  visibility.key = facing(lights.key.at, nx, ny, nz)
    ? lampVisibility(ray, lights.key, casters, 0, solid, false)
    : 0;
  visibility.second = 1;
  visibility.sky = solid.openness === undefined ? 0.86 : 0.86 * solid.openness(ray.ox, ray.oy, ray.oz);
}

function facing(lamp: readonly [number, number, number], nx: number, ny: number, nz: number): boolean {
  // Translucent materials are lit a little beyond the edge of the shade.
  return (lamp[0] - ray.ox) * nx + (lamp[1] - ray.oy) * ny + (lamp[2] - ray.oz) * nz > -8;
}
