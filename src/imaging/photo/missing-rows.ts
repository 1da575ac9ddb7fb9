import type { Pixels } from './decode-pixels.ts';

/** A block without data is of this grey, whatever was before it; a profile may shift it a little. */
const FILL = 128;
const SHIFT = 10;

/** Difference of two samples that look alike. */
const ALIKE = 2;

/**
 * Share of a picture's rows, from below, that show nothing but the middle grey with which a decoder fills what a JPEG
 * lacks. White paper, as under many products, is no such thing.
 */
export function missingRows({ width, height, data }: Pixels): number {
  const last = (width * height - 1) * 4;
  for (let i = last; i < last + 3; i++) if (Math.abs(data[i]! - FILL) > SHIFT) return 0;
  let row = height;
  while (row > 0 && isFlat(data, (row - 1) * width * 4, row * width * 4, last)) row--;
  return (height - row) / height;
}

function isFlat(data: Buffer, from: number, to: number, like: number): boolean {
  for (let i = from; i < to; i++) {
    if (Math.abs(data[i]! - data[like + (i & 3)]!) > ALIKE) return false;
  }
  return true;
}
