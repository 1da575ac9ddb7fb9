import { cropToMatte } from '../imaging/cutout/crop-to-matte.ts';
import type { Matte, Raster } from '../imaging/raster.ts';
import { cutEdgesOf } from './cut-edges.ts';
import type { CutEdges } from './request.ts';

export interface CropRequest {
  /** At the photo's size. */
  readonly image: Raster;
  readonly matte: Matte;
  /** See Cutout: it ends at the photo's edge by itself. */
  readonly whole?: boolean;
}

/** A product as layouts take it. */
export interface CroppedProduct {
  readonly image: Raster;
  readonly cutEdges: CutEdges;
}

const WHOLE: CutEdges = { left: false, top: false, right: false, bottom: false };

/** The product alone, cropped to its matte, and the edges at which its photo cut it off. */
export function cropProduct(cutout: CropRequest): CroppedProduct {
  const cutEdges = cutout.whole === true ? WHOLE : cutEdgesOf(cutout.matte);
  return { image: cropToMatte(cutout).image, cutEdges };
}
