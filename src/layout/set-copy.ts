import { type CopySlot, isPill } from '../ad/copy.ts';
import type { DetailKind } from '../ad/detail-kind.ts';
import type { Face } from '../ad/face.ts';
import type { Size } from '../ad/geometry.ts';
import { defined } from '../collections/defined.ts';
import type { Unit } from '../typography/break-lines.ts';
import { type Fit, fitText } from '../typography/fit.ts';
import type { TextStyle } from '../typography/style.ts';
import type { CopyText } from './copy-text.ts';
import type { Align, Draft } from './draft.ts';
import { DetailSetter } from './set-details.ts';
import type { TextScale } from './text-scale.ts';

/** Words set in a column, not yet placed. */
export interface SetSlot extends Size {
  readonly slot: CopySlot;
  readonly style: TextStyle;
  readonly fit: Fit;
  /** As a block's. */
  readonly icons?: readonly (DetailKind | null)[];
  /** How far tails of commas and of Latin letters hang below the foot of the words, in pixels: gaps do not count them. */
  readonly tail: number;
}

/** Details in columns beside one another. */
export interface SetColumns {
  readonly columns: readonly SetSlot[];
  /** Between them, in pixels. */
  readonly gap: number;
}

/** A pill against its letters: room at the ends, and above and below in all, in em. */
const PILLS = {
  cta: { ends: 1.15, height: 1.98, lines: 1.3 },
  badge: { ends: 0.72, height: 1.72, lines: 1.25 },
} as const;

const pillOf = (slot: CopySlot) => (slot === 'cta' || slot === 'badge' ? PILLS[slot] : undefined);

/** Hangul reaches this far below its baseline, in em. */
const FOOT = 0.09;

/** Ways to set a slot that are looked at; the best come first. */
const MAX_WAYS = 3;

/** A line more costs this much, so that two calm lines beat one long one but not by much. */
const LINE_COSTS = [0.06, 0, 0.1, 0.3, 0.5, 0.7];

/** Sets the slots of one copy in columns of any width; remembers what it has set. */
export class CopySetter {
  readonly scale: TextScale;
  readonly #units: ReadonlyMap<CopySlot, readonly Unit[]>;
  readonly #faces: readonly Face[];
  readonly #mayPart: boolean;
  readonly #details: DetailSetter;
  readonly #hasDetails: boolean;
  readonly #known = new Map<string, readonly SetSlot[]>();
  readonly #columns = new Map<number, readonly SetColumns[]>();

  /** @param mayPart whether words that are wider than a column may be parted */
  constructor(copy: CopyText, scale: TextScale, faces: readonly Face[], mayPart: boolean) {
    this.scale = scale;
    this.#units = new Map(copy.slots.map(({ slot, units }) => [slot, units]));
    this.#faces = faces;
    this.#mayPart = mayPart;
    this.#hasDetails = copy.details.length > 0;
    this.#details = new DetailSetter(copy.details, scale.details.style, faces);
  }

  has(slot: CopySlot): boolean {
    return slot === 'details' ? this.#hasDetails : this.#units.has(slot);
  }

  /**
   * The best ways to set a slot within a width; none when it does not fit.
   *
   * @param width pixels
   * @param largest em size in pixels that it may not exceed, besides the slot's own
   */
  ways(slot: CopySlot, width: number, largest = Number.POSITIVE_INFINITY): readonly SetSlot[] {
    const key = `${slot}|${Math.round(width)}|${largest}`;
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    const ways = this.#set(slot, width, largest);
    this.#known.set(key, ways);
    return ways;
  }

  /** The ways to set the details within a width, each in another number of columns; none when they do not fit. */
  detailColumns(width: number): readonly SetColumns[] {
    const key = Math.round(width);
    const before = this.#columns.get(key);
    if (before !== undefined) return before;
    const { style, largest, smallest } = this.scale.details;
    const sizes = [...new Set([largest, Math.round((largest + smallest) / 2), smallest])];
    const ways = this.#details.ways(width, sizes).map(
      ({ columns, gap }): SetColumns => ({
        columns: columns.map(
          ({ fit, icons }): SetSlot => ({
            slot: 'details',
            style,
            fit,
            ...this.#sizeOf('details', fit),
            tail: tailOf('details', fit),
            ...defined({ icons }),
          }),
        ),
        gap,
      }),
    );
    this.#columns.set(key, ways);
    return ways;
  }

  #set(slot: CopySlot, width: number, max: number): readonly SetSlot[] {
    if (slot === 'details') {
      return this.detailColumns(width).flatMap(({ columns }) => (columns.length === 1 ? columns : []));
    }
    const units = this.#units.get(slot);
    if (units === undefined) return [];
    const { style, largest, smallest, maxLines } = this.scale[slot];
    const top = Math.max(smallest, Math.min(largest, max));
    const request = {
      units,
      style,
      width: width - 2 * (pillOf(slot)?.ends ?? 0) * top,
      height: Number.POSITIVE_INFINITY,
      smallest: Math.min(smallest, top),
      largest: top,
      maxLines,
      mayPart: this.#mayPart,
    };
    return fitText(request, this.#faces)
      .map((fit) => ({ slot, style, fit, ...this.#sizeOf(slot, fit), tail: tailOf(slot, fit) }))
      .sort((a, b) => this.#badness(a.fit, top, slot) - this.#badness(b.fit, top, slot))
      .slice(0, slot === 'headline' ? MAX_WAYS : slot === 'price' ? 2 : 1);
  }

  #badness(fit: Fit, top: number, slot: CopySlot): number {
    const lines = fit.lines.length;
    const more = slot === 'headline' ? (LINE_COSTS[lines - 1] ?? 1) : 0.25 * (lines - 1);
    return fit.cost + more + 1.2 * (1 - fit.size / top);
  }

  #sizeOf(slot: CopySlot, fit: Fit): Size {
    const pill = pillOf(slot);
    if (pill === undefined) return { width: Math.ceil(fit.width), height: Math.ceil(fit.height) };
    const height = (pill.height + (fit.lines.length - 1) * pill.lines) * fit.size;
    return {
      width: Math.ceil(Math.max(fit.width + 2 * pill.ends * fit.size, height * 1.6)),
      height: Math.round(height),
    };
  }
}

function tailOf(slot: CopySlot, { set, size }: Fit): number {
  const last = set.lines.at(-1);
  return isPill(slot) || last === undefined ? 0 : Math.round(Math.max(0, last.descent - FOOT) * size);
}

/** The slot at a place; a pill's words are always in the middle of its pill. */
export function draftOf(
  { slot, style, fit, icons, width, height }: SetSlot,
  align: Align,
  x: number,
  y: number,
): Draft {
  return {
    slot,
    style,
    lines: fit.lines,
    set: fit.set,
    size: fit.size,
    ...defined({ icons }),
    align: isPill(slot) ? 'centre' : icons === undefined ? align : 'left',
    box: { x, y, width, height },
    cost: fit.cost,
  };
}
