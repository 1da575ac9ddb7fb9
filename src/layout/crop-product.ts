import { cropToMatte } from '../imaging/cutout/crop-to-matte.ts';
import type { Matte, Raster } from '../imaging/raster.ts';
import { cutEdgesOf } from './cut-edges.ts';
import type { CutEdges } from './request.ts';

export interface CropRequest {
  /** At the photo's size. */
  readonly image: Raster;
  readonly matte: Matte;
}

/** A product as layouts take it. */
export interface CroppedProduct {
  readonly image: Raster;
  readonly cutEdges: CutEdges;
}

/** The product alone, cropped to its matte, and the edges at which its photo cut it off. */
export function cropProduct(cutout: CropRequest): CroppedProduct {
  return { image: cropToMatte(cutout).image, cutEdges: cutEdgesOf(cutout.matte) };
}
