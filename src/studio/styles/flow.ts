import { gaussianBlur } from '../../imaging/filter.ts';
import type { OklabPlanes } from '../../imaging/oklab-planes.ts';
import { createPlane, type Plane } from '../../imaging/raster.ts';

/** Where the lines of a picture run: what a painter's brush and an inker's pen follow. */
export interface Flow {
  /** Unit vectors along the lines; of the two ways along a line either may be given. */
  readonly x: Plane;
  readonly y: Plane;
  /** 0 = no direction stands out, 1 = all lines here run the same way. */
  readonly strength: Plane;
  /** How much the picture changes around here, squared, in L, a, b (0–100) a pixel; a plain wall has less than 1. */
  readonly change: Plane;
}

/** Weight of the hand's own way of moving, in squared Sobel units: it leads where the picture has no lines. */
const HAND = 2;

/**
 * Flow by the smoothed structure tensor over all three channels (Kyprianidis and Kang, "Image and video
 * abstraction by anisotropic Kuwahara filtering", 2009).
 *
 * @param sigma pixels over which directions are averaged
 */
export function flowOf({ l, a, b }: OklabPlanes, sigma: number): Flow {
  const { width, height } = l;
  const xx = createPlane(width, height);
  const xy = createPlane(width, height);
  const yy = createPlane(width, height);
  for (const { data } of [l, a, b]) {
    for (let y = 0; y < height; y++) {
      const up = Math.max(0, y - 1) * width;
      const row = y * width;
      const down = Math.min(height - 1, y + 1) * width;
      for (let x = 0; x < width; x++) {
        const left = x === 0 ? 0 : x - 1;
        const right = x === width - 1 ? x : x + 1;
        const nw = data[up + left]!;
        const ne = data[up + right]!;
        const sw = data[down + left]!;
        const se = data[down + right]!;
        const dx = ne + se - nw - sw + 2 * (data[row + right]! - data[row + left]!);
        const dy = sw + se - nw - ne + 2 * (data[down + x]! - data[up + x]!);
        const i = row + x;
        xx.data[i]! += dx * dx;
        xy.data[i]! += dx * dy;
        yy.data[i]! += dy * dy;
      }
    }
  }
  const [smoothXx, smoothXy, smoothYy] = [xx, xy, yy].map((plane) => gaussianBlur(plane, sigma)) as [
    Plane,
    Plane,
    Plane,
  ];
  followHand(smoothXx, smoothXy, smoothYy);
  return directions(smoothXx, smoothXy, smoothYy);
}

/** On a plain wall a hand swings in long slanting arcs. In place. */
function followHand(xx: Plane, xy: Plane, yy: Plane): void {
  const { width, height } = xx;
  const side = Math.min(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const swing = Math.sin((2.1 * x - 1.3 * y) / side + 0.6 * Math.sin((4.7 * y) / side));
      // The tensor is square to the stroke.
      const angle = -0.55 + 0.5 * swing + Math.PI / 2;
      const c = Math.cos(angle);
      const s = Math.sin(angle);
      xx.data[i]! += HAND * c * c;
      xy.data[i]! += HAND * c * s;
      yy.data[i]! += HAND * s * s;
    }
  }
}

/** The eigenvector along which the tensor changes least, and how much less than across. */
function directions(xx: Plane, xy: Plane, yy: Plane): Flow {
  const { width, height } = xx;
  const flow = {
    x: createPlane(width, height),
    y: createPlane(width, height),
    strength: createPlane(width, height),
    change: createPlane(width, height),
  };
  for (let i = 0; i < xx.data.length; i++) {
    const e = xx.data[i]!;
    const f = xy.data[i]!;
    const g = yy.data[i]!;
    const half = (e - g) / 2;
    const root = Math.sqrt(half * half + f * f);
    const larger = (e + g) / 2 + root;
    const tx = larger - e;
    const length = Math.sqrt(tx * tx + f * f);
    if (length > 1e-6) {
      flow.x.data[i] = tx / length;
      flow.y.data[i] = -f / length;
    } else {
      // Level gradient or none: lines run upright where e is the larger.
      flow.y.data[i] = e >= g ? 1 : 0;
      flow.x.data[i] = e >= g ? 0 : 1;
    }
    const sum = e + g;
    // The Sobel kernel answers a slope of 1 a pixel with 8.
    flow.change.data[i] = Math.max(0, sum - HAND) / 64;
    // Below the noise of a smooth wall there is no direction worth following.
    flow.strength.data[i] = sum > 1e-6 ? (2 * root) / (sum + 4) : 0;
  }
  return flow;
}
