import { MADE, type PictureOrder } from '../ad/design.ts';
import { area, type Box, centre, intersection, type Size, union } from '../ad/geometry.ts';
import type { ScrimEdge } from '../ad/layout.ts';
import { defined } from '../collections/defined.ts';
import { createRaster } from '../imaging/raster.ts';
import { inOrder } from './choose/in-order.ts';
import { materialFor } from './choose/rank-families.ts';
import { type DesignRequest, type PictureMaterial, toShow } from './design-request.ts';
import { leavesIn } from './solve/faults.ts';
import { loadFlexLayout } from './solve/flex-tree.ts';
import { solveFamily } from './solve/solve-family.ts';
import { designWords } from './solve/words.ts';

/** Stands for the picture before it is made: only its being there is asked for, and nobody looks at its pixels. */
const BLANK: PictureMaterial = { photo: MADE, image: createRaster(64, 64) };

/** Sides of pictures that image engines make, in pixels. */
const SIDES = { least: 256, most: 2048 };

/** What a picture is to serve for. */
export interface PictureUse {
  /** Words may lie on it: its maker leaves room where it is told to. */
  readonly wordsOn: boolean;
  /** The ad's other places show it too: it is of the same size whatever the sheet. */
  readonly isShared: boolean;
}

/** Between a story and a wide message; as large as most boxes that show it. */
const SHARED: Size = { width: 1152, height: 1152 };

/**
 * What the image engine is to be asked for: the picture of the first family that shows one and takes the request's words.
 * Where a family was asked for, no other is tried.
 *
 * @returns undefined where none does
 */
export async function orderPicture(
  request: DesignRequest,
  { wordsOn, isShared }: PictureUse,
): Promise<PictureOrder | undefined> {
  const flex = await loadFlexLayout();
  const blank = { ...request, pictures: [BLANK] };
  const words = designWords(request);
  const shown = inOrder(blank).filter(
    (family) =>
      materialFor(family, toShow(blank)) === 'picture' &&
      (request.asked === undefined || family.key === request.asked),
  );
  for (const family of shown) {
    const order = orderOf(solveFamily(family, words, blank, flex), request.size, isShared);
    if (order !== undefined && (wordsOn || order.words === undefined)) return order;
  }
  return undefined;
}

function orderOf(
  found: ReturnType<typeof solveFamily>,
  sheet: Size,
  isShared: boolean,
): PictureOrder | undefined {
  if ('misfit' in found) return undefined;
  const leaves = leavesIn(found.solved.root, 0, { heroes: [] });
  const [place] = leaves
    .flatMap(({ kind, upright }) => (kind === 'picture' && upright !== undefined ? [upright] : []))
    .toSorted((a, b) => area(b) - area(a));
  if (place === undefined) return undefined;
  const words = leaves.flatMap(({ kind, box }) => (kind === 'words' ? [intersection(box, place)] : []));
  return {
    size: isShared ? SHARED : sizeFor(place),
    ...defined({ words: sideOf(words, intersection(place, { x: 0, y: 0, ...sheet })) }),
  };
}

/**
 * Proportions of pictures that are made. Few, so that a variant in another design, or the same ad at another place, shows
 * a part of the picture that is there: making one takes most of the time of an ad.
 */
const FRAMED = { tall: 2 / 3, square: 1, broad: 1.5 };

/** Width to height up to which a box shows a part of a tall picture, and of a square one. */
const TALL = 0.74;
const SQUARE = 1.36;

/** Lengths of pictures that are made, in pixels: each a third more than the one before, and of the multiples that engines take. */
const LENGTHS = [256, 384, 512, 640, 864, 1152, 1536, 2048];

/** A picture is never made smaller than this share of what is shown of it. */
const COARSEST = 0.8;

/** The least of the pictures that are made of which a part fills the box. */
function sizeFor({ width, height }: Size): Size {
  const ratio = width / height;
  const framed = ratio < TALL ? FRAMED.tall : ratio <= SQUARE ? FRAMED.square : FRAMED.broad;
  const whole = { width: Math.max(width, height * framed), height: Math.max(height, width / framed) };
  const needed = COARSEST * Math.max(whole.width, whole.height);
  const longer = LENGTHS.find((length) => length >= needed) ?? SIDES.most;
  const shorter = sideFor(longer * Math.min(framed, 1 / framed));
  return framed < 1 ? { width: shorter, height: longer } : { width: longer, height: shorter };
}

/** Of a multiple of 16, as engines take them. */
const sideFor = (length: number): number => Math.max(SIDES.least, 16 * Math.round(length / 16));

/** At which edge of a picture the words lie that are on it. */
function sideOf(words: readonly Box[], place: Box): ScrimEdge | undefined {
  const all = union(words.filter((box) => area(box) > 0));
  if (all === undefined) return undefined;
  const [x, y] = [
    (centre(all).x - centre(place).x) / place.width,
    (centre(all).y - centre(place).y) / place.height,
  ];
  if (Math.abs(x) > Math.abs(y)) return x < 0 ? 'left' : 'right';
  return y < 0 ? 'top' : 'bottom';
}
