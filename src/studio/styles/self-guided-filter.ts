import { boxBlur, resizePlane } from '../../imaging/filter.ts';
import { createPlane, type Plane } from '../../imaging/raster.ts';

/** The coefficients are slow to change: they are worked out at this share of the size ("Fast guided filter"). */
const SCALE = 2;

/**
 * Evens out what varies less than `contrast` and keeps the edges above it: the guided filter with the plane as its
 * own guide (He, Sun and Tang, "Guided image filtering", 2013; He and Sun, "Fast guided filter", 2015).
 *
 * @param radius of the areas that are evened out, pixels
 * @param contrast in the plane's own units
 */
export function selfGuidedFilter(plane: Plane, radius: number, contrast: number): Plane {
  const { width, height } = plane;
  const small = resizePlane(
    plane,
    Math.max(1, Math.ceil(width / SCALE)),
    Math.max(1, Math.ceil(height / SCALE)),
  );
  const square = createPlane(small.width, small.height);
  for (let i = 0; i < square.data.length; i++) square.data[i] = small.data[i]! * small.data[i]!;
  const reach = Math.max(1, radius / SCALE);
  const mean = boxBlur(small, reach);
  const meanSquare = boxBlur(square, reach);
  const slope = createPlane(small.width, small.height);
  const offset = createPlane(small.width, small.height);
  for (let i = 0; i < slope.data.length; i++) {
    const variance = Math.max(0, meanSquare.data[i]! - mean.data[i]! * mean.data[i]!);
    slope.data[i] = variance / (variance + contrast * contrast);
    offset.data[i] = mean.data[i]! * (1 - slope.data[i]!);
  }
  const slopes = resizePlane(boxBlur(slope, reach), width, height);
  const offsets = resizePlane(boxBlur(offset, reach), width, height);
  const out = createPlane(width, height);
  for (let i = 0; i < out.data.length; i++) out.data[i] = slopes.data[i]! * plane.data[i]! + offsets.data[i]!;
  return out;
}
