import type { Matte, Raster } from '../../src/imaging/raster.ts';

/** A photo of a product, and the truth about it. */
export interface TruePhoto {
  readonly photo: Raster;
  readonly truth: Matte;
  /** Other right answers, where several things stand in the photo: each of them alone. */
  readonly others?: readonly Matte[];
}
