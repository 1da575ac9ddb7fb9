import type { AdCopy } from '../ad/copy.ts';
import type { Box, Point } from '../ad/geometry.ts';
import type { ProductLayout } from '../ad/layout.ts';
import type { Insets } from '../ad/place.ts';
import type { Palette, Stage } from '../ad/scene.ts';
import type { Matte, Raster } from '../imaging/raster.ts';

export interface TextLayoutRequest {
  /** The picture that the words go on, product and all. */
  readonly image: Raster;
  readonly copy: AdCopy;
  /** Where the product is, at the picture's size: words never stand on it. Absent = what the stage knows as its subject. */
  readonly product?: Matte;
  readonly stage?: Stage;
  /** Where other things will stand, in pixels of the ad: words keep off them too. */
  readonly taken?: readonly Box[];
  readonly palette: Palette;
  /** The face that the preset or the brand wants. */
  readonly face: string;
  readonly seed: number;
  /** Where no words may be, as the ad's place asks; absent = what a picture of its shape asks. */
  readonly safe?: Insets;
  /** Least em of letters in pixels, likewise. */
  readonly letters?: number;
}

/** Which edges of its photo a product runs into: it was cut off there and must not show the cut. */
export interface CutEdges {
  readonly left: boolean;
  readonly top: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
}

export interface ProductLayoutRequest {
  readonly background: Raster;
  readonly stage: Stage;
  /** Cropped to their mattes, in the order of the request's photos; the first is the hero. */
  readonly products: readonly Raster[];
  /** One for each product; absent = all are whole. Photo cards are whole by nature. */
  readonly cutEdges?: readonly CutEdges[];
  readonly kind: ProductLayout['kind'];
  /** Slots that will need room. */
  readonly copy: AdCopy;
  /** The person's own wish, which holds as far as the picture's edges allow: the hero's height as a share of the ad's. */
  readonly scale?: number;
  /** As `scale`: where the middle of the products is, 0–1 of the ad's sides. */
  readonly position?: Point;
}
