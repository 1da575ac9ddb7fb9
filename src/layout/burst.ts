import type { Face } from '../ad/face.ts';
import { type Box, centre, expand, overlaps, right, type Size, union } from '../ad/geometry.ts';
import type { Unit } from '../typography/break-lines.ts';
import { chooseBreaks } from '../typography/choose-breaks.ts';
import { setLine, setText } from '../typography/typeset.ts';
import { type Arrangement, type Draft, draftsOf } from './draft.ts';
import type { Frame } from './frame.ts';
import type { TextScale } from './text-scale.ts';

/** A badge as a star with many rays, not yet placed; its letters stand in the circle between the rays. */
export type Burst = Omit<Draft, 'box' | 'align'> & Size;

/** Letters of a burst against those of a badge above the headline, largest first. */
const LARGER = [1.25, 1.05, 0.9];

/** The star's width against the diagonal of its words. */
const AROUND = 1.3;

/** Widest and narrowest star, as shares of the frame's side. */
const WIDEST = 0.24;
const NARROWEST = 0.135;

const MAX_LINES = 3;

/** Widest line of a burst in em: what is longer reads better on a pill. */
const LONGEST_LINE = 4.6;

/** Sets a short offer as a burst; undefined for one that is too long. @param units the badge's */
export function setBurst(
  units: readonly Unit[],
  scale: TextScale,
  faces: readonly Face[],
  frame: Frame,
): Burst | undefined {
  for (const share of LARGER) {
    const size = Math.max(frame.letters, Math.round(share * scale.badge.largest));
    const burst = burstIn(size, units, scale, faces, frame);
    if (burst !== undefined) return burst;
  }
  return undefined;
}

function burstIn(
  size: number,
  units: readonly Unit[],
  { badge: { style } }: TextScale,
  faces: readonly Face[],
  frame: Frame,
): Burst | undefined {
  const widthOf = (text: string): number => setLine(text, style, faces).advance;
  const options = Array.from({ length: MAX_LINES }, (_, i): Burst | undefined => {
    const breaks = chooseBreaks(units, i + 1, widthOf);
    if (breaks === undefined || breaks.width > LONGEST_LINE) return undefined;
    const set = setText(breaks.lines, style, faces);
    const side = Math.round(
      Math.max(NARROWEST * frame.side, AROUND * Math.hypot(set.width, set.height) * size),
    );
    return {
      slot: 'badge',
      shape: 'burst',
      style,
      lines: breaks.lines,
      set,
      size,
      width: side,
      height: side,
      cost: 0,
    };
  });
  return options
    .filter((option) => option !== undefined && option.width <= WIDEST * frame.side)
    .toSorted((a, b) => a!.width - b!.width)[0];
}

/** Places along each side of the product's corners that are tried, in widths of the burst. */
const STEPS = [-0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];

/**
 * Where a burst may be, best first: at a product's upper corners, as near as its outline lets it, else in the picture's
 * upper corners.
 */
export function burstSpots(
  { width: side }: Burst,
  { inner }: Frame,
  product: Box | undefined,
  isFree: (box: Box) => boolean,
): readonly Box[] {
  const at = (x: number, y: number): Box => ({
    x: Math.round(Math.max(inner.x, Math.min(right(inner) - side, x))),
    y: Math.round(Math.max(inner.y, y)),
    width: side,
    height: side,
  });
  const corners = [at(right(inner) - side, inner.y), at(inner.x, inner.y)];
  if (product === undefined) return corners.filter(isFree);
  const near = [product.x, right(product)].flatMap((edge) =>
    STEPS.flatMap((across) =>
      STEPS.map((down) => {
        const outwards = edge === product.x ? -across : across;
        const box = at(edge + outwards * side - side / 2, product.y - down * side - side / 2);
        const middle = centre(box);
        return { box, far: Math.hypot(middle.x - edge, middle.y - product.y) };
      }),
    ),
  );
  const spots = near.toSorted((a, b) => a.far - b.far).filter(({ box }) => isFree(box));
  return [...spots.map(({ box }) => box), ...corners.filter(isFree)];
}

/** Room between a burst and other words, in units of the frame. */
const GAP = 0.9;

/** The arrangement with the burst at the first spot that leaves its words alone; undefined where there is none. */
export function withBurst(
  arrangement: Arrangement,
  burst: Burst,
  spots: readonly Box[],
  { unit }: Frame,
): Arrangement | undefined {
  const drafts = draftsOf(arrangement);
  const words = union(drafts.map(({ box }) => box));
  const box = spots.find((spot) => {
    const around = expand(spot, GAP * unit);
    if (words === undefined || !overlaps(around, words)) return true;
    return !drafts.some((draft) => overlaps(around, draft.box));
  });
  if (box === undefined) return undefined;
  const { width: _width, height: _height, ...draft } = burst;
  return { ...arrangement, groups: [...arrangement.groups, [{ ...draft, align: 'centre', box }]] };
}
