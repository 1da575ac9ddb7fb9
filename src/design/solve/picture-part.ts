import { area, type Box, centre, intersection } from '../../ad/geometry.ts';
import { defined } from '../../collections/defined.ts';
import type { PictureMaterial } from '../design-request.ts';

/** A part of a photo for a box, and where the subject is then seen. */
export interface ShownPart {
  /** In pixels of the photo. */
  readonly part: Box;
  /** In pixels of the ad; absent = nobody knows. */
  readonly subject?: Box;
}

/** Places of the part along the photo that are tried, from one end to the other. */
const TRIED = 13;

/**
 * The largest part of a photo that has a box's proportions: where the subject is clear of the words, as near to its middle
 * as may be.
 *
 * @param words boxes on the ad
 */
export function picturePart({ image, subject }: PictureMaterial, box: Box, words: readonly Box[]): ShownPart {
  const scale = Math.min(image.width / box.width, image.height / box.height);
  const width = Math.max(1, Math.round(box.width * scale));
  const height = Math.max(1, Math.round(box.height * scale));
  const focus = subject === undefined ? { x: image.width / 2, y: image.height / 2 } : centre(subject);
  const [roomX, roomY] = [image.width - width, image.height - height];
  const middle = {
    x: Math.max(0, Math.min(roomX, focus.x - width / 2)),
    y: Math.max(0, Math.min(roomY, focus.y - height / 2)),
  };
  const shares = Array.from({ length: TRIED }, (_, i) => i / (TRIED - 1));
  const places = [middle, ...shares.map((share) => ({ x: share * roomX, y: share * roomY }))];
  const options = places.map((place) => {
    const part = { x: Math.round(place.x), y: Math.round(place.y), width, height };
    const seen = subject === undefined ? undefined : seenIn(subject, part, box, scale);
    const covered =
      seen === undefined ? 0 : words.reduce((sum, word) => sum + area(intersection(seen, word)), 0);
    const lost = subject === undefined ? 0 : 1 - area(intersection(subject, part)) / area(subject);
    const off = Math.hypot(place.x - middle.x, place.y - middle.y) / Math.max(width, height);
    return { part, seen, cost: covered / area(box) + 2 * lost + 0.05 * off };
  });
  const best = options.reduce((a, b) => (b.cost < a.cost ? b : a));
  return { part: best.part, ...defined({ subject: best.seen }) };
}

/** Where a subject is seen on the ad, in its pixels. */
function seenIn(subject: Box, part: Box, box: Box, scale: number): Box {
  const seen = intersection(subject, part);
  return {
    x: Math.round(box.x + (seen.x - part.x) / scale),
    y: Math.round(box.y + (seen.y - part.y) / scale),
    width: Math.round(seen.width / scale),
    height: Math.round(seen.height / scale),
  };
}
