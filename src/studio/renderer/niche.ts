import { NEAR, type Solid, type SolidMaterial } from './solid.ts';

export interface NicheOptions {
  /** Middle of its foot and the wall that it is cut into, decimetres. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** Back, and reveal (the sides, the round head and the sill). */
  readonly materials: readonly [back: SolidMaterial, reveal: SolidMaterial];
}

/** An opening with a round head, cut into an upright wall. Light comes in through it and no other way. */
export function niche(options: NicheOptions): Solid {
  const { x: cx, y: base, z: front, width, height, depth, materials } = options;
  const radius = width / 2;
  const cy = base + height - radius;
  const back = front + depth;
  const inside = (x: number, y: number): boolean => {
    const dx = x - cx;
    const dy = y - cy;
    return dy > 0 ? dx * dx + dy * dy < radius * radius : y > base && Math.abs(dx) < radius;
  };
  return {
    bounds: [cx - radius, base, front, cx + radius, base + height, back],
    materials,
    selfShadows: true,
    recessed: true,
    hit(ray) {
      const { ox, oy, oz, dx, dy, dz } = ray;
      if (dz <= 1e-9 || oz > front) return false;
      const enter = (front - oz) / dz;
      if (enter >= ray.t || !inside(ox + dx * enter, oy + dy * enter)) return false;
      let t = (back - oz) / dz;
      let [nx, ny, nz, part] = [0, 0, -1, 0];
      const x = ox + dx * t;
      const y = oy + dy * t;
      if (!inside(x, y)) {
        part = 1;
        const sill = dy < 0 ? (base - oy) / dy : Number.POSITIVE_INFINITY;
        const jamb = Math.abs(dx) > 1e-9 ? (cx + Math.sign(dx) * radius - ox) / dx : Number.POSITIVE_INFINITY;
        const a = dx * dx + dy * dy;
        const px = ox - cx;
        const py = oy - cy;
        const b = px * dx + py * dy;
        const root = b * b - a * (px * px + py * py - radius * radius);
        const head = root > 0 ? (-b + Math.sqrt(root)) / a : Number.POSITIVE_INFINITY;
        const atHead = py + dy * head >= 0;
        if (atHead && head > enter) {
          t = head;
          nx = -(px + dx * t) / radius;
          ny = -(py + dy * t) / radius;
          nz = 0;
        }
        if (
          jamb > enter &&
          (jamb < t || !(atHead && head > enter)) &&
          oy + dy * jamb <= cy &&
          oy + dy * jamb >= base
        ) {
          t = jamb;
          nx = -Math.sign(dx);
          ny = 0;
          nz = 0;
        }
        if (sill > enter && sill < t) {
          t = sill;
          nx = 0;
          ny = 1;
          nz = 0;
        }
      }
      if (t >= ray.t) return false;
      ray.t = t;
      ray.nx = nx;
      ray.ny = ny;
      ray.nz = nz;
      ray.materialIndex = part;
      ray.u = part === 0 ? ox + dx * t - cx : oz + dz * t;
      ray.v = part === 1 && ny === 1 ? ox + dx * t : oy + dy * t;
      return true;
    },
    occludes(ray, limit) {
      if (ray.oz <= front + NEAR || ray.dz >= -1e-9) return false;
      const leave = (front - ray.oz) / ray.dz;
      return leave < limit && !inside(ray.ox + ray.dx * leave, ray.oy + ray.dy * leave);
    },
    openness(x, y, z) {
      const deep = Math.max(0, Math.min(1, (z - front) / depth));
      const dy = y - cy;
      const wall = dy > 0 ? radius - Math.hypot(x - cx, dy) : radius - Math.abs(x - cx);
      const near = Math.min(
        Math.max(0, wall),
        Math.max(0, y - base),
        Math.max(0, back - z) + (deep > 0.98 ? 9 : 0),
      );
      return (1 - 0.3 * deep) * (1 - 0.34 * Math.exp(-near / 0.35));
    },
  };
}
