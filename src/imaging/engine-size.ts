import type { Size } from '../ad/geometry.ts';

/** Engines work in blocks of this many pixels a side: 8 for the autoencoder times 2 for the patches. */
const BLOCK = 16;

/**
 * The size to ask an engine for so that a picture of `size` can be cut from its middle: sides rounded up to
 * blocks, and reduced in proportion where the engine's best is smaller.
 *
 * @param bestPixels pixels of the largest picture that the engine makes at its best
 */
export function engineSize(size: Size, bestPixels = Number.POSITIVE_INFINITY): Size {
  const scale = Math.min(1, Math.sqrt(bestPixels / (size.width * size.height)));
  const blocks = (side: number): number => Math.max(1, Math.ceil((side * scale) / BLOCK - 1e-9)) * BLOCK;
  return { width: blocks(size.width), height: blocks(size.height) };
}
