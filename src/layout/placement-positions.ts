import { detailLines, isEmptyCopy } from '../ad/copy.ts';
import { type Box, bottom, type Size } from '../ad/geometry.ts';
import type { Floor } from '../ad/scene.ts';
import type { Formation } from './formation.ts';
import type { Frame } from './frame.ts';
import { idealOf, LISTED } from './ideal-size.ts';
import type { PictureMap } from './picture-map.ts';
import { DEFAULT_FOOT, type PlacementSearch } from './placement-search.ts';

/** Most of the picture's width and height that products take when nobody asked for more. */
const WIDEST = 0.84;
const TALLEST = 0.66;
/** Share of the width up to which a stand counts as narrow. */
const NARROW = 0.5;
/** Share of a stand that feet may take: those at the back have less room, as far off as they are. */
const FEET = 0.85;
/** Height of a product with many words about it, as a share of the shorter side: a bottle must not fill the picture. */
const TALLEST_AMONG_WORDS = 0.62;

/** Ad pixels a pixel of a cut-out, above which it looks soft. */
const ENLARGED = 2.2;

/** Shares of the width where the middle of the products may be. */
const PLACES = [0.5, 0.36, 0.64, 0.3, 0.7];

/** Largest difference in lightness (0–100) between two places that are the same floor. */
const SAME_FLOOR = 9;

/** Heights of the whole formation in pixels, within what its floor, its pixels and the picture allow. */
export function heightsFor({ request, frame, formation, cut }: PlacementSearch): number[] {
  const { size } = frame;
  const ratio = formation.width / formation.height;
  const heroShare = heroOf(formation).height / formation.height;
  const fits = Math.min(size.height, size.width / ratio);
  if (request.scale !== undefined) return [Math.min(fits, (request.scale * size.height) / heroShare)];
  if (cut.left && cut.right) return [Math.min(size.height, size.width / ratio)];
  const [hero] = request.products;
  const sharp = hero === undefined ? fits : (ENLARGED * hero.height) / heroShare;
  const ideal = idealOf(request, frame) / Math.sqrt(ratio);
  const tallest = isEmptyCopy(request.copy)
    ? TALLEST * size.height
    : Math.min(TALLEST * size.height, TALLEST_AMONG_WORDS * frame.side);
  const widest = widestOn(request.stage.floor?.across, size);
  const maxHeight = Math.min(fits, widest / ratio, tallest, sharp);
  return [1.2, 1.1, 1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5, 0.4].map((step) =>
    Math.min(maxHeight, step * ideal),
  );
}

/** Most pixels of the width for products that stand on something: they hang over a narrow stand, and over no other. */
function widestOn(stand: Floor['across'], { width }: Size): number {
  if (stand === undefined) return WIDEST * width;
  return Math.min(WIDEST * width, Math.max(NARROW * width, FEET * (stand[1] - stand[0])));
}

const heroOf = (formation: Formation): Box => {
  const hero = formation.members.find((member) => member.index === 0);
  if (hero === undefined) throw new RangeError('A formation has a hero');
  return hero.box;
};

/** Rows where the feet may be. */
export function feetFor({ request, frame, cut }: PlacementSearch, height: number): number[] {
  const { size, inner } = frame;
  const { position, stage, kind } = request;
  if (position !== undefined) return [inside(position.y * size.height + height / 2, height, size.height)];
  if (cut.bottom) return [size.height];
  if (cut.top) return [height];
  if (stage.floor === undefined || kind === 'photo-card') {
    const lowest = bottom(inner);
    const middles = [0.5, 0.56, 0.62, 0.68].map((share) => share * size.height + height / 2);
    return [
      ...middles.filter((foot) => foot <= lowest && foot - height >= inner.y),
      Math.max(height, lowest),
    ];
  }
  // A list of details stands under the products.
  const listed = detailLines(request.copy.details).length >= LISTED;
  return footRows(stage.floor, size, listed ? [0, -0.05, -0.1, -0.15] : [0, 0.04, -0.04]).map((row) =>
    inside(row, height, size.height),
  );
}

/** The row that suits a foot, moved by shares of the height, all on the floor. */
function footRows({ top, bottom: low, ground }: Floor, { height }: Size, moves: readonly number[]): number[] {
  const depth = low - top;
  const clamp = (row: number): number => Math.max(top + 0.2 * depth, Math.min(low - 0.12 * depth, row));
  const usual = ground ?? DEFAULT_FOOT * height;
  return [...new Set(moves.map((by) => Math.round(clamp(usual + by * height))))];
}

/** The foot of something that high, moved so that it is wholly inside. */
const inside = (foot: number, height: number, room: number): number => Math.max(height, Math.min(room, foot));

/** Left edges that the products may have, in pixels. */
export function leftsFor(
  { request, frame, cut, map }: PlacementSearch,
  width: number,
  foot: number,
): number[] {
  const { size } = frame;
  const clamp = (left: number): number => Math.max(0, Math.min(size.width - width, left));
  if (request.position !== undefined) return [clamp(request.position.x * size.width - width / 2)];
  if (cut.left) return [0];
  if (cut.right) return [size.width - width];
  const { floor } = request.stage;
  const margin = Math.min(frame.margin, (size.width - width) / 2);
  const within = (left: number): number => Math.max(margin, Math.min(size.width - margin - width, left));
  if (floor?.across !== undefined) return [within(onStand(floor.across, width))];
  return PLACES.map((place) => within(place * size.width - width / 2)).filter(
    (left) => floor === undefined || isSameFloor(left + width / 2, foot, width, frame, map),
  );
}

/** In the middle of a stand, on which all feet should find room. */
const onStand = ([left, right]: readonly [number, number], width: number): number =>
  (left + right - width) / 2;

/** Whether a place off the middle is the same ground as the middle is: a podium ends somewhere. */
export function isSameFloor(
  x: number,
  foot: number,
  width: number,
  { size, unit }: Frame,
  map: PictureMap,
): boolean {
  const across = Math.max(4 * unit, 0.5 * width);
  const patch = (middle: number): Box => ({
    x: middle - across / 2,
    y: foot - unit,
    width: across,
    height: 2 * unit,
  });
  const here = map.lightness(patch(x));
  const there = map.lightness(patch(size.width / 2));
  return Math.abs(here.mean - there.mean) < SAME_FLOOR;
}
