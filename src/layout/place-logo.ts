import { type Box, contains, expand, overlaps, type Size } from '../ad/geometry.ts';
import type { Matte, Raster } from '../imaging/raster.ts';
import { type Frame, frameOf } from './frame.ts';
import { PictureMap } from './picture-map.ts';

export interface LogoPlaceRequest {
  readonly image: Raster;
  /** The logo's proportions. */
  readonly logo: Size;
  readonly words: readonly Box[];
  /** What the picture is of, as PictureMap takes it. */
  readonly product?: Matte | Box;
}

/** Where a logo may stand, the more usual first. */
const PLACES = ['top-right', 'top-left', 'bottom-right', 'bottom-left', 'top', 'bottom'] as const;

/** Sides of a square logo as shares of the frame's side; a wide one covers the same area. Largest first. */
const SIDES = [0.13, 0.11, 0.09, 0.075] as const;

/** No logo is wider than this share of the picture. */
const WIDEST = 0.32;

/** What a place that is less usual costs, next to unrest: the deviation of OKLab's lightness, 0–100. */
const UNUSUAL = 1.2;

/**
 * A place for a logo in a corner or at the middle of an edge, where the picture is calmest; undefined where words and
 * product leave no room for a logo that can be made out.
 */
export function placeLogo({ image, logo, words, product }: LogoPlaceRequest): Box | undefined {
  const frame = frameOf({ width: image.width, height: image.height });
  const map = new PictureMap(image, product);
  for (const side of SIDES) {
    const size = sizeOf(logo, side * frame.side, frame);
    const free = PLACES.map((place) => ({ place, box: boxAt(place, size, frame) })).filter(({ box }) => {
      const around = expand(box, frame.unit);
      if (!contains(frame.inner, box) || words.some((other) => overlaps(around, other))) return false;
      return map.productShare(around) === 0;
    });
    const costs = free.map(
      ({ place, box }) => map.lightness(box).deviation + UNUSUAL * PLACES.indexOf(place),
    );
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
