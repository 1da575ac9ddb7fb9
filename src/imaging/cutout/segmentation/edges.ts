import type { OklabPlanes } from '../../oklab-planes.ts';
import { createPlane, type Plane } from '../../raster.ts';

export interface Edges {
  /** How fast the colour changes, OKLab × 100 a pixel: Sobel's operator over all three channels. */
  readonly strength: Plane;
  /**
   * Share of the measured stretch over which the change goes on: about 0.35 for a step in focus, 1 for a long slope
   * such as a soft shadow's. The change from `REACH` pixels before to as many behind, along the steeper axis, by
   * what it would be if the slope went on.
   */
  readonly extent: Plane;
}

/** Pixels; more when the photo is blurred, since then a step is wide as well. */
const REACH = 3;

/** @param blur standard deviation of the blur that the photo has had, in pixels */
export function edgesOf(lab: OklabPlanes, blur = 0): Edges {
  const reach = REACH + Math.round(2 * blur);
  const { width, height } = lab.l;
  const across = createPlane(width, height);
  const down = createPlane(width, height);
  for (const { data } of [lab.l, lab.a, lab.b]) addSlopes(data, width, height, across.data, down.data);
  const strength = createPlane(width, height);
  const extent = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const slope = Math.sqrt(across.data[i]! + down.data[i]!);
      strength.data[i] = slope;
      const level = across.data[i]! >= down.data[i]!;
      const before = level ? i - Math.min(x, reach) : i - Math.min(y, reach) * width;
      const behind = level ? i + Math.min(width - 1 - x, reach) : i + Math.min(height - 1 - y, reach) * width;
      const l = lab.l.data[behind]! - lab.l.data[before]!;
      const a = lab.a.data[behind]! - lab.a.data[before]!;
      const b = lab.b.data[behind]! - lab.b.data[before]!;
      const along = Math.sqrt(Math.max(across.data[i]!, down.data[i]!));
      extent.data[i] = Math.sqrt(l * l + a * a + b * b) / (2 * reach * Math.max(along, 0.05));
    }
  }
  return { strength, extent };
}

/** Adds the squares of the channel's slopes, right and down. */
function addSlopes(
  data: Float32Array,
  width: number,
  height: number,
  across: Float32Array,
  down: Float32Array,
): void {
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - 1) * width;
    const here = y * width;
    const below = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x++) {
      const left = x === 0 ? 0 : x - 1;
      const right = x === width - 1 ? x : x + 1;
      const upLeft = data[above + left]!;
      const upRight = data[above + right]!;
      const downLeft = data[below + left]!;
      const downRight = data[below + right]!;
      const sideways =
        (upRight + downRight - upLeft - downLeft + 2 * (data[here + right]! - data[here + left]!)) / 8;
      const downwards =
        (downLeft + downRight - upLeft - upRight + 2 * (data[below + x]! - data[above + x]!)) / 8;
      across[here + x]! += sideways * sideways;
      down[here + x]! += downwards * downwards;
    }
  }
}
