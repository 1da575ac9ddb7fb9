import { type Box, union } from '../../../ad/geometry.ts';
import { boxWhere } from '../../box-where.ts';
import type { OklabPlanes } from '../../oklab-planes.ts';
import { componentsOf, dilated, eroded, type Mask, maskOf } from '../mask.ts';
import type { CutEvidence } from './cut-evidence.ts';

/** Pixels of the working size beside the outline that are the outline's own, and what a JPEG rings there. */
const OUTLINE = 3;

/** OKLab lightness from which all three channels are at their end. */
const WHITE = 98.5;

/** Share of what lies round a cut-out that is so white before the ground is called burnt out: a foot's shadow may be left. */
const BURNT = 0.97;

/** A piece of fewer pixels is a speck. */
const SPECK = 8;

/** Share of the cut-out that a shadow at its own foot takes at least: what has one is a thing that stands there. */
const OWN_SHADOW = 0.05;

/** A print takes no more of either side of the photo than this where nothing is left of its body … */
const PRINT = 0.3;

/** … and than this where something of it is, which reaches this much further than the print. */
const LARGE_PRINT = 0.6;
const FURTHER = 1.2;

/** Distance (OKLab × 100) within which colours are one ink, how many inks a print has, and what share of it they cover: a thing, be it of one colour, has shades. */
const INK = 5;
const INKS = 2;
const PRINTED = 0.85;

/**
 * Whether a cut-out may be the print alone of a white thing that burnt into its ground: small, on a ground that is at
 * the end of its range, without a shadow of its own. Traces of the body, or its shadow, lie apart from the print; where
 * the light was stronger still nothing is left of them, and what has the shades of a thing is one, cut out by its shop.
 *
 * @returns 1 where it may be; else 0
 */
export function burntBody({ analysis, mask, meant }: CutEvidence): number {
  const { width, height, lab } = analysis;
  const print = boxWhere(mask, (i) => mask.data[i] === 1);
  if (print === undefined || !isWithin(print, LARGE_PRINT)) return 0;
  const rim = dilated(mask, OUTLINE);
  const grey = maskOf(width, height, (i) => rim.data[i] === 1 || lab.l.data[i]! < WHITE);
  if (shareOutside(grey.data, rim.data) > 1 - BURNT) return 0;
  const near = maskOf(width, height, (i) => grey.data[i] === 1 && meant?.data[i] !== 0);
  const pieces = componentsOf(near).filter(({ pixels }) => pixels.length > SPECK);
  const isBeside = pieces.map(({ pixels }) => pixels.some((i) => rim.data[i] === 1));
  const size = mask.data.reduce((sum, value) => sum + value, 0);
  const own = pieces
    .filter((_, i) => isBeside[i])
    .reduce((sum, { pixels }) => sum + pixels.filter((i) => rim.data[i] === 0).length, 0);
  if (own > OWN_SHADOW * size) return 0;
  const traces = pieces
    .filter((_, i) => !isBeside[i])
    .map(({ left, right, top, bottom }) => ({
      x: left,
      y: top,
      width: right - left + 1,
      height: bottom - top + 1,
    }));
  // What has shades and hangs above its shadow is a packshot.
  const isPrint = (isWithin(print, PRINT) || reachesFurther(union(traces), print)) && isInk(mask, lab);
  return isPrint ? 1 : 0;

  function isWithin(box: Box, share: number): boolean {
    return box.width <= share * width && box.height <= share * height;
  }
}

/** Whether what is left of a body is wider than the print, and lies round it or below it. */
function reachesFurther(traces: Box | undefined, print: Box): boolean {
  if (traces === undefined) return false;
  const before = print.x - traces.x;
  const after = traces.x + traces.width - print.x - print.width;
  return before > 0 && after > 0 && traces.width > FURTHER * print.width;
}

/** Whether a few colours cover nearly all of it. */
function isInk(mask: Mask, { l, a, b }: OklabPlanes): boolean {
  const inner = eroded(mask, 1);
  let left = [...inner.data.keys()].filter((i) => inner.data[i] === 1);
  const all = left.length;
  for (let ink = 0; ink < INKS && left.length > 0; ink++) {
    const [toL, toA, toB] = commonest(left.map((i) => [l.data[i]!, a.data[i]!, b.data[i]!]));
    left = left.filter((i) => Math.hypot(l.data[i]! - toL, a.data[i]! - toA, b.data[i]! - toB) > INK);
  }
  return left.length <= (1 - PRINTED) * all;
}

type Colour = readonly [l: number, a: number, b: number];

/** The mean of the colours that are commonest to within an ink. */
function commonest(colours: readonly Colour[]): Colour {
  const bins = new Map<string, Colour[]>();
  for (const colour of colours) {
    const key = colour.map((value) => Math.round(value / INK)).join();
    const bin = bins.get(key);
    if (bin === undefined) bins.set(key, [colour]);
    else bin.push(colour);
  }
  const largest = [...bins.values()].reduce((most, bin) => (bin.length > most.length ? bin : most));
  const mean = (channel: 0 | 1 | 2): number =>
    largest.reduce((sum, colour) => sum + colour[channel], 0) / largest.length;
  return [mean(0), mean(1), mean(2)];
}

/** Share of what lies outside of `inner` that is set. */
function shareOutside(data: Uint8Array, inner: Uint8Array): number {
  let [outside, set] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    if (inner[i] === 1) continue;
    outside++;
    set += data[i]!;
  }
  return set / Math.max(1, outside);
}
