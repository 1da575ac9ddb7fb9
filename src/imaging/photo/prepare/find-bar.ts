import type { Box } from '../../../ad/geometry.ts';
import type { Raster } from '../../raster.ts';
import { difference, type Lines, linesFrom, medianColour, type Rgb, type Side } from './lines.ts';

/** A bar of one colour along a side of a picture. */
export interface Bar {
  /** How many lines it has. */
  readonly lines: number;
  readonly colour: Rgb;
  /** Whether something small is written or drawn on it: a phone's clock, a title, buttons. */
  readonly written: boolean;
}

/** Difference within which a pixel is of the bar's colour: what JPEG leaves of a plain one. */
const ALIKE = 8;

/** Share of a line that is of the bar's colour where nothing is on it, and where something is written on it. */
const PLAIN = 0.97;
const WRITTEN = 0.45;

/** Share of the line at which a bar ends that turns to something else there, and by how much. */
const EDGE = 0.9;
const STEP = 7;

/** Share of the line at each end of which more than half turns too. */
const END = 0.01;

/** Lines within which that happens, since JPEG blurs it, and lines before it that are looked at for a plain one. */
const SOFT = 3;
const BEFORE = 18;

/** A bar's least part of the picture's side; what is left of the picture at least. */
const THIN = 0.012;
const REMAINS = 0.18;

/** The tallest thing that is written on a bar, against the picture's longer side, and the most of the bar that is covered. */
const TALLEST = 0.075;
const COVERED = 0.22;

/** What a bar is looked for in. */
export interface BarQuest {
  readonly box: Box;
  readonly side: Side;
  /** Whether it may have something written on it. */
  readonly written: boolean;
}

/**
 * A bar along one side: one plain colour from the side on, that ends at a straight, hard edge along the whole line. The
 * ground of a studio's photo is none: it has no such edge, or the product reaches over it.
 */
export function findBar(photo: Raster, { box, side, written }: BarQuest): Bar | undefined {
  const lines = linesFrom(photo, box, side);
  const colour = medianColour(photo, lines, 0);
  const max = Math.floor(lines.count * (1 - REMAINS));
  const min = written ? WRITTEN : PLAIN;
  const shares: number[] = [];
  let passed = 0;
  for (let line = 0; line <= max; line++) {
    const share = shareOf(photo, lines, line, colour);
    shares.push(share);
    if (line === 0 && share < PLAIN) return undefined;
    // What JPEG makes of an edge begins some lines before it.
    if (share < min && ++passed > BEFORE) break;
  }
  const end = edgeIn(photo, lines, colour, shares);
  if (end === undefined || end < Math.max(3, THIN * lines.count) || end > max) return undefined;
  const above = shares.slice(0, end);
  // An edge blurs into the last lines, of which one is still plain.
  const body = above.slice(0, Math.max(1, end - BEFORE));
  const isWritten = body.some((share) => share < PLAIN);
  if (isWritten && (!written || !isLittle(body, Math.max(photo.width, photo.height)))) return undefined;
  return { lines: end, colour, written: isWritten };
}

function shareOf({ data }: Raster, lines: Lines, line: number, colour: Rgb): number {
  let alike = 0;
  for (let i = 0; i < lines.length; i++) if (difference(data, lines.at(line, i), colour) <= ALIKE) alike++;
  return alike / lines.length;
}

/** The first line behind the bar and its soft edge. */
function edgeIn(photo: Raster, lines: Lines, colour: Rgb, shares: readonly number[]): number | undefined {
  const last = shares.length - 1;
  for (let line = Math.max(1, last - 2 * BEFORE); line <= last; line++) {
    if (isEdge(photo, lines, line, colour, shares)) return line + SOFT;
  }
  return undefined;
}

function isEdge(
  { data }: Raster,
  lines: Lines,
  line: number,
  colour: Rgb,
  shares: readonly number[],
): boolean {
  const before = shares.slice(Math.max(0, line - BEFORE), line);
  if (!before.some((share) => share >= PLAIN)) return false;
  const behind = Math.min(lines.count - 1, line + SOFT);
  const end = Math.max(2, Math.round(END * lines.length));
  let [turned, atEnds] = [0, 0];
  for (let i = 0; i < lines.length; i++) {
    const other = difference(data, lines.at(behind, i), colour);
    const own = difference(data, lines.at(Math.max(0, line - SOFT), i), colour);
    if (other < STEP || other <= 2 * own) continue;
    turned++;
    if (i < end || i >= lines.length - end) atEnds++;
  }
  // A box that nearly fills its ground has some of it at both ends.
  return turned >= EDGE * lines.length && atEnds > end;
}

function isLittle(shares: readonly number[], longer: number): boolean {
  let [run, covered] = [0, 0];
  for (const share of shares) {
    run = share < PLAIN ? run + 1 : 0;
    covered += 1 - share;
    if (run > TALLEST * longer) return false;
  }
  return covered <= COVERED * shares.length;
}
