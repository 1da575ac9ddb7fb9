import type { Box } from '../ad/geometry.ts';
import { bottom, right } from '../ad/geometry.ts';
import type { Align, Arrangement, Draft, Group } from './draft.ts';
import type { Frame } from './frame.ts';
import { type CopySetter, draftOf, type SetSlot } from './set-copy.ts';

/** A stretch across the picture in which words are set, and how their lines line up in it. */
export interface Column {
  readonly name: string;
  readonly left: number;
  readonly width: number;
  readonly align: Align;
}

/** Whether words may be in a box; asked often. */
export type IsFree = (box: Box) => boolean;

/** Places down the picture that are tried between the topmost and the lowest. */
const STEPS = 8;

/** Gaps in half units: they grow with how little two things belong together. */
const GAPS = { headlineSub: 3, subSub: 2, messageOffer: 5, priceCta: 3, row: 4, footer: 5 } as const;

/** Widths of columns as shares of the room between the margins. */
const COLUMN_SHARES = [1, 0.8, 0.64, 0.52, 0.42];

/** The columns of a frame, and those that a product leaves free at its sides. */
export function columnsOf({ inner, unit }: Frame, product: Box | undefined): readonly Column[] {
  const columns: Column[] = [];
  for (const share of COLUMN_SHARES) {
    const width = Math.floor(inner.width * share);
    const slack = inner.width - width;
    const name = `${Math.round(share * 100)}`;
    columns.push({ name: `left ${name}`, left: inner.x, width, align: 'left' });
    columns.push({ name: `middle ${name}`, left: inner.x + Math.round(slack / 2), width, align: 'centre' });
    if (slack > 0) {
      columns.push({ name: `right ${name}`, left: inner.x + slack, width, align: 'right' });
      columns.push({ name: `right side ${name}`, left: inner.x + slack, width, align: 'left' });
    }
  }
  if (product !== undefined) columns.push(...besides(product, inner, 2 * unit));
  return columns;
}

function besides(product: Box, inner: Box, gap: number): Column[] {
  const columns: Column[] = [];
  const least = 0.24 * inner.width;
  const before = Math.floor(product.x - gap - inner.x);
  if (before > least) {
    columns.push({ name: 'left free', left: inner.x, width: before, align: 'left' });
    columns.push({ name: 'left free middle', left: inner.x, width: before, align: 'centre' });
  }
  const from = Math.ceil(right(product) + gap);
  const after = Math.floor(right(inner) - from);
  if (after > least) {
    columns.push({ name: 'right free', left: from, width: after, align: 'left' });
    columns.push({ name: 'right free middle', left: from, width: after, align: 'centre' });
  }
  return columns;
}

/**
 * Every way of standing in one column in which no words touch what is not free:
 * - stack: message and offer under one another, the footer at the picture's foot, below them, or at its head;
 * - split: the message above, the offer at the foot of the picture with the footer.
 */
export function* arrangementsIn(
  column: Column,
  frame: Frame,
  setter: CopySetter,
  isFree: IsFree,
  squeeze: number,
): Generator<Arrangement> {
  const full = { ...frame.inner, left: frame.inner.x, name: 'full', align: column.align };
  for (const message of messagesIn(column, frame, setter)) {
    for (const offer of offersIn(column, frame, setter)) {
      for (const footer of footersIn(column, full, setter)) {
        yield* standing({ column, frame, isFree, squeeze, message, offer, footer });
      }
    }
  }
}

/** Name of an offer that spans the picture. */
const APART = 'apart';

/** A group whose blocks have their places against its own top left corner. */
interface Block {
  readonly name: string;
  readonly drafts: Group;
  readonly width: number;
  readonly height: number;
  /** As a slot's. */
  readonly tail: number;
}

const NOTHING: Block = { name: '', drafts: [], width: 0, height: 0, tail: 0 };

interface Parts {
  readonly column: Column;
  readonly frame: Frame;
  readonly isFree: IsFree;
  readonly squeeze: number;
  readonly message: Block;
  readonly offer: Block;
  readonly footer: Block & { readonly column: Column };
}

function* standing(parts: Parts): Generator<Arrangement> {
  const { column, frame, message, offer, footer } = parts;
  const half = frame.unit / 2;
  const foot = bottom(frame.inner);
  const footerGap = footer.height > 0 ? Math.round(GAPS.footer * half) : 0;
  const stack = stacked([message, offer], Math.round(GAPS.messageOffer * half), column);
  const pinned = placed(footer, footer.column, foot - footer.height);
  const footerFree = pinned.every((draft) => parts.isFree(draft.box));
  if (footerFree) {
    const lowest = offer.name === APART ? -1 : foot - footer.height - footerGap - stack.height;
    for (const y of placesBetween(frame.inner.y, lowest)) {
      yield* whole(parts, `stack ${stack.name}`, [placed(stack, column, y), pinned]);
    }
    if (message.height > 0 && offer.height > 0) {
      const offerTop = foot - footer.height - footerGap - offer.height;
      const low = placed(offer, column, offerTop);
      if (low.every((draft) => parts.isFree(draft.box))) {
        const lowest = offerTop - Math.round(GAPS.messageOffer * half) - message.height;
        for (const y of placesBetween(frame.inner.y, lowest)) {
          yield* whole(parts, `split ${offer.name}`, [placed(message, column, y), low, pinned]);
        }
      }
    }
  }
  if (footer.height === 0 || footer.column !== column || offer.name === APART) return;
  const withFooter = stacked([stack, footer], footerGap, column);
  for (const y of placesBetween(frame.inner.y, foot - withFooter.height)) {
    yield* whole(parts, `whole stack ${stack.name}`, [placed(withFooter, column, y)]);
  }
  const head = placed(footer, column, frame.inner.y);
  for (const y of placesBetween(frame.inner.y + footer.height + footerGap, foot - stack.height)) {
    yield* whole(parts, `headed stack ${stack.name}`, [head, placed(stack, column, y)]);
  }
}

function* whole(parts: Parts, name: string, groups: readonly Group[]): Generator<Arrangement> {
  const filled = groups.filter((group) => group.length > 0);
  const [first, ...rest] = filled;
  if (first === undefined || !first.every((draft) => parts.isFree(draft.box))) return;
  if (!rest.every((group) => group.every((draft) => parts.isFree(draft.box)))) return;
  const { column, squeeze } = parts;
  yield { key: `${name}, ${column.name}`, align: column.align, groups: filled, squeeze };
}

function* placesBetween(first: number, last: number): Generator<number> {
  if (last < first) return;
  const steps = last - first < 12 ? 0 : STEPS;
  for (let step = 0; step <= steps; step++) {
    yield Math.round(first + ((last - first) * step) / Math.max(1, steps));
  }
}

function messagesIn(column: Column, frame: Frame, setter: CopySetter): Block[] {
  const gap = Math.round((GAPS.headlineSub * frame.unit) / 2);
  const heads = setter.has('headline') ? setter.ways('headline', column.width) : [undefined];
  return heads.flatMap((head) => {
    if (!setter.has('sub')) return [stackOf(head === undefined ? [] : [head], gap, column)];
    // At least twice as large: the eye must see at once which is which.
    const most = head === undefined ? undefined : Math.floor(head.fit.size / 2);
    return setter
      .ways('sub', column.width, most)
      .map((sub) => stackOf(head === undefined ? [sub] : [head, sub], gap, column));
  });
}

function offersIn(column: Column, frame: Frame, setter: CopySetter): Block[] {
  const half = frame.unit / 2;
  const prices = setter.ways('price', column.width);
  const ctas = setter.ways('cta', column.width);
  if (setter.has('price') && prices.length === 0) return [];
  if (setter.has('cta') && ctas.length === 0) return [];
  const [cta] = ctas;
  if (cta === undefined) {
    return prices.length === 0 ? [NOTHING] : prices.map((price) => stackOf([price], 0, column));
  }
  if (prices.length === 0) return [stackOf([cta], 0, column)];
  const offers: Block[] = [];
  for (const price of prices) {
    offers.push(stackOf([price, cta], Math.round(GAPS.priceCta * half), column));
    const gap = Math.round(GAPS.row * half);
    if (price.width + gap + cta.width <= column.width) {
      offers.push(rowOf(price, cta, gap, 'row'));
      // Apart only at the foot of a picture that is not so wide that they would lose sight of one another.
      const narrow = frame.size.width < 1.25 * frame.size.height;
      if (narrow && column.width > 0.95 * frame.inner.width && column.align === 'left') {
        offers.push(rowOf(price, cta, column.width - price.width - cta.width, APART));
      }
    }
  }
  return offers;
}

function footersIn(column: Column, full: Column, setter: CopySetter): (Block & { column: Column })[] {
  if (!setter.has('footer')) return [{ ...NOTHING, column }];
  const columns = column.align === 'centre' || column.left === full.left ? [column, full] : [column];
  const own = column.align === 'centre' && Math.abs(middle(column) - middle(full)) > 1 ? [column] : columns;
  return own.flatMap((wanted) =>
    setter
      .ways('footer', wanted.width)
      .map((footer) => ({ ...stackOf([footer], 0, wanted), column: wanted })),
  );
}

const middle = (column: Column): number => column.left + column.width / 2;

/** Blocks under one another, lined up as the column says. */
function stackOf(slots: readonly SetSlot[], gap: number, { align }: Column): Block {
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

/** Price and call to action beside one another, their middles on one line. */
function rowOf(price: SetSlot, cta: SetSlot, gap: number, name: string): Block {
  const height = Math.max(price.height, cta.height);
  const drafts = [
    draftOf(price, 'left', 0, Math.round((height - price.height) / 2)),
    draftOf(cta, 'centre', price.width + gap, Math.round((height - cta.height) / 2)),
  ];
  return { name, drafts, width: price.width + gap + cta.width, height, tail: 0 };
}

function stacked(blocks: readonly Block[], gap: number, { align }: Column): Block {
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

function placed(block: Block, column: Column, y: number): Group {
  const x = Math.round(column.left + offset(column.align, column.width, block.width));
  return block.drafts.map((draft) => movedBy(draft, x, y));
}

const movedBy = (draft: Draft, x: number, y: number): Draft => ({
  ...draft,
  box: { ...draft.box, x: draft.box.x + x, y: draft.box.y + y },
});

const offset = (align: Align, room: number, width: number): number =>
  align === 'left' ? 0 : align === 'right' ? room - width : (room - width) / 2;
