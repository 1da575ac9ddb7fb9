import type { Matte } from '../imaging/raster.ts';
import type { CutEdges } from './request.ts';

/** A matte above this is product. */
const PRODUCT = 128;

/** Share of an edge that is product from which on the product was cut off there, and did not just touch it. */
const CUT = 0.04;

/**
 * Which edges of its photo a product runs into.
 *
 * @param matte at the photo's size, not cropped
 */
export function cutEdgesOf(matte: Matte): CutEdges {
  const { width, height, data } = matte;
  const along = (length: number, at: (i: number) => number): boolean => {
    let count = 0;
    for (let i = 0; i < length; i++) if (data[at(i)]! > PRODUCT) count++;
    return count > CUT * length;
  };
  return {
    left: along(height, (y) => y * width),
    top: along(width, (x) => x),
    right: along(height, (y) => y * width + width - 1),
    bottom: along(width, (x) => (height - 1) * width + x),
  };
}
