import type { AdCopy } from '../ad/copy.ts';
import type { Point } from '../ad/geometry.ts';
import type { ProductLayout } from '../ad/layout.ts';
import type { Palette, Stage } from '../ad/scene.ts';
import type { Matte, Raster } from '../imaging/raster.ts';

export interface TextLayoutRequest {
  /** The picture that the words go on, product and all. */
  readonly image: Raster;
  readonly copy: AdCopy;
  /** Where the product is, at the picture's size: words never stand on it. Absent = no known product. */
  readonly product?: Matte;
  readonly stage?: Stage;
  readonly palette: Palette;
  /** The face that the preset or the brand wants. */
  readonly face: string;
  readonly seed: number;
}

export interface ProductLayoutRequest {
  readonly background: Raster;
  readonly stage: Stage;
  /** Cropped to their mattes, in the order of the request's photos; the first is the hero. */
  readonly products: readonly Raster[];
  readonly kind: ProductLayout['kind'];
  /** Slots that will need room. */
  readonly copy: AdCopy;
  /** The person's own wishes, which hold. */
  readonly scale?: number;
  readonly position?: Point;
}
