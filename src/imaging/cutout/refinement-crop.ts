import { area, type Box, expand, toWholePixels, union } from '../../ad/geometry.ts';
import { defined } from '../../collections/defined.ts';
import type { Raster } from '../raster.ts';
import type { FoundMap } from './found-map.ts';
import { doubtIn } from './looks.ts';
import { type FoundThings, findThings } from './things/find-things.ts';
import { pickThings } from './things/pick-things.ts';

export interface RefinementCropRequest {
  readonly photo: Raster;
  /** The first look, at the whole photo. */
  readonly map: FoundMap;
  /** Which thing is meant, from 1; 0 = all; absent = the default. */
  readonly pick?: number;
}

/** A product whose box takes less than this share of the photo is looked at again … */
const SMALL = 0.2;

/** … and one of up to that share where the first look left doubts (`doubtIn`). */
const NOT_LARGE = 0.6;
const DOUBTS = 0.1;

/** The crop gains nothing where it is nearly the photo. */
const LARGEST_CROP = 0.75;

/** Room round about, as a share of the longer side: what is known well is looked at from near by, what may be only a part of a thing from further away. */
const ROOM = 0.1;
const ROOM_FOR_MORE = 0.5;

/** Least share of the longer side that a crop's shorter one has: a pen in a strip would be stretched to a square out of all likeness. */
const LEAST_BREADTH = 0.4;

/** A first look in more doubt than this may have seen a part. */
const MAY_BE_A_PART = 0.4;

/** What the first look has found, and whether a second is worth it. */
export interface FirstPass {
  readonly things: FoundThings;
  /** Inside of the photo; absent where the first look was large enough or found nothing. */
  readonly crop?: Box;
}

/**
 * Where a model should look once more: at the product's box, with some room. A map of fixed size shows a small product
 * in few places, and its thin parts in none.
 *
 * @throws UserError `pick-unknown` where there are not so many things
 */
export function refinementCrop({ photo, map: { map }, pick }: RefinementCropRequest): FirstPass {
  const things = findThings(map, photo);
  const meant = pickThings(things, pick).map((index) => things.things[index]!.box);
  return { things, ...defined({ crop: cropAround(union(meant), photo, doubtIn(map)) }) };
}

function cropAround(product: Box | undefined, photo: Raster, doubt: number): Box | undefined {
  if (product === undefined) return undefined;
  const share = area(product) / area(photo);
  if (share >= (doubt > DOUBTS ? NOT_LARGE : SMALL)) return undefined;
  const room = share < SMALL && doubt > MAY_BE_A_PART ? ROOM_FOR_MORE : ROOM;
  const crop = toWholePixels(
    broadened(expand(product, room * Math.max(product.width, product.height))),
    photo,
  );
  return area(crop) >= LARGEST_CROP * area(photo) ? undefined : crop;
}

/** The same box, its shorter side grown to both sides where it is much shorter. */
function broadened({ x, y, width, height }: Box): Box {
  const least = LEAST_BREADTH * Math.max(width, height);
  const [across, down] = [Math.max(0, least - width), Math.max(0, least - height)];
  return { x: x - across / 2, y: y - down / 2, width: width + across, height: height + down };
}
