import type { Plane } from '../../raster.ts';

/** What a plane has between its pixels, bilinearly; `x` and `y` from 0 to its last column and row. */
export function sampleAt(plane: Plane, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = Math.min(plane.width - 1, left + 1);
  const bottom = Math.min(plane.height - 1, top + 1);
  const across = x - left;
  const down = y - top;
  const upper =
    plane.data[top * plane.width + left]! * (1 - across) + plane.data[top * plane.width + right]! * across;
  const lower =
    plane.data[bottom * plane.width + left]! * (1 - across) +
    plane.data[bottom * plane.width + right]! * across;
  return upper * (1 - down) + lower * down;
}
