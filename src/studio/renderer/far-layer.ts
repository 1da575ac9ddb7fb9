import type { SKRSContext2D } from '@napi-rs/canvas';
import { drawn } from '../../imaging/canvas.ts';
import { LINEAR_OF_BYTE } from '../../imaging/colour.ts';
import { gaussianBlur } from '../../imaging/filter.ts';
import { createPlane, type Plane } from '../../imaging/raster.ts';
import { smoothstep } from '../../imaging/smoothstep.ts';
import type { Camera } from './camera.ts';
import type { LinearRgb } from './linear-colour.ts';

/** Things far behind the product, out of focus, at a quarter of the picture's size: they lie over the last board. */
export interface FarLayer {
  /** Light of the things, multiplied by their alpha; above 1 for lamps. */
  readonly r: Plane;
  readonly g: Plane;
  readonly b: Plane;
  /** 0 = the board behind is seen, 1 = hidden. */
  readonly alpha: Plane;
}

const SCALE = 4;

export function createFarLayer(camera: Camera): FarLayer {
  const width = Math.ceil(camera.width / SCALE) + 2;
  const height = Math.ceil(camera.height / SCALE) + 2;
  const plane = (): Plane => createPlane(width, height);
  return { r: plane(), g: plane(), b: plane(), alpha: plane() };
}

/** Painted things that the lens blurs. */
export interface FarThing {
  /** Draws in the picture's pixels; colours are albedo as a screen shows it. */
  draw(context: SKRSContext2D): void;
  /** Radius of the lens blur, pixels. */
  readonly blur: number;
  /** Light that falls on it. */
  readonly light: LinearRgb;
}

/** Lays a thing in front of what the layer holds already. */
export function addThing(layer: FarLayer, thing: FarThing): void {
  const { width, height } = layer.alpha;
  const raster = drawn(width, height, (context) => {
    context.scale(1 / SCALE, 1 / SCALE);
    thing.draw(context);
  });
  const [r, g, b, alpha] = [
    createPlane(width, height),
    createPlane(width, height),
    createPlane(width, height),
    createPlane(width, height),
  ];
  for (let i = 0; i < alpha.data.length; i++) {
    const share = raster.data[i * 4 + 3]! / 255;
    if (share === 0) continue;
    alpha.data[i] = share;
    r.data[i] = share * thing.light[0] * LINEAR_OF_BYTE[raster.data[i * 4]!]!;
    g.data[i] = share * thing.light[1] * LINEAR_OF_BYTE[raster.data[i * 4 + 1]!]!;
    b.data[i] = share * thing.light[2] * LINEAR_OF_BYTE[raster.data[i * 4 + 2]!]!;
  }
  const sigma = (0.55 * thing.blur) / SCALE;
  const soft = gaussianBlur(alpha, sigma);
  const over = (plane: Plane, thingPlane: Plane): void => {
    const blurred = gaussianBlur(thingPlane, sigma);
    for (let i = 0; i < plane.data.length; i++) {
      plane.data[i] = plane.data[i]! * (1 - soft.data[i]!) + blurred.data[i]!;
    }
  };
  over(layer.r, r);
  over(layer.g, g);
  over(layer.b, b);
  over(layer.alpha, alpha);
}

/** A point of light that the lens draws as a disc. */
export interface Disc {
  /** Centre and radius, pixels of the picture. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly light: LinearRgb;
  /** Width of the soft rim as a share of the radius, 0.15–1. */
  readonly rim: number;
}

/** Adds the light of a disc to the layer; nothing is hidden by it. */
export function addDisc(layer: FarLayer, disc: Disc): void {
  const { width, height } = layer.r;
  const cx = disc.x / SCALE;
  const cy = disc.y / SCALE;
  const radius = disc.radius / SCALE;
  const rim = Math.max(disc.rim, 1.2 / radius);
  const reach = radius * (1 + rim * 0.5) + 1;
  const [r, g, b] = disc.light;
  for (let y = Math.max(0, Math.floor(cy - reach)); y <= Math.min(height - 1, cy + reach); y++) {
    for (let x = Math.max(0, Math.floor(cx - reach)); x <= Math.min(width - 1, cx + reach); x++) {
      const away = Math.hypot(x + 0.5 - cx, y + 0.5 - cy) / radius;
      const t = (1 + rim * 0.5 - away) / rim;
      if (t <= 0) continue;
      const edge = smoothstep(t);
      // A real lens is a little brighter towards the rim of its discs.
      const level = edge * (0.88 + 0.12 * away * away);
      const i = y * width + x;
      layer.r.data[i]! += r * level;
      layer.g.data[i]! += g * level;
      layer.b.data[i]! += b * level;
    }
  }
}

/** One row of a far layer, read at full size. */
export interface FarRow {
  readonly r: Float32Array;
  readonly g: Float32Array;
  readonly b: Float32Array;
  readonly alpha: Float32Array;
}

/** Writes the layer at one row of the picture, a value for every column, into `into`; false where it is empty. */
export function readFarRow(layer: FarLayer, row: number, into: FarRow): boolean {
  const { width, height } = layer.alpha;
  const y = Math.max(0, Math.min(height - 1.001, (row + 0.5) / SCALE - 0.5));
  const top = Math.floor(y);
  if (isEmpty(layer, top * width, (top + 2) * width)) return false;
  readRow(layer.r, top, y - top, into.r);
  readRow(layer.g, top, y - top, into.g);
  readRow(layer.b, top, y - top, into.b);
  readRow(layer.alpha, top, y - top, into.alpha);
  return true;
}

function isEmpty({ r, g, b, alpha }: FarLayer, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (alpha.data[i]! + r.data[i]! + g.data[i]! + b.data[i]! > 1e-4) return false;
  }
  return true;
}

function readRow({ data, width }: Plane, top: number, fy: number, into: Float32Array): void {
  const upper = top * width;
  let left = data[upper]! + (data[upper + width]! - data[upper]!) * fy;
  // Columns of the picture lie at 1/8, 3/8, 5/8 and 7/8 of the way between those of the layer.
  into[0] = left;
  into[1] = left;
  for (let column = 1; column < width; column++) {
    const i = upper + column;
    const right = data[i]! + (data[i + width]! - data[i]!) * fy;
    const step = (right - left) / SCALE;
    const to = column * SCALE - 2;
    for (let k = 0; k < SCALE && to + k < into.length; k++) into[to + k] = left + step * (k + 0.5);
    left = right;
  }
}
