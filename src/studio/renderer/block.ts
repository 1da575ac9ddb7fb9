import type { Vector } from './light.ts';
import { NEAR, type Ray, type Solid, type SolidMaterial } from './solid.ts';

export interface BlockOptions {
  /** Middle of its foot, decimetres. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** Radians about the upright. */
  readonly turn?: number;
  /** For one that lies aslant: its axes as unit vectors, across, up its height, into the picture. */
  readonly axes?: readonly [Vector, Vector, Vector];
  /** Width of the worn edge, decimetres. */
  readonly bevel?: number;
  readonly material: SolidMaterial;
  /** Materials of the left and right sides, and of top and bottom, where they differ from front and back. */
  readonly others?: readonly [sides: SolidMaterial, ends: SolidMaterial];
}

/** A box in any position. Its outline is sharp; its edges are worn, which shows as a line of light along them. */
export function block(options: BlockOptions): Solid {
  const { x: cx, y: cy, z: cz, width, height, depth } = options;
  const at = [cx, cy, cz] as const;
  const materials = options.others === undefined ? [options.material] : [options.material, ...options.others];
  const bevel = options.bevel ?? 0.03;
  const [a, b, c] = options.axes ?? turned(options.turn ?? 0);
  const hx = width / 2;
  const hz = depth / 2;

  let axis = 0;
  let side = 1;
  const local = { x: 0, y: 0, z: 0, dx: 0, dy: 0, dz: 0 };
  // In typed memory, for a number that a function returns is made anew each time.
  const distance = new Float64Array(1);
  const enter = (ray: Ray, limit: number): boolean => {
    const qx = ray.ox - at[0];
    const qy = ray.oy - at[1];
    const qz = ray.oz - at[2];
    local.x = qx * a[0] + qy * a[1] + qz * a[2];
    local.y = qx * b[0] + qy * b[1] + qz * b[2];
    local.z = qx * c[0] + qy * c[1] + qz * c[2];
    local.dx = ray.dx * a[0] + ray.dy * a[1] + ray.dz * a[2];
    local.dy = ray.dx * b[0] + ray.dy * b[1] + ray.dz * b[2];
    local.dz = ray.dx * c[0] + ray.dy * c[1] + ray.dz * c[2];
    let first = Number.NEGATIVE_INFINITY;
    let last = Number.POSITIVE_INFINITY;
    let firstAxis = 0;
    let lastAxis = 0;
    for (let i = 0; i < 3; i++) {
      const o = i === 0 ? local.x : i === 1 ? local.y : local.z;
      const d = i === 0 ? local.dx : i === 1 ? local.dy : local.dz;
      const from = i === 0 ? -hx : i === 1 ? 0 : -hz;
      const to = i === 0 ? hx : i === 1 ? height : hz;
      if (Math.abs(d) < 1e-12) {
        if (o < from || o > to) return false;
        continue;
      }
      const p = (from - o) / d;
      const q = (to - o) / d;
      if (Math.min(p, q) > first) {
        first = Math.min(p, q);
        firstAxis = i;
      }
      if (Math.max(p, q) < last) {
        last = Math.max(p, q);
        lastAxis = i;
      }
    }
    if (first > last || last < NEAR) return false;
    const outside = first >= NEAR;
    const t = outside ? first : last;
    if (t >= limit) return false;
    axis = outside ? firstAxis : lastAxis;
    const d = axis === 0 ? local.dx : axis === 1 ? local.dy : local.dz;
    side = d > 0 === outside ? -1 : 1;
    distance[0] = t;
    return true;
  };

  const reach = (i: 0 | 1 | 2): number => Math.abs(a[i]) * hx + Math.abs(c[i]) * hz;
  const low = (i: 0 | 1 | 2): number => at[i] - reach(i) + Math.min(0, b[i] * height);
  const high = (i: 0 | 1 | 2): number => at[i] + reach(i) + Math.max(0, b[i] * height);
  return {
    bounds: [low(0), low(1), low(2), high(0), high(1), high(2)],
    materials,
    selfShadows: false,
    hit(ray) {
      if (!enter(ray, ray.t)) return false;
      const t = distance[0]!;
      ray.t = t;
      const x = local.x + local.dx * t;
      const y = local.y + local.dy * t;
      const z = local.z + local.dz * t;
      const nx = axis === 0 ? side : edge(x, -hx, hx, bevel);
      const ny = axis === 1 ? side : edge(y, 0, height, bevel);
      const nz = axis === 2 ? side : edge(z, -hz, hz, bevel);
      const size = Math.sqrt(nx * nx + ny * ny + nz * nz);
      ray.nx = (a[0] * nx + b[0] * ny + c[0] * nz) / size;
      ray.ny = (a[1] * nx + b[1] * ny + c[1] * nz) / size;
      ray.nz = (a[2] * nx + b[2] * ny + c[2] * nz) / size;
      ray.u = axis === 0 ? z : x;
      ray.v = axis === 1 ? z : y;
      ray.materialIndex = materials.length === 1 ? 0 : axis === 2 ? 0 : axis === 0 ? 1 : 2;
      return true;
    },
    occludes: enter,
  };
}

/** Axes of an upright thing, turned about the upright by so many radians. */
function turned(radians: number): readonly [Vector, Vector, Vector] {
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  return [
    [cos, 0, -sin],
    [0, 1, 0],
    [sin, 0, cos],
  ];
}

/** How far a normal leans outwards near the end of a side. */
function edge(at: number, from: number, to: number, bevel: number): number {
  const low = (from + bevel - at) / bevel;
  if (low > 0) return -low * low * 0.9;
  const high = (at - to + bevel) / bevel;
  return high > 0 ? high * high * 0.9 : 0;
}
