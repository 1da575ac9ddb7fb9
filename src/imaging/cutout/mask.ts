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

/** The same, to be changed. */
export const copyOf = ({ width, height, data }: Mask): Mask => ({ width, height, data: data.slice() });

/** Pixels whose whole square of `2 * radius + 1` is inside; what lies beyond the picture counts as inside. */
export const eroded = (mask: Mask, radius: number): Mask => (radius <= 0 ? mask : spread(mask, radius, 0));

/** Pixels with any pixel inside within a square of `2 * radius + 1`. */
export const dilated = (mask: Mask, radius: number): Mask => (radius <= 0 ? mask : spread(mask, radius, 1));

/** Wherever the square of `2 * radius + 1` has a pixel of that value, the value; elsewhere the other. */
function spread({ width, height, data }: Mask, radius: number, value: 0 | 1): Mask {
  const across = createMask(width, height);
  const out = createMask(width, height);
  if (value === 0) for (const mask of [across, out]) mask.data.fill(1);
  for (let y = 0; y < height; y++) spreadAlong(data, across.data, value, y * width, 1, width, radius);
  for (let x = 0; x < width; x++) spreadAlong(across.data, out.data, value, x, width, height, radius);
  return out;
}

/** Along one line: the value wherever `from` has it within `radius` samples. */
function spreadAlong(
  from: Uint8Array,
  to: Uint8Array,
  value: 0 | 1,
  start: number,
  step: number,
  count: number,
  radius: number,
): void {
  let last = -radius - 1;
  for (let k = 0; k < Math.min(radius, count); k++) if (from[start + k * step] === value) last = k;
  for (let k = 0; k < count; k++) {
    if (k + radius < count && from[start + (k + radius) * step] === value) last = k + radius;
    if (last >= k - radius) to[start + k * step] = value;
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
function flooded({ width, height, data: passable }: Mask, seeds: Mask): Mask {
  const out = createMask(width, height);
  const reached = out.data;
  const stack = new Int32Array(passable.length);
  const last = passable.length - width;
  let depth = 0;
  for (let i = 0; i < passable.length; i++) {
    if (seeds.data[i] === 0 || passable[i] === 0) continue;
    reached[i] = 1;
    stack[depth++] = i;
  }
  while (depth > 0) {
    const i = stack[--depth]!;
    const x = i % width;
    if (x > 0 && passable[i - 1] === 1 && reached[i - 1] === 0) {
      reached[i - 1] = 1;
      stack[depth++] = i - 1;
    }
    if (x < width - 1 && passable[i + 1] === 1 && reached[i + 1] === 0) {
      reached[i + 1] = 1;
      stack[depth++] = i + 1;
    }
    if (i >= width && passable[i - width] === 1 && reached[i - width] === 0) {
      reached[i - width] = 1;
      stack[depth++] = i - width;
    }
    if (i < last && passable[i + width] === 1 && reached[i + width] === 0) {
      reached[i + width] = 1;
      stack[depth++] = i + width;
    }
  }
  return out;
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
  // What no piece has taken yet.
  const rest = mask.data.slice();
  const found: Component[] = [];
  // One queue for all: each piece is a stretch of it.
  const queue = new Int32Array(rest.length);
  let end = 0;
  const take = (i: number): void => {
    if (rest[i] !== 1) return;
    rest[i] = 0;
    queue[end++] = i;
  };
  for (let start = rest.indexOf(1); start >= 0; start = rest.indexOf(1, start)) {
    const begin = end;
    take(start);
    let [left, right, top, bottom] = [width, 0, height, 0];
    for (let k = begin; k < end; k++) {
      const i = queue[k]!;
      const x = i % width;
      const y = (i - x) / width;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      if (x > 0) take(i - 1);
      if (x < width - 1) take(i + 1);
      if (y > 0) take(i - width);
      if (y < height - 1) take(i + width);
    }
    const touchesEdge = left === 0 || top === 0 || right === width - 1 || bottom === height - 1;
    const pixels = queue.subarray(begin, end);
    found.push({ pixels, left, right, top, bottom, touchesEdge });
  }
  return found.sort((a, b) => b.pixels.length - a.pixels.length);
}
