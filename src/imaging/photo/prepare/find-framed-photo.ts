import { area, type Box } from '../../../ad/geometry.ts';
import type { Raster } from '../../raster.ts';
import { difference, linesFrom, medianColour, type Rgb } from './lines.ts';

/** Difference from the screen's colour, 0–255, within which a pixel is bare screen. */
const BARE = 8;

/** The status bar's part of the screen's height, and of its width the parts in which something stands: clock and battery. */
const STATUS = 0.06;
const SIDE_PART = 0.35;

/** Most of the status bar that is covered by what is written on it. */
const COVERED = 0.3;

/** Share of a column, within the photo's rows, that is picture where the photo is. */
const FILLED = 0.5;

/** Share of the photo's box that is no bare screen (its corners may be), and of the margins beside it that is. */
const SOLID = 0.93;
const MARGIN = 0.97;

/** Least share of the screen, and least and most of its width: what reaches both sides has bars and no margins. */
const LEAST = 0.12;
const [NARROWEST, WIDEST] = [0.4, 0.985];

/** The side of a square whose corner touches an arc of a corner, as a share of its radius. */
const CORNER = 1 - Math.SQRT1_2;

/**
 * The photo that a phone's screen shows with margins at its sides, as chats and shops lay them out, often with rounded
 * corners: the tallest block below the status bar that fills a box between bare margins. Without clock and battery in
 * two corners it is no screen, but perhaps a box photographed on paper.
 *
 * @returns the box inside of the rounded corners, whole numbers
 */
export function findFramedPhoto(screen: Raster): Box | undefined {
  const { width, height } = screen;
  const colour = medianColour(screen, linesFrom(screen, { x: 0, y: 0, width, height }, 'top'), 0);
  if (!hasStatusBar(screen, colour)) return undefined;
  const rows = counted(height, (y) => bareIn(screen, { x: 0, y, width, height: 1 }, colour));
  const down = longestRun(rows, (bare) => width - bare >= NARROWEST * width);
  const tall = { x: 0, y: down.from, width, height: down.to - down.from };
  if (tall.height === 0) return undefined;
  const columns = counted(width, (x) => bareIn(screen, { ...tall, x, width: 1 }, colour));
  const across = longestRun(columns, (bare) => tall.height - bare >= FILLED * tall.height);
  const box = { ...tall, x: across.from, width: across.to - across.from };
  if (box.width < NARROWEST * width || box.width > WIDEST * width) return undefined;
  if (area(box) < LEAST * width * height) return undefined;
  const bare = bareIn(screen, box, colour);
  const beside = area(tall) - area(box);
  if (bare > (1 - SOLID) * area(box) || bareIn(screen, tall, colour) - bare < MARGIN * beside)
    return undefined;
  return withoutCorners(screen, box, colour);
}

function hasStatusBar(screen: Raster, colour: Rgb): boolean {
  const { width } = screen;
  const height = Math.round(STATUS * screen.height);
  const part = Math.round(SIDE_PART * width);
  const written = (x: number, length: number): number =>
    length * height - bareIn(screen, { x, y: 0, width: length, height }, colour);
  const covered = written(0, width) / (width * height);
  return covered < COVERED && written(0, part) > 0 && written(width - part, part) > 0;
}

/** Moved in by what rounded corners leave bare. */
function withoutCorners(screen: Raster, box: Box, colour: Rgb): Box {
  const isBare = (x: number, y: number): boolean =>
    difference(screen.data, (y * screen.width + x) * 4, colour) <= BARE;
  const most = Math.floor(Math.min(box.width, box.height) / 4);
  let radius = 0;
  for (const [x, y, step] of [
    [box.x, box.y, 1],
    [box.x + box.width - 1, box.y, -1],
    [box.x, box.y + box.height - 1, 1],
    [box.x + box.width - 1, box.y + box.height - 1, -1],
  ] as const) {
    let bare = 0;
    while (bare < most && isBare(x + step * bare, y)) bare++;
    if (bare < most) radius = Math.max(radius, bare);
  }
  const inset = Math.ceil(CORNER * radius) + (radius > 0 ? 1 : 0);
  return {
    x: box.x + inset,
    y: box.y + inset,
    width: box.width - 2 * inset,
    height: box.height - 2 * inset,
  };
}

const counted = (count: number, of: (i: number) => number): readonly number[] =>
  Array.from({ length: count }, (_, i) => of(i));

/** How many pixels of a part are bare screen. */
function bareIn({ width, data }: Raster, part: Box, colour: Rgb): number {
  let count = 0;
  for (let y = part.y; y < part.y + part.height; y++) {
    for (let x = part.x; x < part.x + part.width; x++) {
      if (difference(data, (y * width + x) * 4, colour) <= BARE) count++;
    }
  }
  return count;
}

function longestRun(
  values: readonly number[],
  holds: (value: number) => boolean,
): { readonly from: number; readonly to: number } {
  let [from, best] = [0, { from: 0, to: 0 }];
  for (let i = 0; i <= values.length; i++) {
    if (i < values.length && holds(values[i]!)) continue;
    if (i - from > best.to - best.from) best = { from, to: i };
    from = i + 1;
  }
  return best;
}
