import { type Box, toWholePixels, union } from '../../../ad/geometry.ts';
import { MAX_THINGS } from '../../../ad/parse/request-limits.ts';
import type { Plane, Raster } from '../../raster.ts';
import type { Thing } from '../cutout.ts';
import { likenessIn, type Shape } from './alike.ts';
import { defaultThings } from './default-things.ts';
import { gapKey, isStacked, neighbourhoodOf, type Piece, type Pieces, piecesOf } from './pieces.ts';

/**
 * Several things in one photo, and which of them are one product.
 *
 * The rule: what touches is one product, and what is alike is one product; ground between two unlike things makes two,
 * of which people choose (until they do, `defaultThings` does). Nobody stands a cup on its saucer, or moves a gift set together, who means only one of them;
 * and two shoes, or three bottles of a line, are photographed because they are several. But what the frame cuts off was
 * not photographed: it goes with nothing that is whole.
 */
export interface FoundThings {
  /**
   * What can be chosen, at most `MAX_THINGS`: products, or what one product is made of where there is but one. From left to
   * right where all are meant; else what is meant first, of those the whole before what the frame cuts off, and the larger
   * first.
   */
  readonly things: readonly Thing[];
  /** Indices of what is meant unless somebody says otherwise. */
  readonly default: readonly number[];
  /** Of each place of a grid over the photo, which of the things it belongs to. */
  readonly territory: Territory;
}

interface Territory {
  readonly width: number;
  readonly height: number;
  /** Index of a thing; `things.length` for one that has no number; `STRAY` for what belongs to nothing. */
  readonly owners: Int16Array;
}

export const STRAY = -1;

/**
 * Pieces nearer to each other than this share of the smaller one's size touch. Through haze of the map they may be
 * further apart, and so may what stands on another: a lid held over its jar.
 */
const TOUCHING = 1 / 8;
const TOUCHING_LOOSELY = 1 / 4;

/** What takes less than this share of the largest is no product by itself: a spoon, a bean, a tassel. */
const MIN_PRODUCT = 1 / 8;

/** Alike pieces no longer than this that are no further apart than that, in places of the map, are one: glasses whose bridge it cannot show. */
const SMALL = 48;
const CANNOT_SHOW = 10;

/** Some pieces as one. */
interface Group extends Shape {
  readonly members: readonly number[];
  readonly whole: boolean;
  /** How broadly the frame cuts it, 0–1. */
  readonly cut: number;
}

/**
 * @param map 0–1, how surely each place is product; covers the whole photo, of any size
 * @param options `cutOut`: the photo came cut out, so that somebody has chosen already: all of it is meant
 */
export function findThings(
  map: Plane,
  photo: Raster,
  { cutOut = false }: { cutOut?: boolean } = {},
): FoundThings {
  const grid = piecesOf(map, photo);
  const { pieces } = grid;
  const { nearest, gaps } = neighbourhoodOf(grid);
  const gapOf = (a: number, b: number): number => gaps.get(gapKey(a, b)) ?? Number.POSITIVE_INFINITY;
  const alike = pieces.length > 1 ? likenessIn(photo, grid) : () => false;
  const stacked = (a: number, b: number): boolean => isStacked(pieces[a]!.box, pieces[b]!.box);
  const touches = (a: number, b: number): boolean => {
    const size = Math.sqrt(Math.min(pieces[a]!.pixels.length, pieces[b]!.pixels.length));
    const loose = pieces[a]!.haze === pieces[b]!.haze || stacked(a, b);
    const reach = loose ? TOUCHING_LOOSELY : TOUCHING;
    return gapOf(a, b) <= Math.max(1, reach * size);
  };
  // A lid with its jar, and small parts with what they touch: these are not even offered by themselves.
  const isOneBody = (a: number, b: number): boolean => {
    const [one, other] = [pieces[a]!, pieces[b]!];
    if (touches(a, b) && (stacked(a, b) || isPart(one, other))) return true;
    return gapOf(a, b) <= CANNOT_SHOW && isSmall(one) && isSmall(other) && alike(one, other);
  };
  const bodies = joined(
    pieces.map((_, i) => i),
    isOneBody,
  ).map((members) => groupOf(members, grid));
  const largest = Math.max(0, ...bodies.map(({ pixels }) => pixels.length));
  const candidates = bodies.filter(({ pixels }) => pixels.length >= MIN_PRODUCT * largest);
  const products = joined(
    candidates.map((_, i) => i),
    (a, b) => {
      const [one, other] = [candidates[a]!, candidates[b]!];
      if (one.whole !== other.whole) return false;
      return one.members.some((i) => other.members.some((j) => touches(i, j))) || alike(one, other);
    },
  ).map((members) => members.map((i) => candidates[i]!));
  const isSet = products.length === 1;
  const groups = (isSet ? (products[0] ?? []).map((body) => [body]) : products).map((choice) =>
    groupOf(
      choice.flatMap(({ members }) => members),
      grid,
    ),
  );
  const cutOff = candidates.filter(({ whole }) => !whole).length;
  const meant = new Set(cutOut || isSet ? groups : defaultThings(groups, cutOff, alike));
  const before = (a: boolean, b: boolean): number => Number(b) - Number(a);
  const choices = groups.sort((a, b) =>
    meant.size === groups.length
      ? a.box.x - b.box.x
      : before(meant.has(a), meant.has(b)) || before(a.whole, b.whole) || b.pixels.length - a.pixels.length,
  );
  const listed = choices.slice(0, MAX_THINGS);
  return {
    things: listed.map((choice) => thingOf(choice, grid, photo)),
    default: listed.flatMap((choice, i) => (meant.has(choice) ? [i] : [])),
    territory: territoryOf(grid, nearest, choices, bodies),
  };
}

/** Whether the smaller of two is too small to be a product beside the larger. */
function isPart(a: Piece, b: Piece): boolean {
  const [small, large] = [a.pixels.length, b.pixels.length].sort((x, y) => x - y);
  return small! < MIN_PRODUCT * large!;
}

const isSmall = ({ box }: Piece): boolean => Math.max(box.width, box.height) <= SMALL;

/** Indices in groups, each of which hangs together by `related`, in the order of their first. */
function joined(
  indices: readonly number[],
  related: (a: number, b: number) => boolean,
): readonly (readonly number[])[] {
  const left = new Set(indices);
  const groups: number[][] = [];
  for (const first of left) {
    left.delete(first);
    const group = [first];
    for (const member of group) {
      for (const other of left) {
        if (!related(member, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function groupOf(members: readonly number[], { pieces }: Pieces): Group {
  const parts = members.map((i) => pieces[i]!);
  const pixels = new Int32Array(parts.reduce((sum, part) => sum + part.pixels.length, 0));
  let at = 0;
  for (const part of parts) {
    pixels.set(part.pixels, at);
    at += part.pixels.length;
  }
  return {
    members,
    pixels,
    box: union(parts.map(({ box }) => box)) ?? { x: 0, y: 0, width: 0, height: 0 },
    whole: parts.every(({ whole }) => whole),
    cut: Math.max(...parts.map(({ cut }) => cut)),
  };
}

function thingOf({ pixels, box, whole }: Group, grid: Pieces, photo: Raster): Thing {
  const [perX, perY] = [photo.width / grid.width, photo.height / grid.height];
  const inPhoto = {
    x: box.x * perX,
    y: box.y * perY,
    width: box.width * perX,
    height: box.height * perY,
  };
  const placed = toWholePixels(inPhoto, photo);
  return { box: placed, share: pixels.length / (grid.width * grid.height), whole };
}

/** Each place goes with the choice whose piece is nearest; what is too small to choose goes with the nearest as well, unless the frame cuts it off. */
function territoryOf(
  grid: Pieces,
  nearest: Int16Array,
  choices: readonly Group[],
  bodies: readonly Group[],
): Territory {
  const { width, height, pieces } = grid;
  const ownerOf = new Int16Array(pieces.length).fill(STRAY);
  for (const [index, { members }] of choices.entries()) {
    for (const member of members) ownerOf[member] = Math.min(index, MAX_THINGS);
  }
  for (const { members, whole, box } of bodies) {
    if (!whole || members.some((member) => ownerOf[member] !== STRAY)) continue;
    const owner = nearestChoice(box, choices);
    for (const member of members) ownerOf[member] = owner;
  }
  return { width, height, owners: nearest.map((piece) => (piece < 0 ? 0 : ownerOf[piece]!)) };
}

/** The choice whose box is nearest to a box. */
function nearestChoice(box: Box, choices: readonly Group[]): number {
  let [best, nearest] = [STRAY, Number.POSITIVE_INFINITY];
  for (const [index, { box: other }] of choices.entries()) {
    const across = Math.max(0, other.x - box.x - box.width, box.x - other.x - other.width);
    const down = Math.max(0, other.y - box.y - box.height, box.y - other.y - other.height);
    const distance = Math.hypot(across, down);
    if (distance < nearest) [best, nearest] = [Math.min(index, MAX_THINGS), distance];
  }
  return best;
}
