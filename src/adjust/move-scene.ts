import type { Move, Piece } from '../ad/adjustment.ts';
import type { AdCopy, CopySlot } from '../ad/copy.ts';
import { contains, expand, overlaps, type Size, turnedBounds, union } from '../ad/geometry.ts';
import type { ProductLayout, TextBlock, TextLayout, Underlay } from '../ad/layout.ts';
import { editableSlot } from './editable-slot.ts';
import { bounded, isMoved, lettered, placer } from './placer.ts';

/** Where things stand in a scene. */
export interface SceneLayout {
  /** Absent = there are no products of its own. */
  readonly products?: ProductLayout;
  /** Absent = it has no words. */
  readonly words?: TextLayout;
}

/** A piece of a scene, and the indices of its blocks, of what lies under them, or of its placement. */
export interface ScenePiece extends Piece {
  readonly placement?: number;
  readonly blocks: readonly number[];
  readonly underlays: readonly number[];
}

/** What can be taken hold of in a scene. */
export function scenePieces({ products, words }: SceneLayout, copy: AdCopy): readonly ScenePiece[] {
  const placed = (products?.placements ?? []).map(
    ({ box }, i): ScenePiece => ({
      id: `product-${i}`,
      kind: 'product',
      box,
      text: '',
      placement: i,
      blocks: [],
      underlays: [],
    }),
  );
  if (words === undefined) return placed;
  const slots = [...new Set(words.blocks.map(({ slot }) => slot))];
  return [...placed, ...slots.map((slot) => wordsPiece(slot, words, copy))];
}

function wordsPiece(slot: CopySlot, { blocks, underlays }: TextLayout, copy: AdCopy): ScenePiece {
  const own = blocks.flatMap((block, i) => (block.slot === slot ? [i] : []));
  const of = own.flatMap((i) => blocks[i] ?? []);
  const others = blocks.filter((block) => block.slot !== slot);
  const text = of.map(({ lines }) => lines.join(' ')).join(' ');
  const editable = editableSlot(slot, text, copy);
  return {
    id: `${slot}-0`,
    kind: 'words',
    box: union(of.map(({ box, angle }) => turnedBounds(box, angle))) ?? { x: 0, y: 0, width: 1, height: 1 },
    text,
    blocks: own,
    // What lies under other words too stays with them.
    underlays: underlays.flatMap((under, i) => (isUnder(under, of) && !isUnder(under, others) ? [i] : [])),
    ...(editable === undefined ? {} : { slot: editable }),
  };
}

const isUnder = (underlay: Underlay, blocks: readonly TextBlock[]): boolean =>
  blocks.some(({ box }) => overlaps(underlay.box, box) || contains(expand(underlay.box, 2), box));

/** The scene with its pieces where somebody has put them. */
export function moveScene(
  { products, words }: SceneLayout,
  pieces: readonly ScenePiece[],
  moves: Readonly<Record<string, Move>>,
  sheet: Size,
): SceneLayout {
  const placements = [...(products?.placements ?? [])];
  const blocks = [...(words?.blocks ?? [])];
  const underlays = [...(words?.underlays ?? [])];
  for (const { id, kind, box, placement, blocks: own, underlays: under } of pieces) {
    const asked = Object.hasOwn(moves, id) ? moves[id] : undefined;
    if (asked === undefined || !isMoved(asked)) continue;
    const move = kind === 'product' ? bounded(asked, box, sheet) : asked;
    const to = placer(box, move, sheet);
    const was = placement === undefined ? undefined : placements[placement];
    if (was !== undefined && placement !== undefined) {
      const now = to.box(was.box);
      const share = (was.ground - was.box.y) / was.box.height;
      placements[placement] = {
        ...was,
        box: now,
        scale: was.scale * move.scale,
        ground: Math.round(now.y + share * now.height),
      };
    }
    for (const i of own) {
      const block = blocks[i];
      if (block !== undefined) blocks[i] = lettered(block, to);
    }
    for (const i of under) {
      const underlay = underlays[i];
      if (underlay !== undefined) underlays[i] = { ...underlay, box: to.box(underlay.box) };
    }
  }
  return {
    ...(products === undefined ? {} : { products: { ...products, placements } }),
    ...(words === undefined ? {} : { words: { ...words, blocks, underlays } }),
  };
}
