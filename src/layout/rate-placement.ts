import { isEmptyCopy } from '../ad/copy.ts';
import { type Box, bottom, right } from '../ad/geometry.ts';
import type { Frame } from './frame.ts';
import { idealOf } from './ideal-size.ts';
import type { PlacementCandidate } from './placement-candidate.ts';
import { DEFAULT_FOOT, type PlacementSearch } from './placement-search.ts';
import { roomForWords } from './room-for-words.ts';

/** A box in which the products would stand, with what speaks for it and against it. */
export function ratePlacement(box: Box, search: PlacementSearch): PlacementCandidate {
  const { request, frame, map } = search;
  const { size, side } = frame;
  const boxes = freeBoxes(box, frame);
  const room = roomForWords(request.copy, boxes, frame);
  const visual = Math.sqrt(box.width * box.height);
  const off = Math.log(visual / idealOf(request, frame));
  const middle = (box.x + box.width / 2) / size.width;
  const words = isEmptyCopy(request.copy) ? 0 : 1;
  const landscape = size.width > 1.25 * size.height;
  // With words beside it a product stands near a third, else in the middle.
  const wanted = landscape && words > 0 ? [0.66, 0.34] : [0.5];
  const astray =
    Math.min(...wanted.map((place) => Math.abs(middle - place))) + (middle < 0.5 && landscape ? 0.02 : 0);
  const calm = Math.min(...boxes.map((free) => map.cost(free)), 1);
  const { floor } = request.stage;
  const foot = bottom(box) / size.height;
  const usual =
    floor === undefined ? 0 : Math.abs(foot - (floor.ground ?? DEFAULT_FOOT * size.height) / size.height);
  const cramped = Math.max(0, frame.inset * 0.6 - box.y) / side;
  return {
    box,
    room,
    sizeError: off,
    clutter: calm,
    total:
      1.1 * off * off +
      2.4 * (1 - room) ** 1.3 +
      0.9 * astray +
      0.5 * calm * words +
      0.8 * usual +
      4 * cramped,
  };
}

/** What products leave free for words: above, below, and at both sides. */
function freeBoxes(product: Box, { inner, unit }: Frame): Box[] {
  const gap = 1.4 * unit;
  const boxes: Box[] = [
    { ...inner, height: product.y - gap - inner.y },
    { ...inner, y: bottom(product) + gap, height: bottom(inner) - bottom(product) - gap },
    { ...inner, width: product.x - gap - inner.x },
    { ...inner, x: right(product) + gap, width: right(inner) - right(product) - gap },
  ];
  return boxes.filter((box) => box.width > 4 * unit && box.height > unit);
}
