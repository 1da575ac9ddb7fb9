import type { Size } from '../ad/geometry.ts';

/**
 * An 8-bit sRGB picture with straight alpha, 4 bytes a pixel (R, G, B, A), rows from the top without padding:
 * `data.length === width * height * 4`. Its memory is shared between threads and never changed after the
 * function that made it has returned.
 */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<SharedArrayBuffer>;
  /** SHA-256 over size and pixels as hex; present once the raster goes from node to node. */
  readonly digest?: string;
}

/** One byte a pixel: 0 = outside, 255 = wholly inside. */
export interface Matte {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<SharedArrayBuffer>;
  /** As a raster's. */
  readonly digest?: string;
}

/** One float a pixel; the range is its maker's to state. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array<SharedArrayBuffer>;
}

/** Whether a value is a raster or a matte, told by its shape. */
export function isPicture(value: unknown): value is Raster | Matte {
  if (typeof value !== 'object' || value === null) return false;
  if (!('data' in value && 'width' in value && 'height' in value)) return false;
  const { data, width, height } = value;
  if (!(data instanceof Uint8ClampedArray) || typeof width !== 'number' || typeof height !== 'number') {
    return false;
  }
  return data.length === width * height * 4 || data.length === width * height;
}

const samples = (length: number): Uint8ClampedArray<SharedArrayBuffer> =>
  new Uint8ClampedArray(new SharedArrayBuffer(length));

export function createRaster(width: number, height: number): Raster {
  return { width, height, data: samples(width * height * 4) };
}

export function createMatte(width: number, height: number): Matte {
  return { width, height, data: samples(width * height) };
}

export function createPlane(width: number, height: number): Plane {
  return { width, height, data: new Float32Array(new SharedArrayBuffer(width * height * 4)) };
}

/** Bytes from which on a picture that is kept has pages of its own. */
const PAGES = 64 * 2 ** 10;

/**
 * The same picture in memory that goes back to the system once nobody has it: for pictures that outlive the work that
 * made them. A buffer that may grow, if only to the size it has, is pages of its own; any other comes out of malloc's
 * pool of the thread that asks, where what lives longer keeps the room of all that is gone. Fresh pages are dear, so
 * what is made on the way stays in the pool.
 */
export function withOwnPages<P extends Raster | Matte>(picture: P): P {
  const { length } = picture.data;
  if (length < PAGES) return picture;
  const buffer = new SharedArrayBuffer(length, { maxByteLength: length });
  // With its length said: a view without one would follow the buffer's, and be slower.
  const data = new Uint8ClampedArray(buffer, 0, length);
  data.set(picture.data);
  return { ...picture, data };
}

/** A copy whose pixels may still be written by the function that asked for it. */
export function copyRaster(raster: Raster): Raster {
  const copy = createRaster(raster.width, raster.height);
  copy.data.set(raster.data);
  return copy;
}

/** A raster of pixels that came from elsewhere, row by row from the top: their memory is not kept. */
export function rasterOf({ width, height, data }: Size & { readonly data: ArrayLike<number> }): Raster {
  const raster = createRaster(width, height);
  raster.data.set(data);
  return raster;
}

/** The raster's alpha as a matte. */
export function alphaOf(raster: Raster): Matte {
  const matte = createMatte(raster.width, raster.height);
  for (let i = 0; i < matte.data.length; i++) matte.data[i] = raster.data[i * 4 + 3]!;
  return matte;
}
