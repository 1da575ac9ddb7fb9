import type { Vector } from './light.ts';
import { createRay, type Ray, type Solid } from './solid.ts';

/** The same solid in another position: rays are turned into its own space and what they find is turned back. */
export function rotated(
  solid: Solid,
  { x: cx, y: cy, z: cz }: { readonly x: number; readonly y: number; readonly z: number },
  [a, b, c]: readonly [Vector, Vector, Vector],
): Solid {
  const local = createRay();
  const turnIn = (ray: Ray): void => {
    const qx = ray.ox - cx;
    const qy = ray.oy - cy;
    const qz = ray.oz - cz;
    local.ox = cx + qx * a[0] + qy * a[1] + qz * a[2];
    local.oy = cy + qx * b[0] + qy * b[1] + qz * b[2];
    local.oz = cz + qx * c[0] + qy * c[1] + qz * c[2];
    local.dx = ray.dx * a[0] + ray.dy * a[1] + ray.dz * a[2];
    local.dy = ray.dx * b[0] + ray.dy * b[1] + ray.dz * b[2];
    local.dz = ray.dx * c[0] + ray.dy * c[1] + ray.dz * c[2];
  };
  const [x0, y0, z0, x1, y1, z1] = solid.bounds;
  const corners = [x0, x1].flatMap((x) =>
    [y0, y1].flatMap((y) => [z0, z1].map((z) => [x - cx, y - cy, z - cz] as const)),
  );
  const places = corners.map(([x, y, z]) => [
    cx + x * a[0] + y * b[0] + z * c[0],
    cy + x * a[1] + y * b[1] + z * c[1],
    cz + x * a[2] + y * b[2] + z * c[2],
  ]);
  const low = (axis: number): number => Math.min(...places.map((place) => place[axis]!));
  const high = (axis: number): number => Math.max(...places.map((place) => place[axis]!));
  return {
    ...solid,
    bounds: [low(0), low(1), low(2), high(0), high(1), high(2)],
    hit(ray) {
      turnIn(ray);
      local.t = ray.t;
      if (!solid.hit(local)) return false;
      const { nx, ny, nz } = local;
      ray.t = local.t;
      ray.nx = a[0] * nx + b[0] * ny + c[0] * nz;
      ray.ny = a[1] * nx + b[1] * ny + c[1] * nz;
      ray.nz = a[2] * nx + b[2] * ny + c[2] * nz;
      ray.u = local.u;
      ray.v = local.v;
      ray.materialIndex = local.materialIndex;
      return true;
    },
    occludes(ray, limit) {
      turnIn(ray);
      return solid.occludes(local, limit);
    },
  };
}
