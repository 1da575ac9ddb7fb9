import type { Size } from '../ad/geometry.ts';
import { gaussianBlur, resizePlane } from './filter.ts';
import type { LinearRgb } from './linear-colour.ts';
import { createPlane, type Plane } from './raster.ts';

/**
 * A picture in linear light with sRGB primaries, one float plane a channel. 0 is black, 1 is a white card in full
 * light; sources and highlights go above 1 and are brought down by `finish`.
 */
export interface LightPicture extends Size {
  readonly r: Plane;
  readonly g: Plane;
  readonly b: Plane;
}

/** Black, unless a colour is given. */
export function createLightPicture({ width, height }: Size, colour: LinearRgb = [0, 0, 0]): LightPicture {
  const filled = (level: number): Plane => {
    const plane = createPlane(width, height);
    if (level !== 0) plane.data.fill(level);
    return plane;
  };
  return { width, height, r: filled(colour[0]), g: filled(colour[1]), b: filled(colour[2]) };
}

/** The same picture with every channel put through `change`. */
export function mapPlanes(picture: LightPicture, change: (plane: Plane) => Plane): LightPicture {
  const r = change(picture.r);
  return { width: r.width, height: r.height, r, g: change(picture.g), b: change(picture.b) };
}

/** @param sigma standard deviation in pixels */
export const blurred = (picture: LightPicture, sigma: number): LightPicture =>
  mapPlanes(picture, (plane) => gaussianBlur(plane, sigma));

export const resized = (picture: LightPicture, size: Size): LightPicture =>
  mapPlanes(picture, (plane) => resizePlane(plane, size.width, size.height));

/**
 * Lays a colour over the picture where the mask says so, in place.
 *
 * @param mask 0–1, of the picture's size
 * @param strength multiplies the mask
 */
export function layOver(picture: LightPicture, colour: LinearRgb, mask: Plane, strength = 1): void {
  const { r, g, b } = picture;
  for (let i = 0; i < mask.data.length; i++) {
    const share = mask.data[i]! * strength;
    if (share === 0) continue;
    r.data[i]! += (colour[0] - r.data[i]!) * share;
    g.data[i]! += (colour[1] - g.data[i]!) * share;
    b.data[i]! += (colour[2] - b.data[i]!) * share;
  }
}

/** Adds light, in place: `mask` (any range from 0) times `colour`. */
export function addLight(picture: LightPicture, colour: LinearRgb, mask: Plane, strength = 1): void {
  const { r, g, b } = picture;
  for (let i = 0; i < mask.data.length; i++) {
    const share = mask.data[i]! * strength;
    if (share === 0) continue;
    r.data[i]! += colour[0] * share;
    g.data[i]! += colour[1] * share;
    b.data[i]! += colour[2] * share;
  }
}

/**
 * Takes light away, in place, as a shadow does: where the mask is 1 only `colour` (0–1 a channel) of the light is
 * left. A shadow of [0.55, 0.5, 0.5] is warm and half deep.
 */
export function shade(picture: LightPicture, colour: LinearRgb, mask: Plane, strength = 1): void {
  const { r, g, b } = picture;
  for (let i = 0; i < mask.data.length; i++) {
    const share = mask.data[i]! * strength;
    if (share === 0) continue;
    r.data[i]! *= 1 - share * (1 - colour[0]);
    g.data[i]! *= 1 - share * (1 - colour[1]);
    b.data[i]! *= 1 - share * (1 - colour[2]);
  }
}
