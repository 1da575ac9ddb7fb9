import {
  type Box,
  bottom,
  contains,
  expand,
  overlaps,
  reachFrom,
  right,
  type Size,
  turnedBounds,
} from '../../ad/geometry.ts';
import { defined } from '../../collections/defined.ts';
import type { PictureMaterial } from '../design-request.ts';
import type { SolvedBox } from './flex-tree.ts';
import { heroBoxes, shownHeroes } from './hero-boxes.ts';
import { picturePart } from './picture-part.ts';

/** What is wrong with a solved tree; a tree is only taken where nothing is. */
export type Fault =
  | 'leaves its box'
  | 'leaves the sheet'
  | 'words overlap'
  | 'on the product'
  | 'cuts the product'
  | 'over an edge';

/** Share of a photo's subject that may be outside of its window. */
const LOST = 0.15;

/** Pixels by which rounding may move an edge. */
const ROUNDING = 1.5;

/** A box that shows or letters something, and how it is turned. */
interface Leaf {
  readonly box: Box;
  readonly kind: 'words' | 'hero' | 'picture';
  /** What it is turned with, and where it is in that before it is turned. */
  readonly card?: SolvedBox;
  readonly upright?: Box;
}

/** A sheet, and where words may be. */
interface Sheet {
  readonly size: Size;
  readonly inner: Box;
  /** Pixels from its middle beyond which neither words nor products are; absent = it has corners. */
  readonly round?: number;
}

/** What there is to be shown. */
interface Shown {
  readonly heroes: readonly Size[];
  readonly picture?: PictureMaterial | undefined;
}

/**
 * The first fault of a solved tree; undefined = none.
 *
 * @param sheet the sheet, and where words may be on it
 * @param shown what boxes of heroes and pictures show
 */
export function faultOf(
  root: SolvedBox,
  { size: sheet, inner, round }: Sheet,
  shown: Shown,
): Fault | undefined {
  if (hasOverflow(root)) return 'leaves its box';
  const leaves = leavesIn(root, 0, shown);
  const words = leaves.filter(({ kind }) => kind === 'words');
  if (words.some(({ box }) => !contains(expand(inner, ROUNDING), box))) return 'leaves the sheet';
  const middle = { x: sheet.width / 2, y: sheet.height / 2 };
  if (
    round !== undefined &&
    leaves.some(({ kind, box }) => kind !== 'picture' && reachFrom(middle, box) > round + ROUNDING)
  )
    return 'leaves the sheet';
  const pictures = leaves.filter(({ kind }) => kind === 'picture');
  const written = words.map(({ box }) => box);
  const parts = pictures.flatMap(({ box, upright = box }) =>
    shown.picture === undefined ? [] : [picturePart(shown.picture, upright, written, sheet)],
  );
  if (parts.some(({ lost }) => lost > LOST)) return 'cuts the product';
  const subjects = parts.flatMap(({ subject }) => subject ?? []);
  const products = [...leaves.filter(({ kind }) => kind === 'hero').map(({ box }) => box), ...subjects];
  const whole = { x: 0, y: 0, ...sheet };
  if (products.some((box) => !overlaps(box, whole))) return 'leaves the sheet';
  for (const [i, one] of words.entries()) {
    const shrunk = expand(one.box, -ROUNDING);
    if (words.some((other, j) => j > i && overlap(one, other))) return 'words overlap';
    if (products.some((product) => overlaps(shrunk, product))) return 'on the product';
    if (pictures.some((picture) => overlap(one, picture) && !contains(picture.box, shrunk)))
      return 'over an edge';
  }
  return undefined;
}

/** Words on one turned card are compared as they stand on it. */
function overlap(one: Leaf, other: Leaf): boolean {
  const together = one.card !== undefined && one.card === other.card;
  const [a, b] = together ? [one.upright, other.upright] : [one.box, other.box];
  return a !== undefined && b !== undefined && overlaps(expand(a, -ROUNDING), b);
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

/** What letters and shows something: the words' boxes are those of their ink, the heroes' their own. */
export function leavesIn(solved: SolvedBox, turn: number, shown: Shown, card?: SolvedBox): readonly Leaf[] {
  const { source, box, children } = solved;
  const angle = turn + (source.style.turn ?? 0);
  const turned = source.style.turn === undefined ? card : solved;
  if (solved.words !== undefined) {
    const upright = inkOf(solved);
    return [{ box: turnedBounds(upright, angle), kind: 'words', upright, ...defined({ card: turned }) }];
  }
  if (source.show === 'hero') {
    const { only, anchor } = source.style;
    return heroBoxes(box, shownHeroes(shown.heroes, only), anchor).map((place) => ({
      box: turnedBounds(place, angle),
      kind: 'hero',
    }));
  }
  // Nothing may be over it, as over words.
  if (source.show === 'qr' || source.show === 'logo')
    return [{ box: turnedBounds(box, angle), kind: 'words', upright: box, ...defined({ card: turned }) }];
  if (source.show === 'picture')
    return [{ box: turnedBounds(box, angle), kind: 'picture', upright: box, ...defined({ card: turned }) }];
  return children.flatMap((child) => leavesIn(child, angle, shown, turned));
}

/** Where a leaf's words are in its box. */
export function inkOf({ source, box, words }: SolvedBox): Box {
  if (words === undefined) return box;
  const align = source.style.text ?? 'left';
  const room = box.width - words.width;
  const x = align === 'left' ? 0 : align === 'right' ? room : room / 2;
  return { x: box.x + x, y: box.y, width: words.width, height: words.height };
}
