import type { Place } from '../../ad/place.ts';
import type { Decisions } from '../../ad/recipe.ts';

/** Photos are worked on at this longer side at most: above it a cut-out gains nothing that a screen shows. */
export const PHOTO_SIDE = 2048;

/** The same of a photo that is printed: an A4 sheet with its bleed has 3,579 pixels at 300 dpi. */
const PRINTED_SIDE = 3600;

/**
 * The longer side that the photos of an ad are worked on at. Several for one sheet are shown smaller and share the
 * pixels of one. A design that was decided before is in the pixels of its photos as they were then.
 */
export function photoSide(
  place: Pick<Place, 'print'> | undefined,
  photos: number,
  { design, photoSide: then = PHOTO_SIDE }: Partial<Decisions>,
): number {
  if (design !== undefined) return then;
  if (place?.print === undefined) return PHOTO_SIDE;
  return Math.max(PHOTO_SIDE, Math.round(PRINTED_SIDE / Math.sqrt(Math.max(1, photos))));
}
