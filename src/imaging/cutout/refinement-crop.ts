import { area, type Box, expand, toWholePixels, union } from '../../ad/geometry.ts';
import { defined } from '../../collections/defined.ts';
import type { Raster } from '../raster.ts';
import type { FoundMap } from './found-map.ts';
import { type FoundThings, findThings } from './things/find-things.ts';
import { pickThings } from './things/pick-things.ts';

export interface RefinementCropRequest {
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

/** What the first look has found, and whether a second is worth it. */
export interface FirstPass {
  readonly things: FoundThings;
  /** Inside of the photo; absent where the first look was large enough or found nothing. */
  readonly crop?: Box;
}

/**
 * Where a model should look once more: twice the product's box. A map of fixed size shows a small product in few
 * places, and its thin parts in none.
 *
 * @throws UserError `pick-unknown` where there are not so many things
 */
export function refinementCrop({ photo, map: { map }, pick }: RefinementCropRequest): FirstPass {
  const things = findThings(map, photo);
  const meant = pickThings(things, pick).map((index) => things.things[index]!.box);
  return { things, ...defined({ crop: cropAround(union(meant), photo) }) };
}

function cropAround(product: Box | undefined, photo: Raster): Box | undefined {
  if (product === undefined) return undefined;
  if (area(product) >= SMALL * area(photo)) return undefined;
  const room = Math.max(product.width, product.height) / 2;
  const crop = toWholePixels(expand(product, room), photo);
  return area(crop) >= LARGEST_CROP * area(photo) ? undefined : crop;
}
