import type { Box, Size } from '../ad/geometry.ts';
import type { Insets } from '../ad/place.ts';
import { defined } from '../collections/defined.ts';
import type { Matte, Raster } from '../imaging/raster.ts';
import { type Frame, frameOf } from './frame.ts';
import { PictureMap } from './picture-map.ts';
import { placeMark } from './place-mark.ts';

export interface LogoPlaceRequest {
  readonly image: Raster;
  /** The logo's proportions. */
  readonly logo: Size;
  readonly words: readonly Box[];
  /** What the picture is of, as PictureMap takes it. */
  readonly product?: Matte | Box;
  /** Where the ad's place covers it. */
  readonly safe?: Insets;
}

/** Where a logo may stand, the more usual first. */
const PLACES = ['top-right', 'top-left', 'bottom-right', 'bottom-left', 'top', 'bottom'] as const;

/** Sides of a square logo as shares of the frame's side; a wide one covers the same area. Largest first. */
const SIDES = [0.13, 0.11, 0.09, 0.075] as const;

/** No logo is wider than this share of the picture. */
const WIDEST = 0.32;

/** As placeMark, for a logo that can be made out. */
export function placeLogo({ image, logo, words, product, safe }: LogoPlaceRequest): Box | undefined {
  const frame = frameOf({ width: image.width, height: image.height }, defined({ safe }));
  return placeMark({
    map: new PictureMap(image, product),
    sizes: SIDES.map((side) => sizeOf(logo, side * frame.side, frame)),
    places: PLACES,
    field: frame.inner,
    gap: frame.unit,
    words,
  });
}

function sizeOf(logo: Size, side: number, { size }: Frame): Size {
  const ratio = Math.max(0.2, Math.min(6, logo.width / logo.height));
  const wide = Math.min(side * Math.sqrt(ratio), WIDEST * size.width);
  return { width: Math.max(1, Math.round(wide)), height: Math.max(1, Math.round(wide / ratio)) };
}
