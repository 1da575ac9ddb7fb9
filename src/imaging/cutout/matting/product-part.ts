import { area, type Box, expand, type Size, toWholePixels } from '../../../ad/geometry.ts';
import { boxWhere } from '../../box-where.ts';
import type { FoundMap } from '../found-map.ts';

/** A map's value from which something may be product. */
const FAINT = 0.1;

/** Room round about a product, as a share of its box's longer side. */
const ROOM = 0.1;

/** Share of the photo from which a product's part is not looked at by itself. */
const NEARLY_ALL = 0.7;

/** The part of the photo that the product takes, in whole pixels, so that its thin parts take more of the working size. */
export function partAround({ map }: FoundMap, photo: Size): Box {
  const found = boxWhere(map, (i) => map.data[i]! > FAINT);
  const whole = { x: 0, y: 0, width: photo.width, height: photo.height };
  if (found === undefined) return whole;
  const [perX, perY] = [photo.width / map.width, photo.height / map.height];
  const box = {
    x: found.x * perX,
    y: found.y * perY,
    width: found.width * perX,
    height: found.height * perY,
  };
  const part = toWholePixels(expand(box, ROOM * Math.max(box.width, box.height)), photo);
  return area(part) >= NEARLY_ALL * area(photo) ? whole : part;
}

/** Pixels of the mask's size, for each that a map's pixel is wide, to both sides in which the outline is looked for. */
const BAND = 1.6;

/** A pixel of the finest map is this many of the mask's wide, and the outline is known no better. */
export function bandOf(maps: readonly FoundMap[], part: Box, small: Size): number {
  const finest = Math.min(...maps.map(({ map, box }) => box.width / map.width));
  return Math.max(2, Math.round((BAND * finest * small.width) / part.width));
}
