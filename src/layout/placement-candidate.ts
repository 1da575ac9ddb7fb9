import type { Box } from '../ad/geometry.ts';

/** One way to place the products. */
export interface PlacementCandidate {
  /** Around all of them, in pixels. */
  readonly box: Box;
  /** How well the words will fit, 0–1. */
  readonly room: number;
  /** How unlike its wanted size it is, 0 = just as wanted. */
  readonly sizeError: number;
  /** Mean cost of the calmest place that it leaves for words, 0–1. */
  readonly clutter: number;
  /** Less is better. */
  readonly total: number;
}
