import { area, type Box, contains, grown, overlaps, type Size } from '../ad/geometry.ts';
import type { Matte, Raster } from '../imaging/raster.ts';
import { type Frame, frameOf } from './frame.ts';

export interface LogoPlaceRequest {
  readonly image: Raster;
  /** The logo's proportions. */
  readonly logo: Size;
  /** What it must not stand on: words, and what the picture is of. */
  readonly taken: readonly Box[];
  readonly product?: Matte;
}

/** Where a logo may stand, the more usual first. */
const PLACES = ['top-right', 'top-left', 'bottom-right', 'bottom-left', 'top', 'bottom'] as const;

/** Sides of a square logo as shares of the frame's side; a wide one covers the same area. Largest first. */
const SIDES = [0.13, 0.11, 0.09, 0.075] as const;

/** No logo is wider than this share of the picture. */
const WIDEST = 0.32;

/** What a place that is less usual costs, next to unrest, which is 0–1. */
const UNUSUAL = 0.012;

/** Matte from which on a pixel is the product's. */
const PRODUCT = 8;

/**
 * A place for a logo in a corner or at the middle of an edge, where the picture is calmest; undefined where words and
 * product leave no room for a logo that can be made out.
 */
export function placeLogo({ image, logo, taken, product }: LogoPlaceRequest): Box | undefined {
  const frame = frameOf({ width: image.width, height: image.height });
  for (const side of SIDES) {
    const size = sizeOf(logo, side * frame.side, frame);
    const free = PLACES.map((place) => ({ place, box: boxAt(place, size, frame) })).filter(({ box }) => {
      const around = grown(box, frame.unit);
      if (!contains(frame.inner, box) || taken.some((other) => overlaps(around, other))) return false;
      return product === undefined || !touches(product, around);
    });
    const costs = free.map(({ place, box }) => unrest(image, box) + UNUSUAL * PLACES.indexOf(place));
    const best = free[costs.indexOf(Math.min(...costs))];
    if (best !== undefined) return best.box;
  }
  return undefined;
}

function sizeOf(logo: Size, side: number, { size }: Frame): Size {
  const ratio = Math.max(0.2, Math.min(6, logo.width / logo.height));
  const wide = Math.min(side * Math.sqrt(ratio), WIDEST * size.width);
  return { width: Math.max(1, Math.round(wide)), height: Math.max(1, Math.round(wide / ratio)) };
}

function boxAt(place: (typeof PLACES)[number], { width, height }: Size, { inner }: Frame): Box {
  const x = place.endsWith('right')
    ? inner.x + inner.width - width
    : place.endsWith('left')
      ? inner.x
      : inner.x + Math.round((inner.width - width) / 2);
  const y = place.startsWith('top') ? inner.y : inner.y + inner.height - height;
  return { x, y, width, height };
}

function touches({ width, height, data }: Matte, box: Box): boolean {
  for (let y = Math.max(0, Math.floor(box.y)); y < Math.min(height, box.y + box.height); y++) {
    for (let x = Math.max(0, Math.floor(box.x)); x < Math.min(width, box.x + box.width); x++) {
      if (data[y * width + x]! > PRODUCT) return true;
    }
  }
  return false;
}

/** Standard deviation of the green bytes in a box, 0–1: green is most of what makes light and dark. */
function unrest({ width, data }: Raster, box: Box): number {
  let sum = 0;
  let squares = 0;
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      const value = data[(y * width + x) * 4 + 1]! / 255;
      sum += value;
      squares += value * value;
    }
  }
  const mean = sum / area(box);
  return Math.sqrt(Math.max(0, squares / area(box) - mean * mean));
}
