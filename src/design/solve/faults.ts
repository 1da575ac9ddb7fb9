import {
  type Box,
  bottom,
  contains,
  expand,
  overlaps,
  right,
  type Size,
  turnedBounds,
} from '../../ad/geometry.ts';
import type { SolvedBox } from './flex-tree.ts';

/** What is wrong with a solved tree; a tree is only taken where nothing is. */
export type Fault = 'leaves its box' | 'leaves the sheet' | 'words overlap' | 'on the product';

/** Pixels by which rounding may move an edge. */
const ROUNDING = 1.5;

/** A box that shows or letters something, and how it is turned. */
interface Leaf {
  readonly box: Box;
  readonly kind: 'words' | 'hero';
}

/**
 * The first fault of a solved tree; undefined = none.
 *
 * @param inner where words may be
 */
export function faultOf(root: SolvedBox, sheet: Size, inner: Box): Fault | undefined {
  if (hasOverflow(root)) return 'leaves its box';
  const leaves = leavesIn(root, 0);
  const words = leaves.filter(({ kind }) => kind === 'words').map(({ box }) => box);
  if (words.some((box) => !contains(expand(inner, ROUNDING), box))) return 'leaves the sheet';
  const heroes = leaves.filter(({ kind }) => kind === 'hero').map(({ box }) => box);
  const whole = { x: 0, y: 0, ...sheet };
  if (heroes.some((box) => !overlaps(box, whole))) return 'leaves the sheet';
  for (const [i, box] of words.entries()) {
    const shrunk = expand(box, -ROUNDING);
    if (words.some((other, j) => j > i && overlaps(shrunk, other))) return 'words overlap';
    if (heroes.some((hero) => overlaps(shrunk, hero))) return 'on the product';
  }
  return undefined;
}

/** Whether something in the flow reaches out of the box around it. */
function hasOverflow({ box, children, source, words }: SolvedBox): boolean {
  if (words !== undefined) {
    return words.width > box.width + ROUNDING || words.height > box.height + ROUNDING;
  }
  return children.some((child) => {
    const inFlow = child.source.style.at === undefined && !child.source.style.bleed;
    const out =
      right(child.box) > right(box) + ROUNDING ||
      bottom(child.box) > bottom(box) + ROUNDING ||
      child.box.x < box.x - ROUNDING ||
      child.box.y < box.y - ROUNDING;
    return (inFlow && out && source.children.length > 0) || hasOverflow(child);
  });
}

/** What letters and shows something; the words' boxes are those of their ink where they are narrower. */
export function leavesIn(solved: SolvedBox, turn: number): readonly Leaf[] {
  const { source, box, children } = solved;
  const angle = turn + (source.style.turn ?? 0);
  if (solved.words !== undefined) return [{ box: turnedBounds(inkOf(solved), angle), kind: 'words' }];
  if (source.show === 'hero') return [{ box, kind: 'hero' }];
  return children.flatMap((child) => leavesIn(child, angle));
}

/** Where a leaf's words are in its box. */
export function inkOf({ source, box, words }: SolvedBox): Box {
  if (words === undefined) return box;
  const align = source.style.text ?? 'left';
  const room = box.width - words.width;
  const x = align === 'left' ? 0 : align === 'right' ? room : room / 2;
  return { x: box.x + x, y: box.y, width: words.width, height: words.height };
}
