import type { Box } from '../ad/geometry.ts';

/** One way for the products to stand. */
export interface Stand {
  /** Around all of them, in pixels. */
  readonly box: Box;
  /** How well the words will fit, 0–1. */
  readonly room: number;
  /** How unlike its wanted size it is, 0 = just as wanted. */
  readonly off: number;
  /** Mean cost of the calmest place that it leaves for words, 0–1. */
  readonly clutter: number;
  /** Less is better. */
  readonly total: number;
}
