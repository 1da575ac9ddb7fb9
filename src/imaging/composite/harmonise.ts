import { intersection } from '../../ad/geometry.ts';
import { cropRaster } from '../crop.ts';
import type { Raster } from '../raster.ts';
import { meanColour, shiftColours } from './colour-shift.ts';
import type { PlacedLayer } from './layer.ts';

/** Share of the way towards the surroundings at full strength, in lightness and in warmth (OKLab's b). */
const LIGHTNESS = 0.22;
const WARMTH = 0.45;

/** Most that a product's mean may move, in OKLab × 100: brand colours must be known again. */
const MAX_SHIFT = 4.5;

/**
 * Moves a product's colours towards the light of the place where it stands.
 *
 * @param strength 0 = the same layer, 1 = as far as the cap allows
 */
export function harmonise(layer: PlacedLayer, background: Raster, strength: number): PlacedLayer {
  if (strength <= 0) return layer;
  const own = meanColour(layer.image);
  const around = meanColour(surroundings(layer, background));
  if (own === undefined || around === undefined) return layer;
  const by = [strength * LIGHTNESS * (around[0] - own[0]), strength * WARMTH * (around[2] - own[2])] as const;
  const length = 100 * Math.hypot(by[0], by[1]);
  const share = length > MAX_SHIFT ? MAX_SHIFT / length : 1;
  return { ...layer, image: shiftColours(layer.image, [by[0] * share, 0, by[1] * share]) };
}

/** The part of the background that the product will cover, and half its size around. */
function surroundings({ image, x, y }: PlacedLayer, background: Raster): Raster {
  const box = {
    x: Math.round(x - image.width / 4),
    y: Math.round(y - image.height / 4),
    width: Math.round(image.width * 1.5),
    height: Math.round(image.height * 1.5),
  };
  const seen = intersection(box, { x: 0, y: 0, width: background.width, height: background.height });
  return seen.width > 0 && seen.height > 0 ? cropRaster(background, seen) : background;
}
