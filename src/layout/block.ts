import type { Column } from './columns.ts';
import type { Align, Draft, Group } from './draft.ts';
import { draftOf, type SetSlot } from './set-copy.ts';

/** A group whose blocks have their places against its own top left corner. */
export interface Block {
  readonly name: string;
  readonly drafts: Group;
  readonly width: number;
  readonly height: number;
  /** As a slot's. */
  readonly tail: number;
}

export const EMPTY_BLOCK: Block = { name: '', drafts: [], width: 0, height: 0, tail: 0 };

/** Blocks under one another, lined up as the column says. */
export function stackOf(slots: readonly SetSlot[], gap: number, { align }: Column): Block {
  const width = Math.max(0, ...slots.map((slot) => slot.width));
  let y = 0;
  const drafts = slots.map((slot) => {
    const draft = draftOf(slot, align, Math.round(offset(align, width, slot.width)), y);
    y += slot.height - slot.tail + gap;
    return draft;
  });
  const tail = slots.at(-1)?.tail ?? 0;
  return { name: 'column', drafts, width, height: Math.max(0, y - gap + tail), tail };
}

/** Slots beside one another, their tops on one line. */
export function columnsBlock(slots: readonly SetSlot[], gap: number, align: Align): Block {
  let x = 0;
  const drafts = slots.map((slot) => {
    const draft = draftOf(slot, slots.length === 1 ? align : 'left', x, 0);
    x += slot.width + gap;
    return draft;
  });
  const height = Math.max(...slots.map((slot) => slot.height));
  return { name: `${slots.length} columns`, drafts, width: x - gap, height, tail: 0 };
}

/** Price and call to action beside one another, their middles on one line. */
export function rowOf(price: SetSlot, cta: SetSlot, gap: number, name: string): Block {
  const height = Math.max(price.height, cta.height);
  const drafts = [
    draftOf(price, 'left', 0, Math.round((height - price.height) / 2)),
    draftOf(cta, 'centre', price.width + gap, Math.round((height - cta.height) / 2)),
  ];
  return { name, drafts, width: price.width + gap + cta.width, height, tail: 0 };
}

export function stacked(blocks: readonly Block[], gap: number, { align }: Column): Block {
  const filled = blocks.filter((block) => block.height > 0);
  const width = Math.max(0, ...filled.map((block) => block.width));
  let y = 0;
  const drafts = filled.flatMap((block) => {
    const x = Math.round(offset(align, width, block.width));
    const moved = block.drafts.map((draft) => movedBy(draft, x, y));
    y += block.height - block.tail + gap;
    return moved;
  });
  const tail = filled.at(-1)?.tail ?? 0;
  return { name: filled.at(-1)?.name ?? '', drafts, width, height: Math.max(0, y - gap + tail), tail };
}

/** Left edge of a block in a column. */
export const leftOf = (block: Block, column: Column): number =>
  Math.round(column.left + offset(column.align, column.width, block.width));

export function placed(block: Block, column: Column, y: number): Group {
  const x = leftOf(block, column);
  return block.drafts.map((draft) => movedBy(draft, x, y));
}

const movedBy = (draft: Draft, x: number, y: number): Draft => ({
  ...draft,
  box: { ...draft.box, x: draft.box.x + x, y: draft.box.y + y },
});

const offset = (align: Align, room: number, width: number): number =>
  align === 'left' ? 0 : align === 'right' ? room - width : (room - width) / 2;
