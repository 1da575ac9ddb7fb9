import type { OklabPlanes } from '../../oklab-planes.ts';
import type { Mask } from '../mask.ts';

/** Side of a cell in OKLab × 100: a little above sensor noise. */
const CELL = 3;
const CELLS_L = 36;
const CELLS_AB = 32;

/** A colour is common when its cell holds this share of all known pixels. */
const SHARE = 0.0015;

/**
 * Tells whether a pixel's colour is common in a region. A cell's neighbours count for a half.
 *
 * @param region what is known, such as the ground; nothing is common when it is empty
 */
export function commonColours(lab: OklabPlanes, region: Mask): (i: number) => boolean {
  const counts = new Float32Array(CELLS_L * CELLS_AB * CELLS_AB);
  const cellOf = (i: number): number => {
    const l = Math.max(0, Math.min(CELLS_L - 1, Math.floor(lab.l.data[i]! / CELL)));
    const a = Math.max(0, Math.min(CELLS_AB - 1, Math.floor(lab.a.data[i]! / CELL) + CELLS_AB / 2));
    const b = Math.max(0, Math.min(CELLS_AB - 1, Math.floor(lab.b.data[i]! / CELL) + CELLS_AB / 2));
    return (l * CELLS_AB + a) * CELLS_AB + b;
  };
  let all = 0;
  for (let i = 0; i < region.data.length; i++) {
    if (region.data[i] === 0) continue;
    counts[cellOf(i)]!++;
    all++;
  }
  const min = Math.max(1, SHARE * all);
  const steps = [1, -1, CELLS_AB, -CELLS_AB, CELLS_AB * CELLS_AB, -CELLS_AB * CELLS_AB];
  return (i) => {
    const cell = cellOf(i);
    let count = counts[cell]!;
    for (const step of steps) count += 0.5 * (counts[cell + step] ?? 0);
    return count >= min;
  };
}
