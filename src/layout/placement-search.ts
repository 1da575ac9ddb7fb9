import type { Formation } from './formation.ts';
import type { Frame } from './frame.ts';
import type { PictureMap } from './picture-map.ts';
import type { CutEdges, ProductLayoutRequest } from './request.ts';

/** Share of the height at which products stand in a picture of no particular floor. */
export const DEFAULT_FOOT = 0.82;

/** Where placements are looked for. */
export interface PlacementSearch {
  readonly request: ProductLayoutRequest;
  readonly frame: Frame;
  readonly formation: Formation;
  readonly map: PictureMap;
  readonly cut: CutEdges;
}

const WHOLE: CutEdges = { left: false, top: false, right: false, bottom: false };

/** The edges at which the hero is cut off. Of several products only the feet matter: their sides are among themselves. */
export function cutOf({ cutEdges, products, kind }: ProductLayoutRequest): CutEdges {
  const [hero] = cutEdges ?? [];
  if (hero === undefined || kind === 'photo-card') return WHOLE;
  return products.length === 1 ? hero : { ...WHOLE, bottom: hero.bottom };
}
