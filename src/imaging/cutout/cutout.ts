import type { LocalizedText } from '../../ad/locale.ts';
import type { Matte, Raster } from '../raster.ts';

/** A product without its surroundings. */
export interface Cutout {
  /** Size of the photo. Colours are the product's own right up to the rim; alpha is the matte. */
  readonly image: Raster;
  readonly matte: Matte;
  /** 0–1: below 0.5 the cut-out should not be used. */
  readonly confidence: number;
  /** The photo came cut out: where the product reaches the edge, it ends there by itself and is not cut off. */
  readonly whole?: boolean;
  readonly why: readonly LocalizedText[];
}
