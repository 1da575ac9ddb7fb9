import { type Box, type Size, shortSide } from '../ad/geometry.ts';
import type { Insets } from '../ad/place.ts';

/** The proportions that all layouts of one picture share, in pixels. */
export interface Frame {
  readonly size: Size;
  /** Of which type sizes and gaps are shares: the shorter side, and in a tall picture a little more. */
  readonly side: number;
  /** What words keep from the picture's edges. */
  readonly margin: number;
  /** Of a tall picture's top and bottom, where apps lay their own buttons over it; else the margin. */
  readonly inset: number;
  /** All gaps are multiples of half of it. */
  readonly unit: number;
  /** Where words may be. */
  readonly inner: Box;
  /** Least em of letters in pixels; 0 = as the sizes of each kind of words say. */
  readonly letters: number;
}

/** Margins and gaps as shares of the shorter side. */
const MARGIN = 0.065;
const INSET = 0.1;
const UNIT = 1 / 40;

/** How much larger words may be in a picture of 9:16 than in a square of its width. */
const GROWTH = 0.16;

/** From this height to width on, a picture is made to fill a telephone. */
const TALL = 1.6;

/** What the ad's place asks. */
interface PlaceFrame {
  readonly safe?: Insets | undefined;
  readonly letters?: number | undefined;
}

export function frameOf(size: Size, { safe, letters = 0 }: PlaceFrame = {}): Frame {
  const ratio = size.height / size.width;
  const side = shortSide(size) * (1 + GROWTH * Math.max(0, Math.min(1, (ratio - 1) / 0.75)));
  const margin = Math.ceil(MARGIN * shortSide(size));
  const inset = ratio >= TALL ? Math.ceil(INSET * side) : margin;
  return {
    size,
    side,
    margin,
    inset,
    unit: UNIT * side,
    inner: innerOf(size, {
      top: Math.max(inset, safe?.top ?? 0),
      right: Math.max(margin, safe?.right ?? 0),
      bottom: Math.max(inset, safe?.bottom ?? 0),
      left: Math.max(margin, safe?.left ?? 0),
    }),
    letters,
  };
}

const innerOf = ({ width, height }: Size, { top, right, bottom, left }: Insets): Box => ({
  x: left,
  y: top,
  width: width - left - right,
  height: height - top - bottom,
});
