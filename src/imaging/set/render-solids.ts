import type { LightPicture } from '../light-picture.ts';
import { type Camera, columnOf, rowOf } from './camera.ts';
import { findShares } from './shares.ts';
import { createRay, type Ray, type Solid } from './solid.ts';
import { aimAt, firstOf, grainAt, type Shares, type Still } from './still.ts';
import { radiance } from './trace.ts';

/** Paints the solids over the room, in place. */
export function renderSolids(still: Still, picture: LightPicture): void {
  const frame = frameOf(still.camera, still.solids);
  if (frame === undefined) return;
  const seen = look(still, frame);
  const grid = shareGrid(still, frame, seen);
  const { left, top, width, height } = frame;
  const planes = [picture.r.data, picture.g.data, picture.b.data] as const;
  const ray = createRay();
  const out = new Float32Array(3);
  const shares: Shares = { key: 1, second: 1, sky: 1 };
  for (let y = 0; y < height; y++) {
    const from = Math.max(0, seen.from[y]! - 1);
    const to = Math.min(width, seen.to[y]! + 1);
    for (let x = from; x < to; x++) {
      const own = seen.nearest[y * width + x]!;
      const column = left + x;
      const row = top + y;
      const at = row * picture.width + column;
      if (isEdge(seen, x, y, width, height)) {
        smoothPixel(still, grid, seen, frame, ray, x, y, planes, at, shares, out);
      } else if (own !== 0) {
        const solid = still.solids[(own >> 6) - 1]!;
        aimAt(still.camera, ray, column + 0.5, row + 0.5);
        solid.hit(ray);
        const known = readGrid(grid, seen, x, y, width, own, shares);
        radiance(still, solid, ray, grainAt(column, row), 0, known, out);
        planes[0][at] = out[0]!;
        planes[1][at] = out[1]!;
        planes[2][at] = out[2]!;
      }
    }
  }
}

/** Which solid each pixel of the frame shows, and how it is turned. */
interface Seen {
  /** Number of the solid from 1, times 64, plus its part; 0 = none. */
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
      nearest[i] = (solids.indexOf(solid) + 1) * 64 + ray.part;
      normals[i * 3] = ray.nx * 127;
      normals[i * 3 + 1] = ray.ny * 127;
      normals[i * 3 + 2] = ray.nz * 127;
    }
  }
  return { nearest, normals, from: firsts, to: lasts };
}

/** Shares of light at every second pixel of every second row. */
interface ShareGrid {
  readonly columns: number;
  readonly rows: number;
  /** Pixel of the frame that each cell was asked at; −1 = none. */
  readonly pixel: Int32Array;
  readonly key: Float32Array;
  readonly second: Float32Array;
  readonly sky: Float32Array;
}

function shareGrid(still: Still, { left, top, width, height }: Frame, seen: Seen): ShareGrid {
  const columns = Math.ceil(width / 2);
  const rows = Math.ceil(height / 2);
  const count = columns * rows;
  const pixel = new Int32Array(count).fill(-1);
  const grid: ShareGrid = {
    columns,
    rows,
    pixel,
    key: new Float32Array(count),
    second: new Float32Array(count),
    sky: new Float32Array(count),
  };
  const ray = createRay();
  const shares: Shares = { key: 1, second: 1, sky: 1 };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const own = pixelIn(seen, column * 2, row * 2, width, height);
      if (own < 0) continue;
      const solid = still.solids[(seen.nearest[own]! >> 6) - 1]!;
      const x = own % width;
      const y = (own - x) / width;
      aimAt(still.camera, ray, left + x + 0.5, top + y + 0.5);
      solid.hit(ray);
      if ((solid.skins[ray.part] ?? solid.skins[0]!).clear !== undefined) continue;
      findShares(still, solid, ray, ((row & 1) * 2 + (column & 1)) * 0.31, shares);
      const cell = row * columns + column;
      pixel[cell] = own;
      grid.key[cell] = shares.key;
      grid.second[cell] = shares.second;
      grid.sky[cell] = shares.sky;
    }
  }
  return grid;
}

/** The first of the four pixels of a cell that shows a solid; −1 = none. */
function pixelIn({ nearest }: Seen, x: number, y: number, width: number, height: number): number {
  for (let dy = 0; dy < 2 && y + dy < height; dy++) {
    for (let dx = 0; dx < 2 && x + dx < width; dx++) {
      const i = (y + dy) * width + x + dx;
      if (nearest[i]! !== 0) return i;
    }
  }
  return -1;
}

/** Mean over the nearest cells that show the same surface, turned alike; undefined where there is none. */
function readGrid(
  grid: ShareGrid,
  { nearest, normals }: Seen,
  x: number,
  y: number,
  width: number,
  own: number,
  shares: Shares,
): Shares | undefined {
  const left = (x - 1) >> 1;
  const top = (y - 1) >> 1;
  const fx = (x - 1) / 2 - left + 0.25;
  const fy = (y - 1) / 2 - top + 0.25;
  const i = (y * width + x) * 3;
  const same = nearest[y * width + x] === own;
  let [key, second, sky, total] = [0, 0, 0, 0];
  for (let dy = -1; dy <= 2; dy++) {
    const row = top + dy;
    if (row < 0 || row >= grid.rows) continue;
    for (let dx = -1; dx <= 2; dx++) {
      const column = left + dx;
      if (column < 0 || column >= grid.columns) continue;
      const cell = row * grid.columns + column;
      const pixel = grid.pixel[cell]!;
      if (pixel < 0 || nearest[pixel] !== own) continue;
      const n = pixel * 3;
      const alike = same
        ? normals[i]! * normals[n]! + normals[i + 1]! * normals[n + 1]! + normals[i + 2]! * normals[n + 2]!
        : 16129;
      if (alike < 14000) continue;
      const wx = 2 - Math.abs(dx - fx);
      const wy = 2 - Math.abs(dy - fy);
      const weight = wx * wy;
      if (wx <= 0 || wy <= 0) continue;
      key += weight * grid.key[cell]!;
      second += weight * grid.second[cell]!;
      sky += weight * grid.sky[cell]!;
      total += weight;
    }
  }
  if (total === 0) return undefined;
  shares.key = key / total;
  shares.second = second / total;
  shares.sky = sky / total;
  return shares;
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
  grid: ShareGrid,
  seen: Seen,
  frame: Frame,
  ray: Ray,
  x: number,
  y: number,
  planes: readonly [Float32Array, Float32Array, Float32Array],
  to: number,
  shares: Shares,
  out: Float32Array,
): void {
  const column = frame.left + x;
  const row = frame.top + y;
  let [r, g, b] = [0, 0, 0];
  for (const [dx, dy] of SUBPIXELS) {
    aimAt(still.camera, ray, column + dx, row + dy);
    const solid = firstOf(still.solids, ray);
    if (solid === undefined) {
      r += planes[0][to]!;
      g += planes[1][to]!;
      b += planes[2][to]!;
      continue;
    }
    const own = (still.solids.indexOf(solid) + 1) * 64 + ray.part;
    const known = readGrid(grid, seen, x, y, frame.width, own, shares);
    radiance(still, solid, ray, grainAt(column, row), 0, known, out);
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
