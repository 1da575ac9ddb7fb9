import { area, type Box, expand, intersection } from '../../ad/geometry.ts';
import type { Raster } from '../raster.ts';
import type { FoundMap } from './found-map.ts';

export interface LookCloserRequest {
  readonly photo: Pick<Raster, 'width' | 'height'>;
  /** The first look, at the whole photo. */
  readonly map: FoundMap;
  /** Which thing is meant, from 1; absent = the default. */
  readonly pick?: number;
}

/** From this value on a place of the map counts as product. */
const FOUND = 0.5;

/** A product whose box takes less than this share of the photo is looked at again. */
const SMALL = 0.2;

/** The crop gains nothing where it is nearly the photo. */
const LARGEST_CROP = 0.75;

/**
 * Where a model should look once more: twice the product's box. A map of fixed size shows a small product in few
 * places, and its thin parts in none.
 *
 * @returns a box inside of the photo, or undefined where the first look was large enough or found nothing
 */
export function lookCloser({ photo, map: { map, box } }: LookCloserRequest): Box | undefined {
  const found = boxOfFound(map.data, map.width);
  if (found === undefined) return undefined;
  const [perX, perY] = [box.width / map.width, box.height / map.height];
  const product: Box = {
    x: box.x + found.x * perX,
    y: box.y + found.y * perY,
    width: found.width * perX,
    height: found.height * perY,
  };
  if (area(product) >= SMALL * area(photo)) return undefined;
  const room = Math.max(product.width, product.height) / 2;
  const wide = intersection(expand(product, room), { x: 0, y: 0, width: photo.width, height: photo.height });
  const x = Math.floor(wide.x);
  const y = Math.floor(wide.y);
  const crop = {
    x,
    y,
    width: Math.min(photo.width, Math.ceil(wide.x + wide.width)) - x,
    height: Math.min(photo.height, Math.ceil(wide.y + wide.height)) - y,
  };
  return area(crop) >= LARGEST_CROP * area(photo) ? undefined : crop;
}

/** Around all that was found, in the map's places. */
function boxOfFound(data: Float32Array, width: number): Box | undefined {
  let [left, top, right, bottom] = [width, 0, -1, -1];
  for (let i = 0; i < data.length; i++) {
    if (data[i]! < FOUND) continue;
    const x = i % width;
    if (right < 0) top = (i - x) / width;
    if (x < left) left = x;
    if (x > right) right = x;
    bottom = (i - x) / width;
  }
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
