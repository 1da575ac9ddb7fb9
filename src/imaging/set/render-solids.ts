import type { LightPicture } from '../light-picture.ts';
import { type Camera, columnOf, rowOf } from './camera.ts';
import { lampShare } from './cast-shadows.ts';
import { type Lights, lampAt } from './light.ts';
import { createRay, type Ray, type Solid } from './solid.ts';
import { lookAround, type Surroundings } from './surroundings.ts';

/** Things in a painted room. */
export interface Still {
  readonly camera: Camera;
  readonly lights: Lights;
  readonly solids: readonly Solid[];
  readonly around: Surroundings;
}

/** Paints the solids over the room, in place. */
export function renderSolids(still: Still, picture: LightPicture): void {
  const frame = frameOf(still);
  if (frame === undefined) return;
  const { left, top, width, height } = frame;
  const count = width * height;
  const colour = [new Float32Array(count), new Float32Array(count), new Float32Array(count)] as const;
  const nearest = new Uint16Array(count);
  const normals = new Float32Array(count * 3);
  const ray = createRay();
  const out = new Float32Array(3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const solid = aim(still, ray, left + x + 0.5, top + y + 0.5);
      if (solid === undefined) continue;
      nearest[i] = (still.solids.indexOf(solid) + 1) * 8 + ray.part;
      normals[i * 3] = ray.nx;
      normals[i * 3 + 1] = ray.ny;
      normals[i * 3 + 2] = ray.nz;
      shadeSolid(still, solid, ray, grainAt(left + x, top + y), 0, out);
      colour[0][i] = out[0]!;
      colour[1][i] = out[1]!;
      colour[2][i] = out[2]!;
    }
  }
  const planes = [picture.r.data, picture.g.data, picture.b.data] as const;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const to = (top + y) * picture.width + left + x;
      if (isEdge(nearest, normals, x, y, width, height)) {
        smoothPixel(still, ray, left + x, top + y, planes, to, out);
      } else if (nearest[i] !== 0) {
        planes[0][to] = colour[0][i]!;
        planes[1][to] = colour[1][i]!;
        planes[2][to] = colour[2][i]!;
      }
    }
  }
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
    const solid = aim(still, ray, column + dx, row + dy);
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

function isEdge(
  nearest: Uint16Array,
  normals: Float32Array,
  x: number,
  y: number,
  width: number,
  height: number,
): boolean {
  const i = y * width + x;
  const own = nearest[i]!;
  return (
    (x > 0 && differs(nearest, normals, i, i - 1, own)) ||
    (x < width - 1 && differs(nearest, normals, i, i + 1, own)) ||
    (y > 0 && differs(nearest, normals, i, i - width, own)) ||
    (y < height - 1 && differs(nearest, normals, i, i + width, own))
  );
}

function differs(
  nearest: Uint16Array,
  normals: Float32Array,
  i: number,
  other: number,
  own: number,
): boolean {
  if (nearest[other] !== own) return true;
  if (own === 0) return false;
  const a = i * 3;
  const b = other * 3;
  return (
    normals[a]! * normals[b]! + normals[a + 1]! * normals[b + 1]! + normals[a + 2]! * normals[b + 2]! < 0.88
  );
}

/** A repeatable value 0–1 for each pixel, unlike its neighbours' (Jimenez, "interleaved gradient noise", 2014). */
export function grainAt(column: number, row: number): number {
  const a = 0.06711056 * column + 0.00583715 * row;
  const b = 52.9829189 * (a - Math.floor(a));
  return b - Math.floor(b);
}

/** Sends the ray through a place of the picture; the solid that it meets first. */
function aim(still: Still, ray: Ray, column: number, row: number): Solid | undefined {
  const { camera } = still;
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
  return firstOf(still.solids, ray);
}

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
  if (key > 0) key *= lampShare(shadowRay, lights.key, still.solids, turn, solid) * relief;
  if (second > 0 && lights.second !== undefined) {
    second *= lampShare(shadowRay, lights.second, still.solids, turn, solid) * relief;
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
export function frameOf({ camera, solids }: Still): Frame | undefined {
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
