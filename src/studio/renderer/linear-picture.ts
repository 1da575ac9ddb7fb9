import type { Size } from '../../ad/geometry.ts';
import { resizePlane } from '../../imaging/filter.ts';
import { createPlane, type Plane } from '../../imaging/raster.ts';
import type { LinearRgb } from './linear-colour.ts';

/**
 * A picture in linear light with sRGB primaries, one float plane a channel. 0 is black, 1 is a white card in full
 * light; sources and highlights go above 1 and are brought down by `finish`.
 */
export interface LinearPicture extends Size {
  readonly r: Plane;
  readonly g: Plane;
  readonly b: Plane;
}

/** Black, unless a colour is given. */
export function createLinearPicture({ width, height }: Size, colour: LinearRgb = [0, 0, 0]): LinearPicture {
  const filled = (level: number): Plane => {
    const plane = createPlane(width, height);
    if (level !== 0) plane.data.fill(level);
    return plane;
  };
  return { width, height, r: filled(colour[0]), g: filled(colour[1]), b: filled(colour[2]) };
}

/** The same picture with every channel put through `change`. */
function mapPlanes(picture: LinearPicture, change: (plane: Plane) => Plane): LinearPicture {
  const r = change(picture.r);
  return { width: r.width, height: r.height, r, g: change(picture.g), b: change(picture.b) };
}

export const resized = (picture: LinearPicture, size: Size): LinearPicture =>
  mapPlanes(picture, (plane) => resizePlane(plane, size.width, size.height));
