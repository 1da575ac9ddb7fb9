import { area, type Box, expand, toWholePixels, union } from '../../ad/geometry.ts';
import type { Raster } from '../raster.ts';
import type { FoundMap } from './found-map.ts';
import { findThings } from './things/find-things.ts';
import { pickThings } from './things/pick-things.ts';

export interface LookCloserRequest {
  readonly photo: Raster;
  /** The first look, at the whole photo. */
  readonly map: FoundMap;
  /** Which thing is meant, from 1; 0 = all; absent = the default. */
  readonly pick?: number;
}

/** A product whose box takes less than this share of the photo is looked at again. */
const SMALL = 0.2;

/** The crop gains nothing where it is nearly the photo. */
const LARGEST_CROP = 0.75;

/**
 * Where a model should look once more: twice the product's box. A map of fixed size shows a small product in few
 * places, and its thin parts in none.
 *
 * @returns a box inside of the photo, or undefined where the first look was large enough or found nothing
 * @throws UserError `pick-unknown` where there are not so many things
 */
export function lookCloser({ photo, map: { map }, pick }: LookCloserRequest): Box | undefined {
  const { things, default: meant } = findThings(map, photo);
  const product = union(pickThings({ things, default: meant }, pick).map((index) => things[index]!.box));
  if (product === undefined) return undefined;
  if (area(product) >= SMALL * area(photo)) return undefined;
  const room = Math.max(product.width, product.height) / 2;
  const crop = toWholePixels(expand(product, room), photo);
  return area(crop) >= LARGEST_CROP * area(photo) ? undefined : crop;
}
