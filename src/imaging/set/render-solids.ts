import type { LightPicture } from '../light-picture.ts';
import { type Camera, columnOf, rowOf } from './camera.ts';
import { type Casters, lampShare } from './cast-shadows.ts';
import { type Lights, lampAt } from './light.ts';
import { createRay, type Ray, type Solid } from './solid.ts';
import { lookAround, type Surroundings } from './surroundings.ts';

/** Things in a painted room. */
export interface Still {
  readonly camera: Camera;
  readonly lights: Lights;
  readonly solids: readonly Solid[];
  readonly casters: Casters;
  readonly around: Surroundings;
}

/** Paints the solids over the room, in place. */
export function renderSolids(still: Still, picture: LightPicture): void {
  const frame = frameOf(still.camera, still.solids);
  if (frame === undefined) return;
  const seen = look(still, frame);
  const { left, top, width, height } = frame;
  const { nearest } = seen;
  const planes = [picture.r.data, picture.g.data, picture.b.data] as const;
  const ray = createRay();
  const out = new Float32Array(3);
  for (let y = 0; y < height; y++) {
    const from = Math.max(0, seen.from[y]! - 1);
    const to = Math.min(width, seen.to[y]! + 1);
    for (let x = from; x < to; x++) {
      const own = nearest[y * width + x]!;
      const column = left + x;
      const row = top + y;
      const at = row * picture.width + column;
      if (isEdge(seen, x, y, width, height)) {
        smoothPixel(still, ray, column, row, planes, at, out);
      } else if (own !== 0) {
        const solid = still.solids[(own >> 3) - 1]!;
        aimAt(still.camera, ray, column + 0.5, row + 0.5);
        solid.hit(ray);
        shadeSolid(still, solid, ray, grainAt(column, row), 0, out);
        planes[0][at] = out[0]!;
        planes[1][at] = out[1]!;
        planes[2][at] = out[2]!;
      }
    }
  }
}

/** Which solid each pixel of the frame shows, and how it is turned. */
interface Seen {
  /** Number of the solid from 1, times 8, plus its part; 0 = none. */
  readonly nearest: Uint16Array;
  /** Unit normals times 127, three to a pixel. */
  readonly normals: Int8Array;
  /** First column with a solid, and the one after the last, in each row. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

function look({ camera, solids }: Still, { left, top, width, height }: Frame): Seen {
  const frames = solids.map((solid) => frameOf(camera, [solid]));
  const nearest = new Uint16Array(width * height);
  const normals = new Int8Array(width * height * 3);
  const firsts = new Int32Array(height).fill(width);
  const lasts = new Int32Array(height);
  const ray = createRay();
  const near: Solid[] = [];
  for (let y = 0; y < height; y++) {
    const row = top + y;
    near.length = 0;
    let from = width;
    let to = 0;
    for (let s = 0; s < frames.length; s++) {
      const own = frames[s];
      if (own === undefined || row < own.top || row >= own.top + own.height) continue;
      near.push(solids[s]!);
      from = Math.min(from, own.left - left);
      to = Math.max(to, own.left - left + own.width);
    }
    firsts[y] = from;
    lasts[y] = to;
    for (let x = from; x < to; x++) {
      aimAt(camera, ray, left + x + 0.5, row + 0.5);
      const solid = firstOf(near, ray);
      if (solid === undefined) continue;
      const i = y * width + x;
      nearest[i] = (solids.indexOf(solid) + 1) * 8 + ray.part;
      normals[i * 3] = ray.nx * 127;
      normals[i * 3 + 1] = ray.ny * 127;
      normals[i * 3 + 2] = ray.nz * 127;
    }
  }
  return { nearest, normals, from: firsts, to: lasts };
}

/** Where a pixel is asked again when it holds an edge: a turned grid. */
const SUBPIXELS = [
  [0.375, 0.125],
  [0.875, 0.375],
  [0.125, 0.625],
  [0.625, 0.875],
] as const;

function smoothPixel(
  still: Still,
  ray: Ray,
  column: number,
  row: number,
  planes: readonly [Float32Array, Float32Array, Float32Array],
  to: number,
  out: Float32Array,
): void {
  let r = 0;
  let g = 0;
  let b = 0;
  for (const [dx, dy] of SUBPIXELS) {
    aimAt(still.camera, ray, column + dx, row + dy);
    const solid = firstOf(still.solids, ray);
    if (solid === undefined) {
      r += planes[0][to]!;
      g += planes[1][to]!;
      b += planes[2][to]!;
      continue;
    }
    shadeSolid(still, solid, ray, grainAt(column, row) + dx, 0, out);
    // A glint smaller than a pixel must not outshine the whole pixel.
    r += Math.min(4, out[0]!);
    g += Math.min(4, out[1]!);
    b += Math.min(4, out[2]!);
  }
  planes[0][to] = r / 4;
  planes[1][to] = g / 4;
  planes[2][to] = b / 4;
}

function isEdge(seen: Seen, x: number, y: number, width: number, height: number): boolean {
  const i = y * width + x;
  return (
    (x > 0 && differs(seen, i, i - 1)) ||
    (x < width - 1 && differs(seen, i, i + 1)) ||
    (y > 0 && differs(seen, i, i - width)) ||
    (y < height - 1 && differs(seen, i, i + width))
  );
}

/** Cosine of the angle between normals from which a fold counts as an edge, times 127². */
const FOLD = 0.88 * 127 * 127;

function differs({ nearest, normals }: Seen, i: number, other: number): boolean {
  const own = nearest[i]!;
  if (nearest[other] !== own) return true;
  if (own === 0) return false;
  const a = i * 3;
  const b = other * 3;
  return (
    normals[a]! * normals[b]! + normals[a + 1]! * normals[b + 1]! + normals[a + 2]! * normals[b + 2]! < FOLD
  );
}

/** A repeatable value 0–1 for each pixel, unlike its neighbours' (Jimenez, "interleaved gradient noise", 2014). */
export function grainAt(column: number, row: number): number {
  const a = 0.06711056 * column + 0.00583715 * row;
  const b = 52.9829189 * (a - Math.floor(a));
  return b - Math.floor(b);
}

/** Sends the ray from the lens through a place of the picture. */
function aimAt(camera: Camera, ray: Ray, column: number, row: number): void {
  const dx = (column - camera.centre) / camera.focal;
  const dy = (camera.eyeRow - row) / camera.focal;
  const length = Math.sqrt(dx * dx + dy * dy + 1);
  ray.ox = 0;
  ray.oy = camera.eyeHeight;
  ray.oz = 0;
  ray.dx = dx / length;
  ray.dy = dy / length;
  ray.dz = 1 / length;
  ray.t = Number.POSITIVE_INFINITY;
}

/** The solid that the ray meets first. */
export function firstOf(solids: readonly Solid[], ray: Ray): Solid | undefined {
  let found: Solid | undefined;
  for (let i = 0; i < solids.length; i++) {
    if (solids[i]!.hit(ray)) found = solids[i];
  }
  return found;
}

const sample = new Float32Array(5);

/** Light that leaves the surface which the ray has met, back along the ray, into `out`. */
export function shadeSolid(
  still: Still,
  solid: Solid,
  ray: Ray,
  turn: number,
  depth: number,
  out: Float32Array,
): void {
  const { camera, lights, around } = still;
  const skin = solid.skins[ray.part] ?? solid.skins[0]!;
  const { dx, dy, dz, nx, ny, nz, t } = ray;
  const x = ray.ox + dx * t;
  const y = ray.oy + dy * t;
  const z = ray.oz + dz * t;
  const facing = -(dx * nx + dy * ny + dz * nz);
  const foot = t / camera.focal / Math.max(0.15, Math.abs(facing));
  skin.material.sample(ray.u, ray.v, foot, foot, sample);
  const ar = sample[0]!;
  const ag = sample[1]!;
  const ab = sample[2]!;
  const relief = 1 + sample[3]!;
  const gleam = sample[4]!;

  let key = lampAt(lights.key, x, y, z, nx, ny, nz, foot);
  let second = lights.second === undefined ? 0 : lampAt(lights.second, x, y, z, nx, ny, nz, foot);
  shadowRay.ox = x + nx * 2e-3;
  shadowRay.oy = y + ny * 2e-3;
  shadowRay.oz = z + nz * 2e-3;
  if (key > 0) key *= lampShare(shadowRay, lights.key, still.casters, turn, solid) * relief;
  if (second > 0 && lights.second !== undefined) {
    second *= lampShare(shadowRay, lights.second, still.casters, turn, solid) * relief;
  }
  const sky = skyOn(still, solid, x, y, z, nx, ny, nz);
  const up = 0.5 + 0.5 * ny;
  const under = (1 - up) * (1 - 0.75 * Math.exp(-Math.max(0, y) / 0.25));
  const above = up * sky;
  const { fillFrom, fillSides } = lights;
  const toFill = 0.5 + 0.5 * (nx * fillFrom[0] + ny * fillFrom[1] + nz * fillFrom[2]);
  const ambient = above * (1 - fillSides + 2 * fillSides * toFill) * 1.25;
  const [kr, kg, kb] = lights.key.colour;
  const [fr, fg, fb] = lights.fill;
  const [sr, sg, sb] = lights.second?.colour ?? NONE;
  const { bounce } = around;
  let red = ar * (kr * key + sr * second + fr * ambient + bounce[0] * under);
  let green = ag * (kg * key + sg * second + fg * ambient + bounce[1] * under);
  let blue = ab * (kb * key + sb * second + fb * ambient + bounce[2] * under);
  if (skin.metal === true) {
    red = 0;
    green = 0;
    blue = 0;
  }
  const grazing = 1 - Math.min(1, Math.max(0, facing));
  const g2 = grazing * grazing;
  const fresnel = (skin.mirror + (1 - skin.mirror) * g2 * g2 * grazing * (1 - skin.roughness) ** 3) * gleam;
  if (fresnel > 0.004) {
    const mx = dx + 2 * facing * nx;
    const my = dy + 2 * facing * ny;
    const mz = dz + 2 * facing * nz;
    mirrored(still, solid, x, y, z, mx, my, mz, skin.roughness, turn, depth);
    const metal = skin.metal === true;
    red += fresnel * seen[0]! * (metal ? ar : 1);
    green += fresnel * seen[1]! * (metal ? ag : 1);
    blue += fresnel * seen[2]! * (metal ? ab : 1);
  }
  out[0] = red;
  out[1] = green;
  out[2] = blue;
}

const NONE = [0, 0, 0] as const;
const shadowRay = createRay();
const mirrorRay = createRay();
const seen = new Float32Array(3);

/** What is seen from a point in a direction: other things, else the room. Into `seen`. */
function mirrored(
  still: Still,
  self: Solid,
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
  spread: number,
  turn: number,
  depth: number,
): void {
  if (depth < 1 && spread < 0.25 && still.solids.length > 1) {
    mirrorRay.ox = x;
    mirrorRay.oy = y;
    mirrorRay.oz = z;
    mirrorRay.dx = dx;
    mirrorRay.dy = dy;
    mirrorRay.dz = dz;
    mirrorRay.t = Number.POSITIVE_INFINITY;
    let found: Solid | undefined;
    for (let i = 0; i < still.solids.length; i++) {
      if (still.solids[i] !== self && still.solids[i]!.hit(mirrorRay)) found = still.solids[i];
    }
    if (found !== undefined) {
      shadeSolid(still, found, mirrorRay, turn, depth + 1, seen);
      return;
    }
  }
  lookAround(still.around, x, y, z, dx, dy, dz, spread, seen);
}

/** Share of the light from above that other things leave to a point: each as a sphere in its box. */
function skyOn(
  still: Still,
  self: Solid,
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
): number {
  let open = self.open === undefined ? 1 : self.open(x, y, z);
  for (let i = 0; i < still.solids.length; i++) {
    const other = still.solids[i]!;
    if (other === self) continue;
    const b = other.bounds;
    const cx = (b[0] + b[3]) / 2 - x;
    const cy = (b[1] + b[4]) / 2 - y;
    const cz = (b[2] + b[5]) / 2 - z;
    const radius = 0.3 * (b[3] - b[0] + b[4] - b[1]);
    const square = cx * cx + cy * cy + cz * cz;
    const towards = (cx * nx + cy * ny + cz * nz) / Math.sqrt(square);
    if (towards <= 0) continue;
    open *= 1 - Math.min(0.85, (towards * radius * radius) / square);
  }
  return open;
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the picture that solids can be seen in. */
export function frameOf(camera: Camera, solids: readonly Solid[]): Frame | undefined {
  let [left, top, right, bottom] = [camera.width, camera.height, 0, 0];
  for (const { bounds } of solids) {
    for (const x of [bounds[0], bounds[3]]) {
      for (const y of [bounds[1], bounds[4]]) {
        for (const z of [Math.max(0.5, bounds[2]), Math.max(0.5, bounds[5])]) {
          left = Math.min(left, columnOf(camera, x, z));
          right = Math.max(right, columnOf(camera, x, z));
          top = Math.min(top, rowOf(camera, y, z));
          bottom = Math.max(bottom, rowOf(camera, y, z));
        }
      }
    }
  }
  left = Math.max(0, Math.floor(left) - 1);
  top = Math.max(0, Math.floor(top) - 1);
  right = Math.min(camera.width, Math.ceil(right) + 1);
  bottom = Math.min(camera.height, Math.ceil(bottom) + 1);
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : undefined;
}
