import type { Box } from '../../ad/geometry.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { Matte, Raster } from '../raster.ts';
import type { CutoutSignals } from './confidence/signals.ts';

/** Something in a photo that could be meant as the product. */
export interface Thing {
  /** Around it, in the photo's pixels. */
  readonly box: Box;
  /** Share of the photo that it takes, 0–1. */
  readonly share: number;
  /** It is not cut off by the photo's frame. */
  readonly whole: boolean;
}

/** A product without its surroundings. */
export interface Cutout {
  /** Size of the photo. Colours are the product's own right up to the rim; alpha is the matte. */
  readonly image: Raster;
  readonly matte: Matte;
  /** 0–1: below 0.5 the cut-out should not be used. */
  readonly confidence: number;
  /** The photo came cut out: where the product reaches the edge, it ends there by itself and is not cut off. */
  readonly whole?: boolean;
  /** What could be meant, the default first; one where there is no choice, none where nothing was found. */
  readonly things: readonly Thing[];
  /** Which of `things` were cut out, from 0: several where they are one product, or all were asked for. */
  readonly picked: readonly number[];
  /** What the confidence was worked out from; absent where nothing had to be found. */
  readonly signals?: CutoutSignals;
  /** The old ground was seen through the product, and taken out of it. */
  readonly groundTakenOut?: boolean;
  /** Name of the remover that cut it out in place of the one that was asked; absent = that one did. */
  readonly by?: string;
  readonly why: readonly LocalizedText[];
}
