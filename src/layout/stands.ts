import { type AdCopy, isEmptyCopy } from '../ad/copy.ts';
import { type Box, bottom, right, type Size } from '../ad/geometry.ts';
import type { Said } from '../ad/locale.ts';
import type { Floor } from '../ad/scene.ts';
import type { Formation } from './formation.ts';
import type { Frame } from './frame.ts';
import type { PictureMap } from './picture-map.ts';
import type { CutEdges, ProductLayoutRequest } from './request.ts';
import { roomForWords } from './room-for-words.ts';
import type { Stand } from './stand.ts';

/**
 * Visual size (root of the area) as a share of the shorter side: alone, with some words, and with many; a photo card
 * shows its surroundings too and is larger.
 */
const IDEAL = { alone: 0.54, some: 0.47, many: 0.43, card: 1.22 };

/** Several products are seen as one group, which may be larger than one of them would be. */
const GROUP = 1.22;

/** Formats far from square have more room than their shorter side tells. */
const ELONGATED = 0.35;

/** Most of the picture's width and height that products take when nobody asked for more. */
const WIDEST = 0.84;
const TALLEST = 0.66;
/** Height of a product with many words about it, as a share of the shorter side: a bottle must not fill the picture. */
const TALLEST_AMONG_WORDS = 0.62;

/** Ad pixels a pixel of a cut-out, above which it looks soft. */
const ENLARGED = 2.2;

/** Share of the height at which products stand in a picture of no particular floor. */
const USUAL_FOOT = 0.82;

/** Shares of the width where the middle of the products may be. */
const PLACES = [0.5, 0.36, 0.64, 0.3, 0.7];

/** Largest difference in lightness (0–100) between two places that are the same floor. */
const SAME_FLOOR = 9;

const WHOLE: CutEdges = { left: false, top: false, right: false, bottom: false };

/** Where stands are looked for. */
export interface Search {
  readonly request: ProductLayoutRequest;
  readonly frame: Frame;
  readonly formation: Formation;
  readonly map: PictureMap;
  readonly cut: CutEdges;
}

/** The edges at which the hero is cut off. Of several products only the feet matter: their sides are among themselves. */
export function cutOf({ cutEdges, products, kind }: ProductLayoutRequest): CutEdges {
  const [hero] = cutEdges ?? [];
  if (hero === undefined || kind === 'photo-card') return WHOLE;
  return products.length === 1 ? hero : { ...WHOLE, bottom: hero.bottom };
}

/** All stands that the picture allows. */
export function standsOf(search: Search): Stand[] {
  const stands: Stand[] = [];
  for (const height of heightsFor(search)) {
    const width = (height * search.formation.width) / search.formation.height;
    for (const foot of feetFor(search, height)) {
      for (const left of leftsFor(search, width, foot)) {
        const box = { x: Math.round(left), y: Math.round(foot - height), width, height };
        stands.push(standAt(box, search));
      }
    }
  }
  return stands;
}

/** Where somebody else, a vision model say, would have the products. Only a wish: it may be anything. */
export interface ProductAdvice {
  /** Name of the adviser. */
  readonly by: string;
  /** Height of all products together as a share of the picture's. */
  readonly height: number;
  /** Middle of the products as a share of the width. */
  readonly x: number;
  /** Row of the feet as a share of the height. */
  readonly foot: number;
  readonly why: readonly Said[];
}

/** The stand that is nearest to an advised one and keeps the rules: sharp enough, on its floor, inside the margins. */
export function advisedStand({ height, x, foot }: ProductAdvice, search: Search): Stand | undefined {
  if (![height, x, foot].every(Number.isFinite)) return undefined;
  const { frame, formation, request } = search;
  const { size } = frame;
  const allowed = heightsFor(search);
  const tall = Math.max(Math.min(...allowed), Math.min(Math.max(...allowed), height * size.height));
  const width = (tall * formation.width) / formation.height;
  const feet = feetFor(search, tall);
  const lowest = Math.max(...feet);
  const wished = Math.max(Math.min(...feet), Math.min(lowest, foot * size.height));
  const lefts = leftsFor(search, width, wished);
  const [first] = lefts;
  if (first === undefined) return undefined;
  const wanted = x * size.width - width / 2;
  const nearest = lefts.reduce((a, b) => (Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a), first);
  const within = Math.max(Math.min(...lefts), Math.min(Math.max(...lefts), wanted));
  const { floor } = request.stage;
  const free = floor === undefined || isSameFloor(within + width / 2, wished, width, frame, search.map);
  const left = lefts.length > 1 && free ? within : nearest;
  return standAt({ x: Math.round(left), y: Math.round(wished - tall), width, height: tall }, search);
}

/** Heights of the whole formation in pixels, within what its floor, its pixels and the picture allow. */
function heightsFor({ request, frame, formation, cut }: Search): number[] {
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
  const most = Math.min(fits, (WIDEST * size.width) / ratio, tallest, sharp);
  return [1.2, 1.1, 1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5, 0.4].map((step) => Math.min(most, step * ideal));
}

const heroOf = (formation: Formation): Box => {
  const hero = formation.members.find((member) => member.index === 0);
  if (hero === undefined) throw new RangeError('A formation has a hero');
  return hero.box;
};

/** Visual size that the products should have, in pixels. */
function idealOf({ copy, kind, products }: ProductLayoutRequest, { side, size }: Frame): number {
  const words = wordsIn(copy);
  const share = words === 0 ? IDEAL.alone : words < 45 ? IDEAL.some : IDEAL.many;
  const longer = Math.max(size.width, size.height) / side - 1;
  const group = products.length > 1 ? GROUP : 1;
  return (
    side * share * group * (kind === 'photo-card' ? IDEAL.card : 1) * (1 + ELONGATED * Math.min(1, longer))
  );
}

/** Letters that will be set. */
const wordsIn = (copy: AdCopy): number =>
  isEmptyCopy(copy) ? 0 : Object.values(copy).reduce((sum, text) => sum + text.length, 0);

/** Rows where the feet may be. */
function feetFor({ request, frame, cut }: Search, height: number): number[] {
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
  return footRows(stage.floor, size).map((row) => inside(row, height, size.height));
}

/** The row that suits a foot, and a little below and above it, all on the floor. */
function footRows({ top, bottom: low, ground }: Floor, { height }: Size): number[] {
  const depth = low - top;
  const clamp = (row: number): number => Math.max(top + 0.2 * depth, Math.min(low - 0.12 * depth, row));
  const usual = ground ?? USUAL_FOOT * height;
  return [...new Set([0, 0.04, -0.04].map((by) => Math.round(clamp(usual + by * height))))];
}

/** The foot of something that high, moved so that it is wholly inside. */
const inside = (foot: number, height: number, room: number): number => Math.max(height, Math.min(room, foot));

function leftsFor({ request, frame, cut, map }: Search, width: number, foot: number): number[] {
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
function isSameFloor(
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

function standAt(box: Box, search: Search): Stand {
  const { request, frame, map } = search;
  const { size, side } = frame;
  const boxes = freeBoxes(box, frame);
  const room = roomForWords(request.copy, boxes, frame);
  const visual = Math.sqrt(box.width * box.height);
  const off = Math.log(visual / idealOf(request, frame));
  const middle = (box.x + box.width / 2) / size.width;
  const words = isEmptyCopy(request.copy) ? 0 : 1;
  const landscape = size.width > 1.25 * size.height;
  // With words beside it a product stands near a third, else in the middle.
  const wanted = landscape && words > 0 ? [0.66, 0.34] : [0.5];
  const astray =
    Math.min(...wanted.map((place) => Math.abs(middle - place))) + (middle < 0.5 && landscape ? 0.02 : 0);
  const calm = Math.min(...boxes.map((free) => map.cost(free)), 1);
  const { floor } = request.stage;
  const foot = bottom(box) / size.height;
  const usual =
    floor === undefined ? 0 : Math.abs(foot - (floor.ground ?? USUAL_FOOT * size.height) / size.height);
  const cramped = Math.max(0, frame.inset * 0.6 - box.y) / side;
  return {
    box,
    room,
    off,
    clutter: calm,
    total:
      1.1 * off * off +
      2.4 * (1 - room) ** 1.3 +
      0.9 * astray +
      0.5 * calm * words +
      0.8 * usual +
      4 * cramped,
  };
}

/** What products leave free for words: above, below, and at both sides. */
function freeBoxes(product: Box, { inner, unit }: Frame): Box[] {
  const gap = 1.4 * unit;
  const boxes: Box[] = [
    { ...inner, height: product.y - gap - inner.y },
    { ...inner, y: bottom(product) + gap, height: bottom(inner) - bottom(product) - gap },
    { ...inner, width: product.x - gap - inner.x },
    { ...inner, x: right(product) + gap, width: right(inner) - right(product) - gap },
  ];
  return boxes.filter((box) => box.width > 4 * unit && box.height > unit);
}
