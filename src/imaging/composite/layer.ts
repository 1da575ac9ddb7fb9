import type { ProductPlacement } from '../../ad/layout.ts';
import type { Raster } from '../raster.ts';

/** A product, or a whole photo, and where it goes. */
export interface Layer {
  /** Cropped to its matte; its proportions are those of the placement's box. */
  readonly image: Raster;
  readonly placement: ProductPlacement;
}

/** A layer at its size in the ad; `x`, `y` is its top left corner there and may lie outside. */
export interface PlacedLayer {
  readonly image: Raster;
  readonly x: number;
  readonly y: number;
}
