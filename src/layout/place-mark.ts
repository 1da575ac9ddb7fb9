import { type Box, contains, expand, overlaps, type Size } from '../ad/geometry.ts';
import type { PictureMap } from './picture-map.ts';

/** Where a mark may stand in a field. */
type MarkPlace = 'top-right' | 'top-left' | 'bottom-right' | 'bottom-left' | 'top' | 'bottom';

export interface MarkRequest {
  /** Of the picture: where it is calm, and where its product is. */
  readonly map: PictureMap;
  /** Sizes in pixels, the one that is wished for first. */
  readonly sizes: readonly Size[];
  /** The more usual first. */
  readonly places: readonly MarkPlace[];
  /** Where marks may be, in the picture's pixels. */
  readonly field: Box;
  /** What it keeps from words and product, pixels. */
  readonly gap: number;
  readonly words: readonly Box[];
  readonly mayCoverProduct?: boolean;
}

/** What a place that is less usual costs, next to unrest: the deviation of OKLab's lightness, 0–100. */
const UNUSUAL = 1.2;

/**
 * A place for a small mark in a corner or at the middle of an edge, where the picture is calmest; undefined where words
 * and product leave no room for any of its sizes.
 */
export function placeMark({
  map,
  sizes,
  places,
  field,
  gap,
  words,
  mayCoverProduct = false,
}: MarkRequest): Box | undefined {
  for (const size of sizes) {
    const free = places
      .map((place, rank) => ({ rank, box: boxAt(place, size, field) }))
      .filter(({ box }) => {
        const around = expand(box, gap);
        if (!contains(field, box) || words.some((other) => overlaps(around, other))) return false;
        return mayCoverProduct || map.productShare(around) === 0;
      });
    const costs = free.map(({ rank, box }) => map.lightness(box).deviation + UNUSUAL * rank);
    const best = free[costs.indexOf(Math.min(...costs))];
    if (best !== undefined) return best.box;
  }
  return undefined;
}

function boxAt(place: MarkPlace, { width, height }: Size, field: Box): Box {
  const x = place.endsWith('right')
    ? field.x + field.width - width
    : place.endsWith('left')
      ? field.x
      : field.x + Math.round((field.width - width) / 2);
  const y = place.startsWith('top') ? field.y : field.y + field.height - height;
  return { x, y, width, height };
}
