import { type Size, shortSide } from '../../ad/geometry.ts';
import type { Insets } from '../../ad/place.ts';
import { FAMILY_MARGIN, STORY_PADDING, shapesOf } from './shape.ts';

/** The sheet that a family is solved on where words have to keep off more of a place's edges than families do. */
export interface SafeSheet {
  readonly size: Size;
  /** What of the whole sheet lies around it. */
  readonly bleed: Insets;
  /** Where no words may be, on the sheet that is solved. */
  readonly safe: Insets;
}

export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

/**
 * A family keeps its words off the edges by itself: a story's by a fifth of its width at head and foot. What a place
 * wants beyond that is left around the sheet, which is solved so much smaller and painted on to the edges (`withBleed`).
 */
export function safeSheet(size: Size, safe: Insets = NO_INSETS): SafeSheet {
  const story = bledBy(size, safe, STORY_PADDING);
  return shapesOf(size).includes('story') && shapesOf(story.size).includes('story')
    ? story
    : bledBy(size, safe, FAMILY_MARGIN);
}

/** @param kept what families keep of head and foot, as a share of the shorter side */
function bledBy(size: Size, safe: Insets, kept: number): SafeSheet {
  const own = Math.floor(kept * shortSide(size));
  const side = Math.floor(FAMILY_MARGIN * shortSide(size));
  const bleed = {
    top: Math.max(0, safe.top - own),
    right: Math.max(0, safe.right - side),
    bottom: Math.max(0, safe.bottom - own),
    left: Math.max(0, safe.left - side),
  };
  return {
    size: {
      width: size.width - bleed.left - bleed.right,
      height: size.height - bleed.top - bleed.bottom,
    },
    bleed,
    safe: {
      top: safe.top - bleed.top,
      right: safe.right - bleed.right,
      bottom: safe.bottom - bleed.bottom,
      left: safe.left - bleed.left,
    },
  };
}

/** What is left of a sheet. */
export const insetSize = (size: Size, { top, right, bottom, left }: Insets): Size => ({
  width: size.width - left - right,
  height: size.height - top - bottom,
});

/** What insets reach beyond others. */
export const insetBy = ({ top, right, bottom, left }: Insets = NO_INSETS, by: Insets): Insets => ({
  top: Math.max(0, top - by.top),
  right: Math.max(0, right - by.right),
  bottom: Math.max(0, bottom - by.bottom),
  left: Math.max(0, left - by.left),
});

export const addedInsets = (one: Insets, other: Insets): Insets => ({
  top: one.top + other.top,
  right: one.right + other.right,
  bottom: one.bottom + other.bottom,
  left: one.left + other.left,
});

export const isBled = ({ top, right, bottom, left }: Insets): boolean =>
  Math.max(top, right, bottom, left) > 0;
