import { gaussianBlur } from '../filter.ts';
import { createPlane, type Plane } from '../raster.ts';
import type { Camera } from './camera.ts';
import type { RowHit, RowView } from './profile.ts';
import { createSoftMask, type SoftMask, sampleMask } from './soft-mask.ts';

/** The upper part of the picture as glossy boards below mirror it, at a quarter of the size. */
export interface Mirror {
  /** Takes one painted pixel of an upright board. */
  write(row: number, column: number, r: number, g: number, b: number): void;
  /** All pixels are in: from now on it can be looked at. */
  close(): void;
  /** Colour found by the last mirrorRow. */
  readonly out: Float32Array;
  readonly camera: Camera;
  /** Depth of the board that is seen in it. */
  readonly depth: number;
  readonly rows: number;
  masks(): readonly [SoftMask, SoftMask, SoftMask];
}

const SCALE = 4;

/** Undefined when no level board is glossy enough to show anything. */
export function createMirror(camera: Camera, views: readonly RowView[]): Mirror | undefined {
  const glossy = views.some((view) => view.first.strip.kind === 'level' && view.first.strip.material.gloss > 0);
  const back = views[0]!.first;
  if (!glossy || back.strip.kind !== 'upright') return undefined;
  let rows = views.findIndex((view) => view.first.strip.kind === 'level');
  if (rows < SCALE * 4) return undefined;
  rows = Math.min(views.length, rows);
  const width = Math.ceil(camera.width / SCALE);
  const height = Math.ceil(rows / SCALE);
  const planes = [createPlane(width, height), createPlane(width, height), createPlane(width, height)] as const;
  const counts = new Float32Array(width * height);
  let masks: readonly [SoftMask, SoftMask, SoftMask] | undefined;
  return {
    camera,
    depth: back.z,
    rows,
    out: new Float32Array(3),
    write(row, column, r, g, b) {
      if (row >= rows) return;
      const i = ((row / SCALE) | 0) * width + ((column / SCALE) | 0);
      planes[0].data[i]! += r;
      planes[1].data[i]! += g;
      planes[2].data[i]! += b;
      counts[i]! += 1;
    },
    close() {
      for (const plane of planes) for (let i = 0; i < counts.length; i++) plane.data[i]! /= Math.max(1, counts[i]!);
      const soft = (plane: Plane): SoftMask => createSoftMask(gaussianBlur(plane, 0.7));
      masks = [soft(planes[0]), soft(planes[1]), soft(planes[2])];
    },
    masks() {
      if (masks === undefined) throw new Error('the mirror is looked at before it is closed');
      return masks;
    },
  };
}

/**
 * Colour that a level board at `hit` mirrors, into `mirror.out`. The mirrored ray stays in its column, because the
 * board behind is upright; a rough board spreads it, the more the farther the mirrored thing is.
 */
export function mirrorRow(mirror: Mirror, hit: RowHit, roughness: number, step: number): void {
  const { camera, depth } = mirror;
  const drop = camera.eyeHeight - hit.y;
  const way = Math.max(0, depth - hit.z);
  const y = hit.y + (drop * way) / hit.z;
  const row = camera.eyeRow + (camera.focal * (camera.eyeHeight - y)) / depth;
  const spread = (roughness * way * camera.focal) / depth / camera.width;
  const s = (step * SCALE + 0.5) / camera.width;
  const t = Math.max(0.002, row / mirror.rows);
  const [r, g, b] = mirror.masks();
  mirror.out[0] = sampleMask(r, s, t, spread);
  mirror.out[1] = sampleMask(g, s, t, spread);
  mirror.out[2] = sampleMask(b, s, t, spread);
}
