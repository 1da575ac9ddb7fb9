import type { DesignLayout } from '../ad/design.ts';
import type { DesignPictures } from '../design/paint/paint-design.ts';
import type { Matte, Raster } from '../imaging/raster.ts';

/** A design, and what its layers show. */
export interface DesignedPicture {
  readonly kind: 'design';
  readonly design: DesignLayout;
  readonly pictures: DesignPictures;
}

/** A picture that words lie on. */
export interface ScenePicture {
  readonly kind: 'scene';
  /** Without words. */
  readonly image: Raster;
  /** Behind the product; absent = the product is a part of the picture. */
  readonly background?: Raster;
  /** Where the product is. */
  readonly product?: Matte;
}
