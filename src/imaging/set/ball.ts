import { NEAR, type Ray, type Skin, type Solid } from './solid.ts';

export interface BallOptions {
  readonly x: number;
  /** Of its middle. */
  readonly y: number;
  readonly z: number;
  readonly radius: number;
  /** Squeezed or stretched upright; 1 = a sphere. */
  readonly tall?: number;
  readonly skin: Skin;
}

/** A sphere, or an upright ellipsoid. */
export function ball({ x: cx, y: cy, z: cz, radius, tall = 1, skin }: BallOptions): Solid {
  const flat = 1 / tall;
  const enter = (ray: Ray, limit: number): number => {
    const ox = ray.ox - cx;
    const oy = (ray.oy - cy) * flat;
    const oz = ray.oz - cz;
    const dy = ray.dy * flat;
    const a = ray.dx * ray.dx + dy * dy + ray.dz * ray.dz;
    const b = ox * ray.dx + oy * dy + oz * ray.dz;
    const root = b * b - a * (ox * ox + oy * oy + oz * oz - radius * radius);
    if (root < 0) return Number.POSITIVE_INFINITY;
    const half = Math.sqrt(root);
    const first = (-b - half) / a;
    if (first >= NEAR) return first < limit ? first : Number.POSITIVE_INFINITY;
    const last = (-b + half) / a;
    return last >= NEAR && last < limit ? last : Number.POSITIVE_INFINITY;
  };
  return {
    bounds: [cx - radius, cy - radius * tall, cz - radius, cx + radius, cy + radius * tall, cz + radius],
    skins: [skin],
    hollow: false,
    hit(ray) {
      const t = enter(ray, ray.t);
      if (t >= ray.t) return false;
      ray.t = t;
      const px = ray.ox + ray.dx * t - cx;
      const py = ray.oy + ray.dy * t - cy;
      const pz = ray.oz + ray.dz * t - cz;
      const ny = py * flat * flat;
      const size = Math.sqrt(px * px + ny * ny + pz * pz);
      ray.nx = px / size;
      ray.ny = ny / size;
      ray.nz = pz / size;
      ray.u = Math.atan2(px, -pz) * radius;
      ray.v = py;
      ray.part = 0;
      return true;
    },
    blocks: (ray, limit) => enter(ray, limit) < limit,
  };
}
