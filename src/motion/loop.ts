import type { Box, Size } from '../ad/geometry.ts';
import type { Raster } from '../imaging/raster.ts';
import type { Gesture } from './gesture.ts';

/** A digit that turns: a strip of eleven digits under one another, of which its window shows one. */
export interface Wheel {
  /** Its window, in whole pixels of the ad. */
  readonly box: Box;
  /** As wide as the window and eleven times as high; it begins and ends with the digit that it comes to rest on. */
  readonly strip: Raster;
}

/** One thing of an ad, painted by itself on nothing. */
export interface LoopItem {
  /** Where its picture lies, in whole pixels of the ad. */
  readonly box: Box;
  readonly image: Raster;
  /** None = it never moves. */
  readonly gestures: readonly Gesture[];
  /** Digits that turn, and the picture without them. */
  readonly wheels?: readonly Wheel[];
  readonly bare?: Raster;
}

/** An ad in motion: plain data, from which the picture of any second can be painted. */
export interface Loop {
  readonly size: Size;
  /** 3–6. */
  readonly seconds: number;
  /** Frames a second that it is made for. */
  readonly fps: number;
  /** The finished ad: what is shown wherever nothing moves. */
  readonly still: Raster;
  /** From the back to the front; the first is opaque and of the ad's size. Together, at rest, they are the still. */
  readonly items: readonly LoopItem[];
}
