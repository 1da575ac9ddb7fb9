import { type Box, bottom } from '../ad/geometry.ts';
import { type Block, columnsBlock, EMPTY_BLOCK, placed, rowOf, stacked, stackOf } from './block.ts';
import type { Column } from './columns.ts';
import { type Arrangement, type Group, isStrip } from './draft.ts';
import type { Frame } from './frame.ts';
import type { CopySetter } from './set-copy.ts';

/** Whether words may be in a box; asked often. */
export type IsFree = (box: Box) => boolean;

/** Places down the picture that are tried between the topmost and the lowest. */
const STEPS = 8;

/** Gaps in half units: they grow with how little two things belong together. */
const GAPS = { headlineSub: 3, subSub: 2, messageOffer: 5, priceCta: 3, row: 4, details: 5 } as const;

/**
 * Every way of standing in one column in which no words touch what is not free:
 * - stack: message and offer under one another, the details at the picture's foot, below them, or at its head;
 * - split: the message above, the offer at the foot of the picture with the details.
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
      for (const details of detailsIn(column, full, setter)) {
        yield* standing({ column, frame, isFree, squeeze, message, offer, details });
      }
    }
  }
}

/** Name of an offer that spans the picture. */
const APART = 'apart';

interface Parts {
  readonly column: Column;
  readonly frame: Frame;
  readonly isFree: IsFree;
  readonly squeeze: number;
  readonly message: Block;
  readonly offer: Block;
  readonly details: Block & { readonly column: Column };
}

function* standing(parts: Parts): Generator<Arrangement> {
  const { column, frame, message, offer, details } = parts;
  const half = frame.unit / 2;
  const foot = bottom(frame.inner);
  const detailsGap = details.height > 0 ? Math.round(GAPS.details * half) : 0;
  const stack = stacked([message, offer], Math.round(GAPS.messageOffer * half), column);
  const pinned = placed(details, details.column, foot - details.height);
  const detailsFree = pinned.every((draft) => parts.isFree(draft.box));
  if (detailsFree) {
    const lowest = offer.name === APART ? -1 : foot - details.height - detailsGap - stack.height;
    for (const y of placesBetween(frame.inner.y, lowest)) {
      yield* whole(parts, `stack ${stack.name}`, [placed(stack, column, y), pinned]);
    }
    if (message.height > 0 && offer.height > 0) {
      const offerTop = foot - details.height - detailsGap - offer.height;
      const low = placed(offer, column, offerTop);
      if (low.every((draft) => parts.isFree(draft.box))) {
        const lowest = offerTop - Math.round(GAPS.messageOffer * half) - message.height;
        for (const y of placesBetween(frame.inner.y, lowest)) {
          yield* whole(parts, `split ${offer.name}`, [placed(message, column, y), low, pinned]);
        }
      }
    }
  }
  if (details.height === 0 || details.column !== column || offer.name === APART) return;
  const withDetails = stacked([stack, details], detailsGap, column);
  for (const y of placesBetween(frame.inner.y, foot - withDetails.height)) {
    const all = placed(withDetails, column, y);
    const apart = all.filter(({ slot }) => slot === 'details');
    const rest = all.filter(({ slot }) => slot !== 'details');
    yield* whole(parts, `whole stack ${stack.name}`, isStrip(apart) ? [rest, apart] : [all]);
  }
  // More than a line or two before the headline would be read first.
  if (isStrip(details.drafts)) return;
  const head = placed(details, column, frame.inner.y);
  for (const y of placesBetween(frame.inner.y + details.height + detailsGap, foot - stack.height)) {
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
    // The offer is seen first: its badge stands over the headline.
    const [badge] = setter.has('badge') ? setter.ways('badge', column.width) : [];
    if (badge === undefined && setter.has('badge')) return [];
    const above = [badge, head].filter((slot) => slot !== undefined);
    if (!setter.has('sub')) return [stackOf(above, gap, column)];
    // At least twice as large: the eye must see at once which is which.
    const maxSize = head === undefined ? undefined : Math.floor(head.fit.size / 2);
    return setter.ways('sub', column.width, maxSize).map((sub) => stackOf([...above, sub], gap, column));
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
    return prices.length === 0 ? [EMPTY_BLOCK] : prices.map((price) => stackOf([price], 0, column));
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

function detailsIn(column: Column, full: Column, setter: CopySetter): (Block & { column: Column })[] {
  if (!setter.has('details')) return [{ ...EMPTY_BLOCK, column }];
  const columns = column.align === 'centre' || column.left === full.left ? [column, full] : [column];
  const own = column.align === 'centre' && Math.abs(middle(column) - middle(full)) > 1 ? [column] : columns;
  return own.flatMap((wanted) =>
    setter
      .detailColumns(wanted.width)
      .map(({ columns, gap }) => ({ ...columnsBlock(columns, gap, wanted.align), column: wanted })),
  );
}

const middle = (column: Column): number => column.left + column.width / 2;
