import type { Vector } from './light.ts';
import { NEAR, type Ray, type Solid, type SolidMaterial } from './solid.ts';

/** A straight rod with round ends: stalks, straws, handles. */
export function rod(from: Vector, to: Vector, radius: number, material: SolidMaterial): Solid {
  const ax = to[0] - from[0];
  const ay = to[1] - from[1];
  const az = to[2] - from[2];
  const long = ax * ax + ay * ay + az * az;
  // Numbers in typed memory are not made anew at each hit.
  const found = new Float64Array(1);
  const enter = (ray: Ray, limit: number): number => {
    const ox = ray.ox - from[0];
    const oy = ray.oy - from[1];
    const oz = ray.oz - from[2];
    const { dx, dy, dz } = ray;
    const ad = ax * dx + ay * dy + az * dz;
    const ao = ax * ox + ay * oy + az * oz;
    const a = long - ad * ad;
    const b = long * (ox * dx + oy * dy + oz * dz) - ao * ad;
    const c = long * (ox * ox + oy * oy + oz * oz) - ao * ao - radius * radius * long;
    const root = b * b - a * c;
    if (root < 0) return Number.POSITIVE_INFINITY;
    const half = Math.sqrt(root);
    for (let sign = -1; sign <= 1; sign += 2) {
      const t = (-b + sign * half) / a;
      const y = ao + t * ad;
      if (y > 0 && y < long) {
        if (t >= NEAR && t < limit) {
          found[0] = y / long;
          return t;
        }
        continue;
      }
      // A round end.
      const end = y <= 0 ? 0 : 1;
      const ex = ox - ax * end;
      const ey = oy - ay * end;
      const ez = oz - az * end;
      const eb = ex * dx + ey * dy + ez * dz;
      const er = eb * eb - (ex * ex + ey * ey + ez * ez - radius * radius);
      if (er < 0) continue;
      const s = -eb + sign * Math.sqrt(er);
      if (s >= NEAR && s < limit) {
        found[0] = end;
        return s;
      }
    }
    return Number.POSITIVE_INFINITY;
  };
  const low = (axis: 0 | 1 | 2): number => Math.min(from[axis], to[axis]) - radius;
  const high = (axis: 0 | 1 | 2): number => Math.max(from[axis], to[axis]) + radius;
  return {
    bounds: [low(0), low(1), low(2), high(0), high(1), high(2)],
    materials: [material],
    selfShadows: false,
    hit(ray) {
      const t = enter(ray, ray.t);
      if (t >= ray.t) return false;
      ray.t = t;
      const along = found[0]!;
      ray.nx = (ray.ox + ray.dx * t - from[0] - ax * along) / radius;
      ray.ny = (ray.oy + ray.dy * t - from[1] - ay * along) / radius;
      ray.nz = (ray.oz + ray.dz * t - from[2] - az * along) / radius;
      ray.u = Math.atan2(ray.nx, -ray.nz) * radius;
      ray.v = along * Math.sqrt(long);
      ray.materialIndex = 0;
      return true;
    },
    occludes: (ray, limit) => enter(ray, limit) < limit,
  };
}
