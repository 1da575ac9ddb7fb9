import type { DesignLayout } from '../ad/design.ts';
import type { PlacedPart } from '../ad/design-part.ts';
import type { Box, Size } from '../ad/geometry.ts';
import type { TextLayout } from '../ad/layout.ts';
import type { DesignPictures } from '../design/paint/paint-design.ts';
import type { Raster } from '../imaging/raster.ts';

/** All that an ad was drawn from: enough to draw it again at another scale, or layer by layer. */
export interface AdContent {
  /** Pixels of the ad, in which all of it is. */
  readonly size: Size;
  /** What lies behind the words: a design's layers, or one picture. */
  readonly ground:
    | { readonly kind: 'design'; readonly layout: DesignLayout; readonly pictures: DesignPictures }
    | { readonly kind: 'picture'; readonly image: Raster };
  /** Absent = it has no words. */
  readonly text?: TextLayout;
  /** QR code and menu, in the order in which they are drawn. */
  readonly placed: readonly PlacedPart[];
  /** The shop's, as it was given, where it stands, and the ad before it was there. */
  readonly logo?: { readonly image: Raster; readonly box: Box; readonly before: Raster };
  readonly notice?: { readonly text: string; readonly box: Box };
  /** The finished ad: what is light and dark in it has been decided by then. */
  readonly finished: Raster;
}
