import { digestOf } from '../imaging/digest.ts';
import { isPicture, withOwnPages } from '../imaging/raster.ts';

/** The same value, in which every raster and matte carries its digest. Plain objects and arrays are searched. */
export function withDigests<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (isPicture(value))
    return value.digest === undefined ? { ...withOwnPages(value), digest: digestOf(value) } : value;
  if (Array.isArray(value)) return value.map(withDigests) as T;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withDigests(part)])) as T;
}
