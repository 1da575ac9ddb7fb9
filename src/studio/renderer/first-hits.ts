import { type Camera, columnOf, rowOf } from './camera.ts';
import { createRay, type Ray, type Solid } from './solid.ts';
import { aimThrough } from './traced-scene.ts';

/** A part of the picture, in whole pixels. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Which solid each pixel of a frame shows, and how it is turned. */
export interface FirstHits {
  readonly frame: Frame;
  /** Number of the solid from 1, times 64, plus its part; 0 = none. */
  readonly solidIds: Uint16Array;
  /** Unit normals times 127, three to a pixel. */
  readonly normals: Int8Array;
  /** Where each pixel's ray meets its solid: distance, unit normal and place on it, HIT numbers to a pixel. */
  readonly hits: Float32Array;
  /** First column with a solid, and the one after the last, in each row. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const HIT = 6;

/** Casts a ray through every pixel of the part of the picture that holds solids; undefined where it holds none. */
export function findFirstHits(camera: Camera, solids: readonly Solid[]): FirstHits | undefined {
  const frame = frameOf(camera, solids);
  if (frame === undefined) return undefined;
  const { left, top, width, height } = frame;
  const frames = solids.map((solid) => frameOf(camera, [solid]));
  const nearest = new Uint16Array(width * height);
  const normals = new Int8Array(width * height * 3);
  const hits = new Float32Array(width * height * HIT);
  const firsts = new Int32Array(height).fill(width);
  const lasts = new Int32Array(height);
  const ray = createRay();
  const near: number[] = [];
  for (let y = 0; y < height; y++) {
    const row = top + y;
    near.length = 0;
    let from = width;
    let to = 0;
    for (let s = 0; s < frames.length; s++) {
      const own = frames[s];
      if (own === undefined || row < own.top || row >= own.top + own.height) continue;
      near.push(s);
      from = Math.min(from, own.left - left);
      to = Math.max(to, own.left - left + own.width);
    }
    firsts[y] = from;
    lasts[y] = to;
    for (let x = from; x < to; x++) {
      let found = -1;
      aimThrough(camera, ray, left + x + 0.5, row + 0.5);
      for (let k = 0; k < near.length; k++) {
        const s = near[k]!;
        const own = frames[s]!;
        if (left + x < own.left || left + x >= own.left + own.width) continue;
        if (solids[s]!.hit(ray)) found = s;
      }
      if (found < 0) continue;
      const i = y * width + x;
      nearest[i] = (found + 1) * 64 + ray.materialIndex;
      normals[i * 3] = ray.nx * 127;
      normals[i * 3 + 1] = ray.ny * 127;
      normals[i * 3 + 2] = ray.nz * 127;
      const h = i * HIT;
      hits[h] = ray.t;
      hits[h + 1] = ray.nx;
      hits[h + 2] = ray.ny;
      hits[h + 3] = ray.nz;
      hits[h + 4] = ray.u;
      hits[h + 5] = ray.v;
    }
  }
  return { frame, solidIds: nearest, normals, hits, from: firsts, to: lasts };
}

/** Sends the ray through a pixel of the frame that shows a solid, to where it meets that. */
export function readHit(
  { frame, solidIds, hits }: FirstHits,
  camera: Camera,
  x: number,
  y: number,
  ray: Ray,
): void {
  aimThrough(camera, ray, frame.left + x + 0.5, frame.top + y + 0.5);
  const i = y * frame.width + x;
  const h = i * HIT;
  ray.t = hits[h]!;
  ray.nx = hits[h + 1]!;
  ray.ny = hits[h + 2]!;
  ray.nz = hits[h + 3]!;
  ray.u = hits[h + 4]!;
  ray.v = hits[h + 5]!;
  ray.materialIndex = solidIds[i]! & 63;
}

/** Whether an opaque solid hides the room at a pixel of the picture. */
export function hides(
  { frame, solidIds }: FirstHits,
  solids: readonly Solid[],
  column: number,
  row: number,
): boolean {
  const x = column - frame.left;
  const y = row - frame.top;
  if (x < 0 || y < 0 || x >= frame.width || y >= frame.height) return false;
  const own = solidIds[y * frame.width + x]!;
  if (own === 0) return false;
  const { materials } = solids[(own >> 6) - 1]!;
  return (materials[own & 63] ?? materials[0]!).transmission === undefined;
}

/** Whether a pixel differs from one of its neighbours in what it shows or sharply in how that is turned. */
export function isEdge(seen: FirstHits, x: number, y: number): boolean {
  const { width, height } = seen.frame;
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

function differs({ solidIds, normals }: FirstHits, i: number, other: number): boolean {
  const own = solidIds[i]!;
  if (solidIds[other] !== own) return true;
  if (own === 0) return false;
  const a = i * 3;
  const b = other * 3;
  return (
    normals[a]! * normals[b]! + normals[a + 1]! * normals[b + 1]! + normals[a + 2]! * normals[b + 2]! < FOLD
  );
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
