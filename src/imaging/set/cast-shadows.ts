import type { Camera } from './camera.ts';
import type { Lamp, Lights } from './light.ts';
import { type Strip, viewRows } from './profile.ts';
import { COLUMN_STEP, type RoomShadows, stepsAcross } from './render-room.ts';
import { createRay, type Ray, type Solid } from './solid.ts';

/** Points over a lamp's disc, and directions over the upper half of a sphere: Vogel's spiral. */
const POINTS = 12;
const GOLDEN = 2.399963;

/**
 * How much of the lamps' and of the general light reaches the boards past the things that stand on them.
 *
 * Each place asks a turned set of points, the turn repeating every four places, and the answers are then averaged
 * over as many: soft shadows without grain or steps.
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
  const ray = createRay();
  for (let row = 0; row < camera.height; row++) {
    const { y, z, ny, nz } = rows[row]!.first;
    const across = z / camera.focal;
    for (let step = 0; step < columns; step++) {
      const x = (step * COLUMN_STEP + 0.5 - camera.centre) * across;
      const i = row * columns + step;
      const turn = ((row & 1) * 2 + (step & 1)) * 0.61 + (row & 2) * 0.31;
      ray.ox = x;
      ray.oy = y + ny * 1e-3;
      ray.oz = z + nz * 1e-3;
      key[i] = lampShare(ray, lights.key, solids, turn);
      if (lights.second !== undefined) second[i] = lampShare(ray, lights.second, solids, turn);
      fill[i] = skyShare(ray, ny, nz, solids, turn);
    }
  }
  smooth(key, columns, camera.height);
  smooth(fill, columns, camera.height);
  if (lights.second !== undefined) smooth(second, columns, camera.height);
  return { columns, key, second, fill };
}

/** Share of the lamp's disc that is seen from the ray's origin, 0–1. */
export function lampShare(
  ray: Ray,
  lamp: Lamp,
  solids: readonly Solid[],
  turn: number,
  self?: Solid,
): number {
  const lx = lamp.at[0] - ray.ox;
  const ly = lamp.at[1] - ray.oy;
  const lz = lamp.at[2] - ray.oz;
  const far = Math.sqrt(lx * lx + ly * ly + lz * lz);
  const ux = lx / far;
  const uy = ly / far;
  const uz = lz / far;
  let near = 0;
  for (let s = 0; s < solids.length; s++) {
    const solid = solids[s]!;
    if (solid === self && !solid.hollow) continue;
    if (inCone(solid, ray, ux, uy, uz, lamp.radius / far)) close[near++] = solid;
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
    const angle = point * GOLDEN + turn * 6.283;
    const radius = lamp.radius * Math.sqrt((point + 0.5) / POINTS);
    const p = Math.cos(angle) * radius;
    const q = Math.sin(angle) * radius;
    const dx = lx + ax * p + bx * q;
    const dy = ly + by * q;
    const dz = lz + az * p + bz * q;
    const length = Math.sqrt(dx * dx + dy * dy + dz * dz);
    ray.dx = dx / length;
    ray.dy = dy / length;
    ray.dz = dz / length;
    let clear = true;
    for (let s = 0; s < near; s++) {
      if (close[s]!.blocks(ray, length)) {
        clear = false;
        break;
      }
    }
    if (clear) seen++;
  }
  return seen / POINTS;
}

/** Solids that may be in the way; never more than a set has. */
const close: Solid[] = [];

function inCone(solid: Solid, ray: Ray, ux: number, uy: number, uz: number, slope: number): boolean {
  const b = solid.bounds;
  const cx = (b[0] + b[3]) / 2 - ray.ox;
  const cy = (b[1] + b[4]) / 2 - ray.oy;
  const cz = (b[2] + b[5]) / 2 - ray.oz;
  const radius = 0.5 * Math.sqrt((b[3] - b[0]) ** 2 + (b[4] - b[1]) ** 2 + (b[5] - b[2]) ** 2);
  const ahead = cx * ux + cy * uy + cz * uz;
  if (ahead < -radius) return false;
  const reach = radius + slope * Math.max(0, ahead);
  return cx * cx + cy * cy + cz * cz - ahead * ahead < reach * reach;
}

/** Share of the light from everywhere that is seen past near things, weighted by the cosine. */
function skyShare(ray: Ray, ny: number, nz: number, solids: readonly Solid[], turn: number): number {
  let near = 0;
  for (let s = 0; s < solids.length; s++) {
    const b = solids[s]!.bounds;
    const dx = Math.max(b[0] - ray.ox, 0, ray.ox - b[3]);
    const dy = Math.max(b[1] - ray.oy, 0, ray.oy - b[4]);
    const dz = Math.max(b[2] - ray.oz, 0, ray.oz - b[5]);
    const size = Math.max(b[3] - b[0], b[4] - b[1]);
    if (dx * dx + dy * dy + dz * dz < size * size * 0.8) close[near++] = solids[s]!;
  }
  if (near === 0) return 1;
  let seen = 0;
  for (let point = 0; point < POINTS; point++) {
    const angle = point * GOLDEN + turn * 6.283;
    const radius = Math.sqrt((point + 0.5) / POINTS);
    const height = Math.sqrt(1 - radius * radius);
    const p = Math.cos(angle) * radius;
    const q = Math.sin(angle) * radius;
    // The normal has no part across: x runs along the board, q up it.
    ray.dx = p;
    ray.dy = ny * height - nz * q;
    ray.dz = nz * height + ny * q;
    let clear = true;
    for (let s = 0; s < near; s++) {
      if (close[s]!.blocks(ray, 8)) {
        clear = false;
        break;
      }
    }
    if (clear) seen++;
  }
  return 0.12 + (0.88 * seen) / POINTS;
}

/** Mean over 3 × 4 places, in place, where anything is shaded at all. */
function smooth(data: Float32Array, columns: number, rows: number): void {
  const source = data.slice();
  for (let row = 0; row < rows; row++) {
    for (let column = 1; column < columns - 1; column++) {
      let sum = 0;
      let count = 0;
      for (let dy = -1; dy <= 2; dy++) {
        const y = row + dy;
        if (y < 0 || y >= rows) continue;
        const i = y * columns + column;
        sum += source[i]! * 2 + source[i - 1]! + source[i + 1]!;
        count += 4;
      }
      data[row * columns + column] = sum / count;
    }
  }
}
