import { createPlane, type Plane } from '../../imaging/raster.ts';
import type { Camera } from './camera.ts';
import type { RowHit, RowView } from './profile.ts';
import { createSoftMask, type SoftMask, sampleMask } from './soft-mask.ts';

/** The upper part of the picture as glossy boards below mirror it, at a quarter of the size. */
export interface Mirror {
  readonly camera: Camera;
  /** Depth of the board that is seen in it. */
  readonly depth: number;
  /** Rows of the picture that it holds. */
  readonly rows: number;
  readonly planes: readonly [Plane, Plane, Plane];
  /** Pixels gathered by each texel. */
  readonly counts: Float32Array;
  /** The planes at every blur, once it is closed. */
  masks: readonly SoftMask[];
  /** Colour found by the last mirrorRow. */
  readonly out: Float32Array;
}

const SCALE = 4;

/** Undefined when no level board is glossy enough to show anything. */
export function createMirror(camera: Camera, views: readonly RowView[]): Mirror | undefined {
  const glossy = views.some(
    (view) => view.first.strip.kind === 'level' && view.first.strip.material.gloss > 0,
  );
  const back = views[0]!.first;
  if (!glossy || back.strip.kind !== 'upright') return undefined;
  const rows = views.findIndex((view) => view.first.strip.kind === 'level');
  if (rows < SCALE * 4) return undefined;
  const width = Math.ceil(camera.width / SCALE);
  const height = Math.ceil(rows / SCALE);
  return {
    camera,
    depth: back.z,
    rows,
    planes: [createPlane(width, height), createPlane(width, height), createPlane(width, height)],
    counts: new Float32Array(width * height),
    masks: [],
    out: new Float32Array(3),
  };
}

/** Takes the sum of `count` painted pixels of an upright board: a block of four columns. */
export function writeMirror(
  mirror: Mirror,
  row: number,
  block: number,
  r: number,
  g: number,
  b: number,
  count: number,
): void {
  if (row >= mirror.rows) return;
  const i = ((row / SCALE) | 0) * mirror.planes[0].width + block;
  mirror.planes[0].data[i]! += r;
  mirror.planes[1].data[i]! += g;
  mirror.planes[2].data[i]! += b;
  mirror.counts[i]! += count;
}

/** All pixels are in: from now on it can be looked at. */
export function closeMirror(mirror: Mirror): void {
  const { planes, counts } = mirror;
  for (const plane of planes) {
    for (let i = 0; i < counts.length; i++) plane.data[i]! /= Math.max(1, counts[i]!);
  }
  mirror.masks = planes.map(createSoftMask);
}

/**
 * Colour that a level board at `hit` mirrors, into `mirror.out`. The mirrored ray stays in its column, because the
 * board behind is upright; a rough board spreads it, the more the farther the mirrored thing is.
 */
export function mirrorRow(mirror: Mirror, hit: RowHit, roughness: number, step: number): void {
  const { camera, depth, out, masks } = mirror;
  const drop = camera.eyeHeight - hit.y;
  const way = Math.max(0, depth - hit.z);
  const y = hit.y + (drop * way) / hit.z;
  const row = camera.eyeRow + (camera.focal * (camera.eyeHeight - y)) / depth;
  const spread = (roughness * way * camera.focal) / depth / camera.width;
  const s = (step * SCALE + 0.5) / camera.width;
  const t = Math.max(0.002, row / mirror.rows);
  for (let channel = 0; channel < 3; channel++) out[channel] = sampleMask(masks[channel]!, s, t, spread);
}
