import type { OklabPlanes } from '../../oklab-planes.ts';
import type { Plane } from '../../raster.ts';
import {
  componentsOf,
  copyOf,
  createMask,
  dilated,
  floodedWide,
  inverted,
  type Mask,
  maskOf,
  planeOf,
} from '../mask.ts';
import { fillPlanes } from './fill-planes.ts';

/** Distance (OKLab × 100) from the ground seen in a hole up to which its scraps show the same; more on one that is nearly black. */
const SAME = 3;
const SAME_IN_THE_DARK = 6;
const DARK = 22;

/** Smallest hole in pixels of the mask's size. */
const MIN_AREA = 30;

/** Pixels round about a hole in which its scraps are looked for. */
const REACH = 60;

/** What the map is surer of than that is product, though it have the ground's colour: the slat of a pale chair on pale ground. */
const SURE = 0.9;

/** What grows by more than this share of its size was no hole with scraps in it: the product has the ground's colour. */
const MOST_GROWN = 0.5;

/**
 * Opens holes up to their edge. A model's outline runs ragged inside of a ring, and leaves scraps of the ground along
 * it: what joins a hole without leaving the colour that the ground has in it, belongs to the hole.
 *
 * @param lab the photo at the mask's size
 * @param map what a model found, 0–1, at the mask's size
 */
export function openHoles(mask: Mask, lab: OklabPlanes, map: Plane): Mask {
  const { width, height } = mask;
  const holes = holesIn(mask);
  if (!holes.data.includes(1)) return mask;
  const alike = showsSame(holes, lab);
  const within = maskOf(
    width,
    height,
    (i) => holes.data[i] === 1 || (mask.data[i] === 1 && alike.data[i] === 1 && map.data[i]! < SURE),
  );
  const out = copyOf(mask);
  for (const { pixels } of componentsOf(floodedWide(within, holes, 1))) {
    const before = pixels.reduce((sum, i) => sum + holes.data[i]!, 0);
    if (pixels.length - before > MOST_GROWN * before) continue;
    for (const i of pixels) out.data[i] = 0;
  }
  return out;
}

function holesIn(mask: Mask): Mask {
  const holes = createMask(mask.width, mask.height);
  for (const { pixels, touchesEdge } of componentsOf(inverted(mask))) {
    if (pixels.length < MIN_AREA) break;
    if (!touchesEdge) for (const i of pixels) holes.data[i] = 1;
  }
  return holes;
}

/** Where the photo has the colours round about holes that it has in the one near by. */
function showsSame(holes: Mask, { l, a, b }: OklabPlanes): Mask {
  const { width, height } = holes;
  const near = dilated(holes, REACH);
  const [toL, toA, toB] = fillPlanes([l, a, b], planeOf(holes), near) as [typeof l, typeof l, typeof l];
  return maskOf(width, height, (i) => {
    if (near.data[i] === 0) return false;
    const off = Math.hypot(l.data[i]! - toL.data[i]!, a.data[i]! - toA.data[i]!, b.data[i]! - toB.data[i]!);
    return off < (toL.data[i]! < DARK ? SAME_IN_THE_DARK : SAME);
  });
}
