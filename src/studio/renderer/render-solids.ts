import { type FirstHits, isEdge, readHit } from './first-hits.ts';
import type { LinearPicture } from './linear-picture.ts';
import { createRay } from './solid.ts';
import { radiance } from './trace.ts';
import {
  aimThrough,
  interleavedNoise,
  nearestSolid,
  type TracedScene,
  type Visibility,
} from './traced-scene.ts';
import { createVisibilityGrid, readVisibility, type VisibilityGrid } from './visibility-grid.ts';

/** Paints the solids over the room, in place. */
export function renderSolids(scene: TracedScene, seen: FirstHits, picture: LinearPicture): void {
  const painter = createPainter(scene, seen, picture);
  const { width, height } = seen.frame;
  for (let y = 0; y < height; y++) {
    const from = Math.max(0, seen.from[y]! - 1);
    const to = Math.min(width, seen.to[y]! + 1);
    for (let x = from; x < to; x++) {
      if (isEdge(seen, x, y)) paintEdge(painter, x, y);
      else if (seen.solidIds[y * width + x] !== 0) paintPixel(painter, x, y);
    }
  }
  for (const i of noisyPixels(painter)) paintEdge(painter, i % width, Math.floor(i / width));
}

interface Painter {
  readonly scene: TracedScene;
  readonly seen: FirstHits;
  readonly grid: VisibilityGrid;
  readonly planes: readonly [Float32Array, Float32Array, Float32Array];
  /** Width of the picture. */
  readonly width: number;
  readonly ray: ReturnType<typeof createRay>;
  readonly visibility: Visibility;
  readonly out: Float32Array;
}

const createPainter = (scene: TracedScene, seen: FirstHits, picture: LinearPicture): Painter => ({
  scene,
  seen,
  grid: createVisibilityGrid(scene, seen),
  planes: [picture.r.data, picture.g.data, picture.b.data],
  width: picture.width,
  ray: createRay(),
  visibility: { key: 1, second: 1, sky: 1 },
  out: new Float32Array(3),
});

function paintPixel(
  { scene, seen, grid, planes, width, ray, visibility, out }: Painter,
  x: number,
  y: number,
): void {
  const { frame } = seen;
  const own = seen.solidIds[y * frame.width + x]!;
  const column = frame.left + x;
  const row = frame.top + y;
  const solid = scene.solids[(own >> 6) - 1]!;
  readHit(seen, scene.camera, x, y, ray);
  const known = readVisibility(grid, seen, solid.selfShadows, x, y, own, visibility);
  radiance(scene, solid, ray, interleavedNoise(column, row), 0, known, out);
  const at = row * width + column;
  planes[0][at] = out[0]!;
  planes[1][at] = out[1]!;
  planes[2][at] = out[2]!;
}

/** Where a pixel is asked again when it holds an edge: a turned grid. */
const SUBPIXELS = [
  [0.375, 0.125],
  [0.875, 0.375],
  [0.125, 0.625],
  [0.625, 0.875],
] as const;

function paintEdge(
  { scene, seen, grid, planes, width, ray, visibility, out }: Painter,
  x: number,
  y: number,
): void {
  const column = seen.frame.left + x;
  const row = seen.frame.top + y;
  const at = row * width + column;
  let r = 0;
  let g = 0;
  let b = 0;
  for (const [dx, dy] of SUBPIXELS) {
    aimThrough(scene.camera, ray, column + dx, row + dy);
    const solid = nearestSolid(scene.casters, ray);
    if (solid === undefined) {
      r += planes[0][at]!;
      g += planes[1][at]!;
      b += planes[2][at]!;
      continue;
    }
    const own = (scene.solids.indexOf(solid) + 1) * 64 + ray.materialIndex;
    const known = readVisibility(grid, seen, solid.selfShadows, x, y, own, visibility);
    radiance(scene, solid, ray, interleavedNoise(column, row), 0, known, out);
    // A glint smaller than a pixel must not outshine the whole pixel.
    r += Math.min(4, out[0]!);
    g += Math.min(4, out[1]!);
    b += Math.min(4, out[2]!);
  }
  planes[0][at] = r / 4;
  planes[1][at] = g / 4;
  planes[2][at] = b / 4;
}

/** Pixels of the frame inside clear things that differ much from a neighbour: what is seen in glass has edges too. */
function noisyPixels({ scene, seen, planes, width }: Painter): number[] {
  const { frame, solidIds } = seen;
  const [r, g, b] = planes;
  const found: number[] = [];
  const transmission = scene.solids.map((solid) =>
    solid.materials.map((material) => material.transmission !== undefined),
  );
  if (!transmission.some((materials) => materials.includes(true))) return found;
  const level = (i: number): number => 0.3 * r[i]! + 0.6 * g[i]! + 0.1 * b[i]!;
  for (let y = 1; y < frame.height - 1; y++) {
    for (let x = 1; x < frame.width - 1; x++) {
      const own = solidIds[y * frame.width + x]!;
      if (own === 0 || transmission[(own >> 6) - 1]![own & 63] !== true) continue;
      const i = (frame.top + y) * width + frame.left + x;
      const here = level(i);
      const limit = 0.055 + 0.13 * here;
      if (
        Math.abs(level(i + 1) - here) > limit ||
        Math.abs(level(i - 1) - here) > limit ||
        Math.abs(level(i + width) - here) > limit ||
        Math.abs(level(i - width) - here) > limit
      ) {
        found.push(y * frame.width + x);
      }
    }
  }
  return found;
}
