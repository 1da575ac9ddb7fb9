import { seededRandom } from '../../../src/imaging/random.ts';
import { createMatte, createRaster, type Matte, type Raster } from '../../../src/imaging/raster.ts';

type Rgb = readonly [number, number, number];

/** Whether a place, in pixels, is inside of something. */
export type Shape = (x: number, y: number) => boolean;

export const disc =
  (cx: number, cy: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) < radius;

export const block =
  (left: number, top: number, right: number, bottom: number): Shape =>
  (x, y) =>
    x >= left && x < right && y >= top && y < bottom;

export interface Scene {
  readonly width?: number;
  readonly height?: number;
  /** Colour of the ground at a place. */
  readonly ground: Rgb | ((x: number, y: number) => Rgb);
  /** Painted one over the other. */
  readonly things: readonly { readonly shape: Shape; readonly colour: Rgb }[];
  /** Which of the ground's light is left at a place, 0–1. */
  readonly light?: (x: number, y: number) => number;
  /** Largest change by the sensor, 0–255. */
  readonly noise?: number;
}

const SUBPIXELS = 4;

/** A photo of simple things with smooth rims, and the shape of them all. */
export function photoOf(scene: Scene): { photo: Raster; truth: Matte } {
  const { width = 240, height = 200, noise = 2, light = () => 1 } = scene;
  const photo = createRaster(width, height);
  const truth = createMatte(width, height);
  const random = seededRandom(1);
  const groundAt = typeof scene.ground === 'function' ? scene.ground : () => scene.ground as Rgb;
  for (let i = 0; i < truth.data.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const lit = groundAt(x, y).map((value) => value * light(x, y));
    const sum = [0, 0, 0];
    for (let k = 0; k < SUBPIXELS ** 2; k++) {
      const u = x + ((k % SUBPIXELS) + 0.5) / SUBPIXELS;
      const v = y + (Math.floor(k / SUBPIXELS) + 0.5) / SUBPIXELS;
      const thing = scene.things.findLast(({ shape }) => shape(u, v));
      if (thing !== undefined) truth.data[i]! += 255 / SUBPIXELS ** 2;
      for (let c = 0; c < 3; c++) sum[c]! += (thing?.colour ?? lit)[c]! / SUBPIXELS ** 2;
    }
    for (let c = 0; c < 3; c++) photo.data[i * 4 + c] = sum[c]! + noise * (2 * random() - 1);
    photo.data[i * 4 + 3] = 255;
  }
  return { photo, truth };
}

export function mirrored<T extends Raster | Matte>(picture: T): T {
  const { width, height, data } = picture;
  const size = data.length / (width * height);
  const flipped = size === 4 ? createRaster(width, height) : createMatte(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + width - 1 - x) * size;
      flipped.data.set(data.subarray(from, from + size), (y * width + x) * size);
    }
  }
  return { ...picture, data: flipped.data };
}
