import type { Vector } from '../renderer/light.ts';

/**
 * Places points of a thing that stands somewhere, turned about its own vertical.
 *
 * @param angle radians
 */
export function turnedAbout(
  { x, y, z }: { readonly x: number; readonly y: number; readonly z: number },
  angle: number,
): (px: number, py: number, pz: number) => Vector {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return (px, py, pz) => [x + px * cos + pz * sin, y + py, z - px * sin + pz * cos];
}
