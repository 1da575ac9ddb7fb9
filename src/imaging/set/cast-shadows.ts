import type { Camera } from './camera.ts';
import type { Lamp, Lights } from './light.ts';
import { type Strip, viewRows } from './profile.ts';
import { COLUMN_STEP, type RoomShadows, stepsAcross } from './render-room.ts';
import { createRay, type Ray, type Solid } from './solid.ts';

/** Points over a lamp's disc, and directions over the upper half of a sphere: Vogel's spiral. */
const POINTS = 12;
/** So many are asked first; if they agree, the rest would too. */
const FIRST = 4;
const GOLDEN = 2.399963;

/** Solids with the spheres round them, for telling quickly which can be in the way. */
export interface Casters {
  readonly solids: readonly Solid[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  readonly radius: Float64Array;
}

export function createCasters(solids: readonly Solid[]): Casters {
  const middle = (axis: 0 | 1 | 2): Float64Array =>
    Float64Array.from(solids, ({ bounds }) => (bounds[axis] + bounds[(axis + 3) as 3 | 4 | 5]) / 2);
  return {
    solids,
    x: middle(0),
    y: middle(1),
    z: middle(2),
    radius: Float64Array.from(
      solids,
      ({ bounds: b }) => 0.5 * Math.hypot(b[3] - b[0], b[4] - b[1], b[5] - b[2]),
    ),
  };
}

/**
 * How much of the lamps' and of the general light reaches the boards past the things that stand on them.
 *
 * Each place asks a turned set of points, the turn repeating every few places, and the answers are then averaged
 * over as many: soft shadows without grain or steps. Every second row is worked out, the others lie between.
 */
export function castShadows(
  camera: Camera,
  strips: readonly Strip[],
  lights: Lights,
  solids: readonly Solid[],
): RoomShadows {
  const columns = stepsAcross(camera.width);
  const size = columns * camera.height;
  const whole = (): Float32Array => new Float32Array(size).fill(1);
  const key = whole();
  const fill = whole();
  const second = lights.second === undefined ? key : whole();
  const rows = viewRows(camera, strips);
  const casters = createCasters(solids.filter((solid) => solid.inward !== true));
  const ray = createRay();
  for (let row = 0; row < camera.height; row += 2) {
    const { y, z, ny, nz } = rows[row]!.first;
    const across = z / camera.focal;
    for (let step = 0; step < columns; step++) {
      const x = (step * COLUMN_STEP + 0.5 - camera.centre) * across;
      const i = row * columns + step;
      const turn = ((row & 2) + (step & 1)) * 0.31;
      ray.ox = x;
      ray.oy = y + ny * 1e-3;
      ray.oz = z + nz * 1e-3;
      key[i] = lampShare(ray, lights.key, casters, turn, undefined);
      if (lights.second !== undefined) second[i] = lampShare(ray, lights.second, casters, turn, undefined);
      fill[i] = skyShare(ray, 0, ny, nz, casters, turn, undefined);
    }
  }
  for (const share of second === key ? [key, fill] : [key, fill, second]) {
    between(share, columns, camera.height);
    smooth(share, columns, camera.height);
  }
  return { columns, key, second, fill };
}

/** Solids that may be in the way of the light that is being asked for. */
const close: Solid[] = [];

/**
 * Share of the lamp's disc that is seen from the ray's origin, 0–1.
 *
 * @param self the solid that the origin lies on
 */
export function lampShare(
  ray: Ray,
  lamp: Lamp,
  casters: Casters,
  turn: number,
  self: Solid | undefined,
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
    if (solid === self ? solid.hollow : solid.inward !== true) close[near++] = solid;
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
    if (!solid.blocks(ray, limit)) continue;
    if (solid.passes === undefined) return 0;
    share *= solid.passes;
  }
  return share;
}

/**
 * Share of the light from everywhere that is seen past near things, weighted by the cosine.
 *
 * @param self the solid that the origin lies on
 */
export function skyShare(
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
    if (solid === self ? !solid.hollow : solid.inward === true) continue;
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

/** Fills every second row with the mean of its neighbours. */
function between(data: Float32Array, columns: number, rows: number): void {
  for (let row = 1; row < rows; row += 2) {
    const above = (row - 1) * columns;
    const below = row + 1 < rows ? above + 2 * columns : above;
    for (let i = 0; i < columns; i++) data[row * columns + i] = 0.5 * (data[above + i]! + data[below + i]!);
  }
}

/** Mean over three columns and five rows, in place. */
function smooth(data: Float32Array, columns: number, rows: number): void {
  const source = data.slice();
  const line = new Float32Array(columns);
  for (let row = 0; row < rows; row++) {
    line.fill(0);
    let count = 0;
    for (let y = Math.max(0, row - 2); y <= Math.min(rows - 1, row + 2); y++) {
      for (let i = 0; i < columns; i++) line[i]! += source[y * columns + i]!;
      count++;
    }
    const to = row * columns;
    for (let i = 0; i < columns; i++) {
      const left = line[Math.max(0, i - 1)]!;
      const right = line[Math.min(columns - 1, i + 1)]!;
      data[to + i] = (0.5 * line[i]! + 0.25 * (left + right)) / count;
    }
  }
}
