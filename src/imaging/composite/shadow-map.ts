import type { Box } from '../../ad/geometry.ts';
import { createPlane, type Plane } from '../raster.ts';

/** How much light is taken from a part of the picture: 0 = none, 1 = all, at the box's own resolution. */
export interface ShadowMap {
  /** Whole pixels of the picture; it may reach outside. */
  readonly box: Box;
  /** Pixels of the picture a pixel of the plane, 1 or more: soft shadows are computed small. */
  readonly scale: number;
  readonly plane: Plane;
}

/** An empty map over a box, whose sides are widened to whole steps of `scale`. */
export function createShadowMap(box: Box, scale: number): ShadowMap {
  const x = Math.floor(box.x);
  const y = Math.floor(box.y);
  const width = Math.max(2, Math.ceil((box.x + box.width - x) / scale));
  const height = Math.max(2, Math.ceil((box.y + box.height - y) / scale));
  return {
    box: { x, y, width: width * scale, height: height * scale },
    scale,
    plane: createPlane(width, height),
  };
}
