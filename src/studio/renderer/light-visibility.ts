import type { Casters } from './casters.ts';
import type { Lamp } from './light.ts';
import type { Ray, Solid } from './solid.ts';

/** Points over a lamp's disc, and directions over the upper half of a sphere: Vogel's spiral. */
const POINTS = 12;
/** So many are asked first; if they agree, the rest would too. */
const FIRST = 4;
const GOLDEN = 2.399963;

/** Solids that may be in the way of the light that is being asked for. */
const close: Solid[] = [];

/**
 * Share of the lamp's disc that is seen from the ray's origin, 0–1.
 *
 * @param self the solid that the origin lies on
 * @param clear whether the faint shadows of clear things count
 */
export function lampVisibility(
  ray: Ray,
  lamp: Lamp,
  casters: Casters,
  turn: number,
  self: Solid | undefined,
  clear = true,
): number {
  const lx = lamp.at[0] - ray.ox;
  const ly = lamp.at[1] - ray.oy;
  const lz = lamp.at[2] - ray.oz;
  const far = Math.sqrt(lx * lx + ly * ly + lz * lz);
  const ux = lx / far;
  const uy = ly / far;
  const uz = lz / far;
  const slope = lamp.radius / far;
  let near = 0;
  for (let s = 0; s < casters.solids.length; s++) {
    const cx = casters.x[s]! - ray.ox;
    const cy = casters.y[s]! - ray.oy;
    const cz = casters.z[s]! - ray.oz;
    const radius = casters.radius[s]!;
    const ahead = cx * ux + cy * uy + cz * uz;
    if (ahead < -radius) continue;
    const reach = radius + slope * Math.max(0, ahead);
    if (cx * cx + cy * cy + cz * cz - ahead * ahead >= reach * reach) continue;
    const solid = casters.solids[s]!;
    if (!clear && solid.shadowTransmittance !== undefined) continue;
    if (solid === self ? solid.selfShadows : solid.recessed !== true) close[near++] = solid;
  }
  if (near === 0) return 1;
  // Two directions square to the light.
  const flat = Math.sqrt(ux * ux + uz * uz);
  const ax = uz / flat;
  const az = -ux / flat;
  const bx = -uy * az;
  const by = ux * az - uz * ax;
  const bz = uy * ax;
  let seen = 0;
  for (let point = 0; point < POINTS; point++) {
    if (point === FIRST && (seen === 0 || seen === FIRST)) return seen / FIRST;
    // The first four lie near the rim, a quarter apart.
    const outer = point < FIRST;
    const angle = (outer ? point * (Math.PI / 2) : point * GOLDEN) + turn * 6.283;
    const radius = lamp.radius * (outer ? 0.88 : Math.sqrt((point - FIRST + 0.5) / POINTS));
    const p = Math.cos(angle) * radius;
    const q = Math.sin(angle) * radius;
    const dx = lx + ax * p + bx * q;
    const dy = ly + by * q;
    const dz = lz + az * p + bz * q;
    const length = Math.sqrt(dx * dx + dy * dy + dz * dz);
    ray.dx = dx / length;
    ray.dy = dy / length;
    ray.dz = dz / length;
    seen += passing(ray, near, length);
  }
  return seen / POINTS;
}

/** Share of the light along the ray that the `close` solids let through. */
function passing(ray: Ray, near: number, limit: number): number {
  let share = 1;
  for (let s = 0; s < near; s++) {
    const solid = close[s]!;
    if (!solid.occludes(ray, limit)) continue;
    if (solid.shadowTransmittance === undefined) return 0;
    share *= solid.shadowTransmittance;
  }
  return share;
}

/**
 * Share of the light from everywhere that is seen past near things, weighted by the cosine.
 *
 * @param self the solid that the origin lies on
 */
export function skyVisibility(
  ray: Ray,
  nx: number,
  ny: number,
  nz: number,
  casters: Casters,
  turn: number,
  self: Solid | undefined,
): number {
  let near = 0;
  for (let s = 0; s < casters.solids.length; s++) {
    const solid = casters.solids[s]!;
    if (solid === self ? !solid.selfShadows : solid.recessed === true) continue;
    const cx = casters.x[s]! - ray.ox;
    const cy = casters.y[s]! - ray.oy;
    const cz = casters.z[s]! - ray.oz;
    const radius = casters.radius[s]!;
    if (cx * cx + cy * cy + cz * cz > radius * radius * 5) continue;
    const b = solid.bounds;
    const dx = Math.max(b[0] - ray.ox, 0, ray.ox - b[3]);
    const dy = Math.max(b[1] - ray.oy, 0, ray.oy - b[4]);
    const dz = Math.max(b[2] - ray.oz, 0, ray.oz - b[5]);
    const size = Math.max(b[3] - b[0], b[4] - b[1]);
    if (dx * dx + dy * dy + dz * dz < size * size * 0.8) close[near++] = solid;
  }
  if (near === 0) return 1;
  // Two directions square to the normal.
  const flat = Math.abs(ny) < 0.9 ? 1 / Math.sqrt(nx * nx + nz * nz) : 1 / Math.sqrt(ny * ny + nz * nz);
  const ax = Math.abs(ny) < 0.9 ? nz * flat : 0;
  const ay = Math.abs(ny) < 0.9 ? 0 : -nz * flat;
  const az = Math.abs(ny) < 0.9 ? -nx * flat : ny * flat;
  const bx = ny * az - nz * ay;
  const by = nz * ax - nx * az;
  const bz = nx * ay - ny * ax;
  let seen = 0;
  for (let point = 0; point < POINTS; point++) {
    const angle = point * GOLDEN + turn * 6.283;
    const radius = Math.sqrt((point + 0.5) / POINTS);
    const height = Math.sqrt(1 - radius * radius);
    const p = Math.cos(angle) * radius;
    const q = Math.sin(angle) * radius;
    ray.dx = ax * p + bx * q + nx * height;
    ray.dy = ay * p + by * q + ny * height;
    ray.dz = az * p + bz * q + nz * height;
    seen += passing(ray, near, 8);
  }
  return 0.12 + (0.88 * seen) / POINTS;
}
