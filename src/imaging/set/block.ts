import { NEAR, type Ray, type Skin, type Solid } from './solid.ts';

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
  /** Width of the worn edge, decimetres. */
  readonly bevel?: number;
  readonly skin: Skin;
}

/** An upright box. Its outline is sharp; its edges are worn, which shows as a line of light along them. */
export function block(options: BlockOptions): Solid {
  const { x: cx, y: cy, z: cz, width, height, depth } = options;
  const turn = options.turn ?? 0;
  const bevel = options.bevel ?? 0.03;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const hx = width / 2;
  const hz = depth / 2;
  const reachX = Math.abs(cos) * hx + Math.abs(sin) * hz;
  const reachZ = Math.abs(sin) * hx + Math.abs(cos) * hz;

  let axis = 0;
  let side = 1;
  const enter = (ray: Ray, limit: number): number => {
    const rx = ray.ox - cx;
    const rz = ray.oz - cz;
    const ox = rx * cos - rz * sin;
    const oz = rx * sin + rz * cos;
    const oy = ray.oy - cy;
    const dx = ray.dx * cos - ray.dz * sin;
    const dz = ray.dx * sin + ray.dz * cos;
    const { dy } = ray;
    let first = NEAR;
    let last = limit;
    axis = -1;
    for (let i = 0; i < 3; i++) {
      const o = i === 0 ? ox : i === 1 ? oy : oz;
      const d = i === 0 ? dx : i === 1 ? dy : dz;
      const from = i === 0 ? -hx : i === 1 ? 0 : -hz;
      const to = i === 0 ? hx : i === 1 ? height : hz;
      if (Math.abs(d) < 1e-12) {
        if (o < from || o > to) return Number.POSITIVE_INFINITY;
        continue;
      }
      const a = (from - o) / d;
      const b = (to - o) / d;
      const near = Math.min(a, b);
      const far = Math.max(a, b);
      if (near > first) {
        first = near;
        axis = i;
        side = d > 0 ? -1 : 1;
      }
      if (far < last) last = far;
      if (first > last) return Number.POSITIVE_INFINITY;
    }
    return axis < 0 ? Number.POSITIVE_INFINITY : first;
  };

  return {
    bounds: [cx - reachX, cy, cz - reachZ, cx + reachX, cy + height, cz + reachZ],
    skins: [options.skin],
    hollow: false,
    hit(ray) {
      const t = enter(ray, ray.t);
      if (t >= ray.t) return false;
      ray.t = t;
      const rx = ray.ox + ray.dx * t - cx;
      const rz = ray.oz + ray.dz * t - cz;
      const x = rx * cos - rz * sin;
      const z = rx * sin + rz * cos;
      const y = ray.oy + ray.dy * t - cy;
      let nx = axis === 0 ? side : edge(x, -hx, hx, bevel);
      let ny = axis === 1 ? side : edge(y, 0, height, bevel);
      let nz = axis === 2 ? side : edge(z, -hz, hz, bevel);
      const size = Math.sqrt(nx * nx + ny * ny + nz * nz);
      nx /= size;
      ny /= size;
      nz /= size;
      ray.nx = nx * cos + nz * sin;
      ray.ny = ny;
      ray.nz = nz * cos - nx * sin;
      ray.u = axis === 0 ? z : x;
      ray.v = axis === 1 ? z : y;
      ray.part = 0;
      return true;
    },
    blocks: (ray, limit) => enter(ray, limit) < limit,
  };
}

/** How far a normal leans outwards near the end of a side. */
function edge(at: number, from: number, to: number, bevel: number): number {
  const low = (from + bevel - at) / bevel;
  if (low > 0) return -low * low * 0.9;
  const high = (at - to + bevel) / bevel;
  return high > 0 ? high * high * 0.9 : 0;
}
