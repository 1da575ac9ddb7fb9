import { smoothstep } from '../../imaging/smoothstep.ts';
import { NEAR, type Ray, type Solid, type SolidMaterial } from './solid.ts';

/** Half width and half depth of an oval at a height, decimetres. */
interface Section {
  readonly y: number;
  readonly x: number;
  readonly z: number;
  /** Index of the material from here up; 0 unless said otherwise. */
  readonly material?: number;
}

export interface LoftOptions {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** From the foot to the top, at least two; the ends are closed. */
  readonly sections: readonly Section[];
  readonly materials: readonly SolidMaterial[];
  /** How square the ovals are: 2 = ellipses, 4 and more = boxes with round corners. */
  readonly power?: number;
}

/** Steps taken along a ray, then halvings of the step in which it enters. */
const STEPS = 40;
const HALVINGS = 12;

/** A surface drawn over upright ovals: tubes, pouches, flat flasks. Found by walking along the ray. */
export function loft({ x: cx, y: cy, z: cz, sections, materials, power = 2 }: LoftOptions): Solid {
  const bottom = sections[0]!.y;
  const top = sections.at(-1)!.y;
  const wide = Math.max(...sections.map((section) => section.x));
  const deep = Math.max(...sections.map((section) => section.z));
  const half = { x: 0, z: 0, material: 0, slopeX: 0, slopeZ: 0 };
  const at = (y: number): void => {
    let i = 0;
    while (i < sections.length - 2 && y > sections[i + 1]!.y) i++;
    const from = sections[i]!;
    const to = sections[i + 1]!;
    const rise = to.y - from.y;
    const t = Math.min(1, Math.max(0, (y - from.y) / rise));
    // Between sections the outline runs smoothly.
    const s = smoothstep(t);
    const mix = 0.5 * (t + s);
    half.x = from.x + (to.x - from.x) * mix;
    half.z = from.z + (to.z - from.z) * mix;
    const steep = (0.5 + 3 * t * (1 - t)) / rise;
    half.slopeX = (to.x - from.x) * steep;
    half.slopeZ = (to.z - from.z) * steep;
    half.material = from.material ?? 0;
  };
  /** Below 1 inside, above 1 outside. */
  const level = (x: number, y: number, z: number): number => {
    at(y);
    return Math.abs(x / half.x) ** power + Math.abs(z / half.z) ** power;
  };
  const enter = (ray: Ray, limit: number): number => {
    const ox = ray.ox - cx;
    const oy = ray.oy - cy;
    const oz = ray.oz - cz;
    let near = NEAR * 10;
    let far = limit;
    for (let axis = 0; axis < 3; axis++) {
      const o = axis === 0 ? ox : axis === 1 ? oy : oz;
      const d = axis === 0 ? ray.dx : axis === 1 ? ray.dy : ray.dz;
      const low = axis === 0 ? -wide : axis === 1 ? bottom : -deep;
      const high = axis === 0 ? wide : axis === 1 ? top : deep;
      if (Math.abs(d) < 1e-12) {
        if (o < low || o > high) return Number.POSITIVE_INFINITY;
        continue;
      }
      const p = (low - o) / d;
      const q = (high - o) / d;
      near = Math.max(near, Math.min(p, q));
      far = Math.min(far, Math.max(p, q));
    }
    if (near >= far) return Number.POSITIVE_INFINITY;
    if (level(ox + ray.dx * near, oy + ray.dy * near, oz + ray.dz * near) < 1) {
      // In through the flat top or bottom, or from inside.
      return near > NEAR * 10 ? near : Number.POSITIVE_INFINITY;
    }
    const step = (far - near) / STEPS;
    for (let i = 1; i <= STEPS; i++) {
      let t = near + step * i;
      if (level(ox + ray.dx * t, oy + ray.dy * t, oz + ray.dz * t) >= 1) continue;
      let before = t - step;
      for (let k = 0; k < HALVINGS; k++) {
        const middle = 0.5 * (before + t);
        if (level(ox + ray.dx * middle, oy + ray.dy * middle, oz + ray.dz * middle) < 1) t = middle;
        else before = middle;
      }
      return t;
    }
    return Number.POSITIVE_INFINITY;
  };
  return {
    bounds: [cx - wide, cy + bottom, cz - deep, cx + wide, cy + top, cz + deep],
    materials,
    selfShadows: false,
    hit(ray) {
      const t = enter(ray, ray.t);
      if (t >= ray.t) return false;
      ray.t = t;
      const x = ray.ox + ray.dx * t - cx;
      const y = ray.oy + ray.dy * t - cy;
      const z = ray.oz + ray.dz * t - cz;
      const inside = level(x, y, z);
      ray.materialIndex = half.material;
      ray.v = y;
      if (inside < 0.99 && (y > top - 1e-4 || y < bottom + 1e-4)) {
        ray.nx = 0;
        ray.ny = y > (top + bottom) / 2 ? 1 : -1;
        ray.nz = 0;
        ray.u = x;
        return true;
      }
      const gx = (Math.abs(x / half.x) ** (power - 1) * Math.sign(x)) / half.x;
      const gz = (Math.abs(z / half.z) ** (power - 1) * Math.sign(z)) / half.z;
      const gy = -(gx * x * half.slopeX) / half.x - (gz * z * half.slopeZ) / half.z;
      const size = Math.sqrt(gx * gx + gy * gy + gz * gz);
      ray.nx = gx / size;
      ray.ny = gy / size;
      ray.nz = gz / size;
      ray.u = x;
      return true;
    },
    occludes: (ray, limit) => enter(ray, limit) < limit,
  };
}
