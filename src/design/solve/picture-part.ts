import { area, type Box, centre, intersection, type Size } from '../../ad/geometry.ts';
import { defined } from '../../collections/defined.ts';
import type { PictureMaterial } from '../design-request.ts';

/** A part of a photo for a box, and where the subject is then seen. */
export interface ShownPart {
  /** In pixels of the photo. */
  readonly part: Box;
  /** In pixels of the ad; absent = nobody knows. */
  readonly subject?: Box;
  /** Share of the subject's box that is not seen, 0–1; 0 where nobody knows. */
  readonly lost: number;
}

/** How near the photo is gone to, against all of it that has the box's proportions. */
const ZOOMS = [1, 1.12, 1.25, 1.4, 1.6];

/** Places of the part along each side of the photo that are tried, from one end to the other. */
const TRIED = 9;

/** How much of the box's height or width a subject takes that is well seen: more than a third, with air around it. */
const FILLED = 0.66;

/** Least air on each side of it, share of the box. */
const AIR = 0.05;

/** Where the eye likes a subject to be: on a third, or in the middle. */
const LIKED = [1 / 3, 1 / 2, 2 / 3];

/** What each fault of a part costs. */
const COSTS = { covered: 1, lost: 3, small: 0.5, tight: 1, off: 0.3, coarse: 0.5, near: 0.06 };

/**
 * The part of a photo with a box's proportions in which its subject is whole, clear of the words, as large as it should be
 * and on a third or in the middle. Where nobody knows the subject, the middle of the photo.
 *
 * @param words boxes on the ad
 * @param sheet beyond it nothing of the box is seen
 */
export function picturePart(
  { image, subject }: PictureMaterial,
  box: Box,
  words: readonly Box[],
  sheet: Size,
): ShownPart {
  const fitting = Math.min(image.width / box.width, image.height / box.height);
  const seenBox = intersection(box, { x: 0, y: 0, ...sheet });
  if (subject === undefined) {
    const focus = { x: image.width / 2, y: image.height / 2 };
    return { part: partAt(focus, box, fitting, image), lost: 0 };
  }
  const found = ZOOMS.flatMap((zoom) => {
    const scale = fitting / zoom;
    return placesOf(box, scale, image, centre(subject)).map((focus) => {
      const part = partAt(focus, box, scale, image);
      const seen = seenIn(subject, part, box, scale);
      const lost = 1 - (area(intersection(seen, seenBox)) * scale ** 2) / area(subject);
      return { part, seen, lost, cost: costOf(lost, seen, seenBox, { words, scale, zoom }) };
    });
  });
  const best = found.reduce((a, b) => (b.cost < a.cost ? b : a));
  return { part: best.part, lost: Math.max(0, best.lost), ...defined({ subject: best.seen }) };
}

/** Middles of the parts that are tried: on the subject's own first. */
function placesOf(box: Box, scale: number, image: Size, subject: { x: number; y: number }) {
  const along = (length: number, shown: number, own: number): readonly number[] => {
    const room = length - shown;
    if (room < 1) return [length / 2];
    return [own, ...Array.from({ length: TRIED }, (_, i) => shown / 2 + (i / (TRIED - 1)) * room)];
  };
  const across = along(image.width, box.width * scale, subject.x);
  const down = along(image.height, box.height * scale, subject.y);
  return across.flatMap((x) => down.map((y) => ({ x, y })));
}

function partAt(focus: { x: number; y: number }, box: Box, scale: number, image: Size): Box {
  const width = Math.min(image.width, Math.max(1, Math.round(box.width * scale)));
  const height = Math.min(image.height, Math.max(1, Math.round(box.height * scale)));
  return {
    x: Math.round(Math.max(0, Math.min(image.width - width, focus.x - width / 2))),
    y: Math.round(Math.max(0, Math.min(image.height - height, focus.y - height / 2))),
    width,
    height,
  };
}

interface Shown {
  readonly words: readonly Box[];
  /** Pixels of the photo for one of the ad. */
  readonly scale: number;
  readonly zoom: number;
}

function costOf(lost: number, seen: Box, box: Box, { words, scale, zoom }: Shown): number {
  const inside = intersection(seen, box);
  const covered = words.reduce((sum, word) => sum + area(intersection(inside, word)), 0) / area(box);
  const filled = Math.max(inside.width / box.width, inside.height / box.height);
  const air = Math.min(
    (inside.x - box.x) / box.width,
    (inside.y - box.y) / box.height,
    (box.x + box.width - inside.x - inside.width) / box.width,
    (box.y + box.height - inside.y - inside.height) / box.height,
  );
  const { x, y } = centre(inside);
  const off = offLiked((x - box.x) / box.width) + offLiked((y - box.y) / box.height);
  return (
    COSTS.covered * covered +
    COSTS.lost * lost +
    COSTS.small * Math.max(0, FILLED - filled) +
    COSTS.tight * Math.max(0, AIR - air) +
    COSTS.off * off +
    COSTS.coarse * Math.max(0, 1 / scale - 1) ** 2 +
    COSTS.near * (zoom - 1)
  );
}

const offLiked = (share: number): number => Math.min(...LIKED.map((liked) => Math.abs(share - liked)));

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
