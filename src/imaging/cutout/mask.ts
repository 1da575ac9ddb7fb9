import { createPlane, type Plane } from '../raster.ts';

/** A region of a picture: one byte a pixel, 1 = inside, 0 = outside. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export function createMask(width: number, height: number): Mask {
  return { width, height, data: new Uint8Array(width * height) };
}

/** The mask of all pixels of a picture for which `inside` holds. */
export function maskOf(width: number, height: number, inside: (i: number) => boolean): Mask {
  const mask = createMask(width, height);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = inside(i) ? 1 : 0;
  return mask;
}

/** 0 and 1 as numbers between which others fit. */
export function planeOf({ width, height, data }: Mask): Plane {
  const plane = createPlane(width, height);
  plane.data.set(data);
  return plane;
}

/** Pixels whose whole square of `2 * radius + 1` is inside; what lies beyond the picture counts as inside. */
export function eroded(mask: Mask, radius: number): Mask {
  return inverted(dilated(inverted(mask), radius));
}

/** Pixels with any pixel inside within a square of `2 * radius + 1`. */
export function dilated(mask: Mask, radius: number): Mask {
  if (radius <= 0) return mask;
  const { width, height, data } = mask;
  const across = createMask(width, height);
  for (let y = 0; y < height; y++) spread(data, across.data, y * width, 1, width, radius);
  const out = createMask(width, height);
  for (let x = 0; x < width; x++) spread(across.data, out.data, x, width, height, radius);
  return out;
}

/** Along one line: 1 wherever `from` has a 1 within `radius` samples. */
function spread(
  from: Uint8Array,
  to: Uint8Array,
  start: number,
  step: number,
  count: number,
  radius: number,
): void {
  let last = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < Math.min(radius, count); k++) if (from[start + k * step] === 1) last = k;
  for (let k = 0; k < count; k++) {
    if (k + radius < count && from[start + (k + radius) * step] === 1) last = k + radius;
    if (last >= k - radius) to[start + k * step] = 1;
  }
}

export function inverted({ width, height, data }: Mask): Mask {
  const out = createMask(width, height);
  for (let i = 0; i < data.length; i++) out.data[i] = 1 - data[i]!;
  return out;
}

/** Opening (erode, dilate) removes what is thinner than `2 * radius`. */
export const opened = (mask: Mask, radius: number): Mask => dilated(eroded(mask, radius), radius);

/** The part of `passable` that can be reached from `seeds` over neighbours in four directions. */
function flooded(passable: Mask, seeds: Mask): Mask {
  const { width, height } = passable;
  const out = createMask(width, height);
  const stack = new Int32Array(passable.data.length);
  let depth = 0;
  for (let i = 0; i < seeds.data.length; i++) {
    if (seeds.data[i] === 0 || passable.data[i] === 0) continue;
    out.data[i] = 1;
    stack[depth++] = i;
  }
  while (depth > 0) {
    const i = stack[--depth]!;
    const x = i % width;
    for (let side = 0; side < 4; side++) {
      const j = neighbour(i, x, side, width, out.data.length);
      if (j < 0 || out.data[j] === 1 || passable.data[j] === 0) continue;
      out.data[j] = 1;
      stack[depth++] = j;
    }
  }
  return out;
}

/** The pixel left, right, above or below of `i`, whose column is `x`; −1 beyond the picture. */
function neighbour(i: number, x: number, side: number, width: number, count: number): number {
  if (side === 0) return x > 0 ? i - 1 : -1;
  if (side === 1) return x < width - 1 ? i + 1 : -1;
  if (side === 2) return i >= width ? i - width : -1;
  return i + width < count ? i + width : -1;
}

/**
 * As `flooded`, but only over ways wider than `2 * radius` pixels, so that a small gap in an outline lets nothing
 * through; then grown back to the walls.
 */
export function floodedWide(passable: Mask, seeds: Mask, radius: number): Mask {
  const wide = eroded(passable, radius);
  let region = flooded(wide, seeds);
  for (let step = 0; step <= radius; step++) {
    region = dilated(region, 1);
    for (let i = 0; i < region.data.length; i++) region.data[i]! &= passable.data[i]!;
  }
  return region;
}

/** A piece of a mask that hangs together over neighbours in four directions. */
export interface Component {
  /** Positions of its pixels. */
  readonly pixels: Int32Array;
  /** Smallest and largest column and row. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether it lies against the picture's edge. */
  readonly touchesEdge: boolean;
}

/** All pieces, largest first. */
export function componentsOf(mask: Mask): Component[] {
  const { width, height } = mask;
  const seen = new Uint8Array(mask.data.length);
  const found: Component[] = [];
  // One queue for all: each piece is a stretch of it.
  const queue = new Int32Array(mask.data.length);
  let end = 0;
  for (let start = 0; start < seen.length; start++) {
    if (mask.data[start] === 0 || seen[start] === 1) continue;
    const begin = end;
    queue[end++] = start;
    seen[start] = 1;
    let [left, right, top, bottom] = [width, 0, height, 0];
    for (let k = begin; k < end; k++) {
      const i = queue[k]!;
      const x = i % width;
      const y = (i - x) / width;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      for (let side = 0; side < 4; side++) {
        const j = neighbour(i, x, side, width, seen.length);
        if (j < 0 || mask.data[j] === 0 || seen[j] === 1) continue;
        seen[j] = 1;
        queue[end++] = j;
      }
    }
    const touchesEdge = left === 0 || top === 0 || right === width - 1 || bottom === height - 1;
    found.push({ pixels: queue.subarray(begin, end), left, right, top, bottom, touchesEdge });
  }
  return found.sort((a, b) => b.pixels.length - a.pixels.length);
}
