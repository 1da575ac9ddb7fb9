import { digestOf } from '../imaging/digest.ts';
import type { Matte, Raster } from '../imaging/raster.ts';

function isPicture(value: object): value is Raster | Matte {
  if (!('data' in value && 'width' in value && 'height' in value)) return false;
  const { data, width, height } = value;
  if (!(data instanceof Uint8ClampedArray) || typeof width !== 'number' || typeof height !== 'number') {
    return false;
  }
  return data.length === width * height * 4 || data.length === width * height;
}

/** The same value, in which every raster and matte carries its digest. Plain objects and arrays are searched. */
export function sealed<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (isPicture(value)) return value.digest === undefined ? { ...value, digest: digestOf(value) } : value;
  if (Array.isArray(value)) return value.map(sealed) as T;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, sealed(part)])) as T;
}
