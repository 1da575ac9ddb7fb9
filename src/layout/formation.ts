import { type Box, bottom, right, type Size, union } from '../ad/geometry.ts';

/** A product among others, in units of the hero's height; y counts down from the hero's foot. */
interface Member {
  /** Index into the products. */
  readonly index: number;
  readonly box: Box;
  /** Greater is nearer. */
  readonly depth: number;
}

/** Products standing together. */
export interface Formation extends Size {
  /** Boxes from the formation's own top left corner. */
  readonly members: readonly Member[];
}

/** How large the others are against the hero, by visual size (the root of the area), in their order. */
const SIZES = [1, 0.8, 0.74, 0.7];

/** How far behind the hero's foot the others stand, in hero heights. */
const RISES = [0, 0.07, 0.08, 0.13];

/** Where the others stand: left (−1) or right (1) of the hero, and of those between. */
const SIDES = [0, 1, -1, 1];

/** Share of its own box that a product may lose behind a nearer one. */
const OVERLAP = 0.1;

/** Room between photo cards, in heights. */
const CARD_GAP = 0.06;

/** No companion is taller than this against the hero, nor lower: a bottle beside a tray. */
const HEIGHTS = [0.4, 1.05] as const;

/**
 * One product, or several as a photographer would group them: the hero in front, the others smaller and a little
 * behind it on both sides, each hidden by no more than a tenth.
 *
 * @param sizes of the products' own pixels; the first is the hero
 */
export function formationOf(sizes: readonly Size[]): Formation {
  const [hero] = sizes;
  if (hero === undefined) throw new RangeError('A formation needs at least one product');
  const aspect = hero.width / hero.height;
  const members: Member[] = [
    { index: 0, box: { x: 0, y: -1, width: aspect, height: 1 }, depth: sizes.length },
  ];
  const visual = Math.sqrt(aspect);
  let [left, rightEdge] = [0, aspect];
  for (const [index, size] of sizes.entries()) {
    if (index === 0) continue;
    const ratio = size.width / size.height;
    const ideal = ((SIZES[index] ?? 0.7) * visual) / Math.sqrt(ratio);
    const height = Math.max(HEIGHTS[0], Math.min(HEIGHTS[1], ideal));
    const width = height * ratio;
    const hidden = OVERLAP * width;
    const side = SIDES[index] ?? 1;
    const x = side > 0 ? rightEdge - hidden : left + hidden - width;
    members.push({
      index,
      box: { x, y: -height - (RISES[index] ?? 0.13), width, height },
      depth: sizes.length - index,
    });
    left = Math.min(left, x);
    rightEdge = Math.max(rightEdge, x + width);
  }
  return framed(members);
}

/** Photo cards side by side, of one height, the hero's a little larger. */
export function cardRowOf(sizes: readonly Size[]): Formation {
  const members: Member[] = [];
  let x = 0;
  for (const [index, size] of sizes.entries()) {
    const height = index === 0 || sizes.length === 1 ? 1 : 0.88;
    const width = (height * size.width) / size.height;
    members.push({ index, box: { x, y: -0.5 - height / 2, width, height }, depth: sizes.length - index });
    x += width + CARD_GAP;
  }
  return framed(members);
}

/** Moved so that the boxes begin at 0, 0. */
function framed(members: readonly Member[]): Formation {
  const all = union(members.map((member) => member.box));
  if (all === undefined) throw new RangeError('A formation needs at least one product');
  return {
    width: right(all) - all.x,
    height: bottom(all) - all.y,
    members: members.map((member) => ({
      ...member,
      box: { ...member.box, x: member.box.x - all.x, y: member.box.y - all.y },
    })),
  };
}
