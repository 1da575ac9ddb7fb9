import { type Box, bottom, expand, overlaps, right } from '../ad/geometry.ts';
import type { ScrimEdge, Treatment, Underlay } from '../ad/layout.ts';
import type { HexColour } from '../ad/scene.ts';
import type { Frame } from './frame.ts';
import type { PictureMap } from './picture-map.ts';

/** Strengths that are tried, gentlest first. */
const BLURS = [0.32, 0.5];
const SCRIMS = [0.38, 0.55];
const PANELS = [0.86, 0.94, 1];

/** Share of the width from which on a panel is made a band that runs to the picture's edges. */
const BAND = 0.72;

export interface UnderlayRequest {
  /** Around the words. */
  readonly words: Box;
  /** Share of the words' own boxes that lies on what the picture shows: their underlay may do the same. */
  readonly under: number;
  /** Boxes of all other words: a panel keeps off them. */
  readonly others: readonly Box[];
  readonly colour: HexColour;
  readonly frame: Frame;
  readonly map: PictureMap;
}

/** The underlays of one kind that would serve words, gentlest first. None touches the product. */
export function underlaysOf(
  kind: Extract<Treatment, 'blur' | 'scrim' | 'panel'>,
  request: UnderlayRequest,
): readonly Underlay[] {
  if (kind === 'blur') return blurs(request);
  return kind === 'scrim' ? scrims(request) : panels(request);
}

/** Widest padding of a blur in units of the frame, and how much of it fades; the narrower, the more it looks like a patch. */
const BLUR_PADS = [6, 4.5, 3.2, 2.2, 1.5, 1];
const FEATHER = 0.95;

/** A rim that fades in less than this, in units of the frame, is seen as a line. */
const MIN_FEATHER = 1.4;

function blurs(request: UnderlayRequest): Underlay[] {
  const { colour, frame, map } = request;
  // Other words may lie on a blur: theirs is measured again.
  const box = padded({ ...request, others: [] }, BLUR_PADS);
  if (box === undefined) return [];
  const feather = Math.round(FEATHER * narrowest(request.words, box));
  if (feather < frame.unit * MIN_FEATHER) return [];
  const beyond = overEdges(box, frame, 2 * feather);
  const across = { ...beyond, x: -2 * feather, width: frame.size.width + 4 * feather };
  // A low strip goes all across: it has one rim instead of two or three.
  const wider = box.height < STRIP * frame.size.height ? [across, beyond] : [beyond];
  const own = map.subjectShare(box);
  const wide =
    wider.find((candidate) => map.productShare(candidate) === 0 && map.subjectShare(candidate) <= own) ?? box;
  return BLURS.map((opacity) => ({ kind: 'blur', box: wide, colour, opacity, feather }));
}

/** Share of the height up to which a blur is a strip. */
const STRIP = 0.25;

/** Where a rim would fade close to the picture's edge, it goes over the edge: there is one rim less to see. */
function overEdges(box: Box, { size, inset }: Frame, by: number): Box {
  const near = 2 * inset;
  const x = box.x < near ? -by : box.x;
  const y = box.y < near ? -by : box.y;
  const end = size.width - right(box) < near ? size.width + by : right(box);
  const foot = size.height - bottom(box) < near ? size.height + by : bottom(box);
  return { x, y, width: end - x, height: foot - y };
}

/** Least padding of a box around words. */
const narrowest = (words: Box, box: Box): number =>
  Math.min(words.x - box.x, words.y - box.y, right(box) - right(words), bottom(box) - bottom(words));

/** How far a scrim goes beyond the words, as a multiple of the way from the edge to their far side, longest first. */
const SCRIM_LENGTHS = [2.6, 2.1, 1.7];

/** A scrim takes no more of the picture than this. */
const LONGEST_SCRIM = 0.75;

function scrims({ words, colour, frame, map }: UnderlayRequest): Underlay[] {
  const { width, height } = frame.size;
  const options: { edge: ScrimEdge; reach: number; room: number; high: number }[] = [
    { edge: 'top', reach: bottom(words), room: height, high: words.height },
    { edge: 'bottom', reach: height - words.y, room: height, high: words.height },
    { edge: 'left', reach: right(words), room: width, high: words.width },
    { edge: 'right', reach: width - words.x, room: width, high: words.width },
  ];
  return options
    .filter(({ reach, high, room }) => reach - high < 0.25 * room)
    .sort((a, b) => a.reach - b.reach)
    .flatMap(({ edge, reach, room }) => {
      const boxes = SCRIM_LENGTHS.map((times) => Math.round(times * reach))
        .filter((length) => length <= LONGEST_SCRIM * room)
        .map((length) => scrimBox(edge, length, frame));
      const box = boxes.find((candidate) => map.productShare(candidate) === 0);
      return box === undefined
        ? []
        : SCRIMS.map((opacity): Underlay => ({ kind: 'scrim', box, edge, colour, opacity }));
    });
}

function scrimBox(edge: ScrimEdge, length: number, { size: { width, height } }: Frame): Box {
  if (edge === 'top') return { x: 0, y: 0, width, height: length };
  if (edge === 'bottom') return { x: 0, y: height - length, width, height: length };
  if (edge === 'left') return { x: 0, y: 0, width: length, height };
  return { x: width - length, y: 0, width: length, height };
}

function panels(request: UnderlayRequest): Underlay[] {
  const { colour, frame } = request;
  const box = padded(request, PADS) ?? whole(expand(request.words, MIN_PADDING * frame.unit));
  const band = bandOf(box, request);
  const shape = band === undefined ? { box, radius: Math.round(0.9 * frame.unit) } : { box: band, radius: 0 };
  return PANELS.map((opacity) => ({ kind: 'panel', colour, opacity, ...shape }));
}

/** Padding of a panel in units of the frame, widest first: as much as there is room for at each side. */
const PADS = [1.5, 1.1, 0.8, 0.5];

/** What touches the letters must be on the panel too, so words always keep this from a product. */
export const MIN_PADDING = 0.35;

/** Share of an underlay that may lie on what the picture shows, where that is not known for sure. */
const SLIGHTLY = 0.03;

/**
 * The words with as much padding at each side as product and other words leave, the same all round if it can be.
 *
 * @param pads in units of the frame, widest first
 * @returns undefined when there is not even room for the least
 */
function padded(
  { words, frame, map, others, under }: UnderlayRequest,
  pads: readonly number[],
): Box | undefined {
  const covered = Math.max(SLIGHTLY, under);
  const clear = (box: Box): boolean =>
    map.productShare(box) === 0 &&
    map.subjectShare(box) <= covered &&
    !others.some((other) => overlaps(box, other));
  const around = pads.map((units) => whole(expand(words, units * frame.unit))).find(clear);
  if (around !== undefined) return around;
  let box = whole(expand(words, MIN_PADDING * frame.unit));
  if (!clear(box)) return undefined;
  for (const side of ['left', 'top', 'right', 'bottom'] as const) {
    const wider = pads.map((units) => extended(box, side, Math.round(units * frame.unit))).find(clear);
    box = wider ?? box;
  }
  return box;
}

function extended({ x, y, width, height }: Box, side: ScrimEdge, by: number): Box {
  if (side === 'left') return { x: x - by, y, width: width + by, height };
  if (side === 'top') return { x, y: y - by, width, height: height + by };
  return side === 'right' ? { x, y, width: width + by, height } : { x, y, width, height: height + by };
}

/** A panel that nearly spans the picture, made to span it, and to reach the edge that it is near to. */
function bandOf(box: Box, { frame, map, others }: UnderlayRequest): Box | undefined {
  const { width, height } = frame.size;
  const clear = (candidate: Box): boolean =>
    map.productShare(candidate) === 0 &&
    map.subjectShare(candidate) <= map.subjectShare(box) &&
    !others.some((other) => overlaps(candidate, other));
  if (box.width < BAND * width) return undefined;
  const near = 2.2 * frame.inset;
  const top = box.y < near ? 0 : box.y;
  const foot = height - bottom(box) < near ? height : bottom(box);
  const candidates = [
    { x: 0, y: top, width, height: foot - top },
    { x: 0, y: box.y, width, height: box.height },
  ];
  return candidates.find(clear);
}

function whole(box: Box): Box {
  const x = Math.floor(box.x);
  const y = Math.floor(box.y);
  return { x, y, width: Math.ceil(right(box)) - x, height: Math.ceil(bottom(box)) - y };
}
