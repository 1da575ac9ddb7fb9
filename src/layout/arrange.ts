import { type Box, bottom } from '../ad/geometry.ts';
import { type Block, columnsBlock, EMPTY_BLOCK, leftOf, placed, rowOf, stacked, stackOf } from './block.ts';
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
  const gap = Math.round((GAPS.messageOffer * frame.unit) / 2);
  const offers = offersIn(column, frame, setter);
  const allDetails = detailsIn(column, full, setter);
  for (const message of messagesIn(column, frame, setter)) {
    for (const offer of offers) {
      const stack = stacked([message, offer], gap, column);
      for (const details of allDetails) {
        yield* standing({ column, frame, isFree, squeeze, message, offer, stack, details });
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
  /** Message and offer under one another. */
  readonly stack: Block;
  readonly details: Block & { readonly column: Column };
}

/** A block somewhere in the picture. */
interface Place {
  readonly block: Block;
  readonly column: Column;
  readonly y: number;
}

function* standing(parts: Parts): Generator<Arrangement> {
  const { column, frame, message, offer, stack, details } = parts;
  const half = frame.unit / 2;
  const foot = bottom(frame.inner);
  const detailsGap = details.height > 0 ? Math.round(GAPS.details * half) : 0;
  const pinned = { block: details, column: details.column, y: foot - details.height };
  if (pinned.y >= frame.inner.y && isFreeAt(pinned, parts)) {
    const lowest = offer.name === APART ? -1 : foot - details.height - detailsGap - stack.height;
    for (const y of placesBetween(frame.inner.y, lowest)) {
      yield* whole(parts, `stack ${stack.name}`, [{ block: stack, column, y }, pinned]);
    }
    const low = { block: offer, column, y: foot - details.height - detailsGap - offer.height };
    if (message.height > 0 && offer.height > 0 && isFreeAt(low, parts)) {
      const lowest = low.y - Math.round(GAPS.messageOffer * half) - message.height;
      for (const y of placesBetween(frame.inner.y, lowest)) {
        yield* whole(parts, `split ${offer.name}`, [{ block: message, column, y }, low, pinned]);
      }
    }
  }
  if (details.height === 0 || details.column !== column || offer.name === APART) return;
  const strip = isStrip(details.drafts);
  if (foot - stack.height - details.height >= frame.inner.y) {
    const withDetails = stacked([stack, details], detailsGap, column);
    for (const y of placesBetween(frame.inner.y, foot - withDetails.height)) {
      for (const arrangement of whole(parts, `whole stack ${stack.name}`, [
        { block: withDetails, column, y },
      ])) {
        yield strip ? { ...arrangement, groups: arrangement.groups.flatMap(detailsApart) } : arrangement;
      }
    }
  }
  // More than a line or two before the headline would be read first.
  if (strip) return;
  const head = { block: details, column, y: frame.inner.y };
  for (const y of placesBetween(frame.inner.y + details.height + detailsGap, foot - stack.height)) {
    yield* whole(parts, `headed stack ${stack.name}`, [head, { block: stack, column, y }]);
  }
}

/** A group and the details in it, as two: what serves the one need not serve the other. */
const detailsApart = (group: Group): readonly Group[] =>
  [group.filter(({ slot }) => slot !== 'details'), group.filter(({ slot }) => slot === 'details')].filter(
    (part) => part.length > 0,
  );

/** Asked for every place, of which most are not free: nothing is made for those. */
function isFreeAt({ block, column, y }: Place, { isFree }: Parts): boolean {
  const x = leftOf(block, column);
  return block.drafts.every(({ box }) =>
    isFree({ x: box.x + x, y: box.y + y, width: box.width, height: box.height }),
  );
}

function* whole(parts: Parts, name: string, places: readonly Place[]): Generator<Arrangement> {
  const filled = places.filter(({ block }) => block.drafts.length > 0);
  if (filled.length === 0 || !filled.every((place) => isFreeAt(place, parts))) return;
  const { column, squeeze } = parts;
  const groups = filled.map((place) => placed(place.block, place.column, place.y));
  yield { key: `${name}, ${column.name}`, align: column.align, groups, squeeze };
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
  const blocks = own.flatMap((wanted) =>
    setter
      .detailColumns(wanted.width)
      .map(({ columns, gap }) => ({ ...columnsBlock(columns, gap, wanted.align), column: wanted })),
  );
  // Where the wider column changes nothing, the block would stand in the same place.
  return blocks.filter(
    (block, i) =>
      !blocks
        .slice(0, i)
        .some(
          ({ name, width, height }) =>
            name === block.name && width === block.width && height === block.height,
        ),
  );
}

const middle = (column: Column): number => column.left + column.width / 2;
