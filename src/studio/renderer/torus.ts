import type { Vector } from './light.ts';
import { NEAR, type Ray, type Solid, type SolidMaterial } from './solid.ts';

export interface TorusOptions {
  readonly at: Vector;
  /** Axes as unit vectors: in its plane, square to its plane, in its plane. */
  readonly axes: readonly [Vector, Vector, Vector];
  /** Of the line through the middle of the tube, along the first and the third axis. */
  readonly radius: readonly [number, number];
  /** Half thickness of the tube: in the plane, and square to it. */
  readonly tube: readonly [number, number];
  readonly material: SolidMaterial;
}

const STEPS = 64;

/** A torus, round or oval: handles, doughnuts, finger rings. Found by walking along the ray (Hart, 1996). */
export function torus({ at, axes, radius, tube, material }: TorusOptions): Solid {
  const [a, b, c] = axes;
  const [ra, rc] = radius;
  const [thick, high] = tube;
  const squash = high / thick;
  const outer = Math.max(ra, rc) + Math.max(thick, high);
  const oval = rc / ra;
  // The distance below is exact for a round ring and at most this much too long for an oval or flat one.
  const careful = 0.9 * Math.min(1, oval, 1 / oval, squash, 1 / squash);
  const distance = (x: number, y: number, z: number): number => {
    const flat = Math.sqrt(x * x + (z / oval) * (z / oval)) - ra;
    return Math.sqrt(flat * flat + (y / squash) * (y / squash)) - thick;
  };
  const local = { ox: 0, oy: 0, oz: 0, dx: 0, dy: 0, dz: 0 };
  const enter = (ray: Ray, limit: number): number => {
    const qx = ray.ox - at[0];
    const qy = ray.oy - at[1];
    const qz = ray.oz - at[2];
    const ahead = -(qx * ray.dx + qy * ray.dy + qz * ray.dz);
    const near = qx * qx + qy * qy + qz * qz - ahead * ahead;
    if (near > outer * outer) return Number.POSITIVE_INFINITY;
    const half = Math.sqrt(outer * outer - near);
    local.ox = qx * a[0] + qy * a[1] + qz * a[2];
    local.oy = qx * b[0] + qy * b[1] + qz * b[2];
    local.oz = qx * c[0] + qy * c[1] + qz * c[2];
    local.dx = ray.dx * a[0] + ray.dy * a[1] + ray.dz * a[2];
    local.dy = ray.dx * b[0] + ray.dy * b[1] + ray.dz * b[2];
    local.dz = ray.dx * c[0] + ray.dy * c[1] + ray.dz * c[2];
    let t = Math.max(20 * NEAR, ahead - half);
    const end = Math.min(limit, ahead + half);
    for (let step = 0; step < STEPS && t < end; step++) {
      const d = distance(local.ox + local.dx * t, local.oy + local.dy * t, local.oz + local.dz * t);
      if (d < 4e-4) return t;
      t += Math.max(4e-4, d * careful);
    }
    return Number.POSITIVE_INFINITY;
  };
  const reach = (axis: 0 | 1 | 2): number =>
    Math.abs(a[axis]) * (ra + thick) + Math.abs(b[axis]) * high + Math.abs(c[axis]) * (rc + thick * oval);
  return {
    bounds: [
      at[0] - reach(0),
      at[1] - reach(1),
      at[2] - reach(2),
      at[0] + reach(0),
      at[1] + reach(1),
      at[2] + reach(2),
    ],
    materials: [material],
    selfShadows: true,
    hit(ray) {
      const t = enter(ray, ray.t);
      if (t >= ray.t) return false;
      ray.t = t;
      const x = local.ox + local.dx * t;
      const y = local.oy + local.dy * t;
      const z = local.oz + local.dz * t;
      const away = Math.sqrt(x * x + (z / oval) * (z / oval));
      const flat = away - ra;
      const gx = (flat * x) / away;
      const gy = y / (squash * squash);
      const gz = (flat * z) / (away * oval * oval);
      const size = Math.sqrt(gx * gx + gy * gy + gz * gz);
      ray.nx = (a[0] * gx + b[0] * gy + c[0] * gz) / size;
      ray.ny = (a[1] * gx + b[1] * gy + c[1] * gz) / size;
      ray.nz = (a[2] * gx + b[2] * gy + c[2] * gz) / size;
      ray.u = Math.atan2(x, z) * ra;
      ray.v = Math.atan2(y, flat) * thick;
      ray.materialIndex = 0;
      return true;
    },
    occludes: (ray, limit) => enter(ray, limit) < limit,
  };
}
