import type { Pixels } from './decode-pixels.ts';

/** Difference of two samples that look alike. */
const ALIKE = 2;

/**
 * Share of a picture's rows, from below, that show nothing but the colour of the last pixel: that is how a decoder fills
 * the rest of a JPEG that breaks off.
 */
export function missingRows({ width, height, data }: Pixels): number {
  const last = (width * height - 1) * 4;
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
