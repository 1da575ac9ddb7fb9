import type { Light } from '../../ad/scene.ts';
import { gaussianBlur } from '../filter.ts';
import type { PlacedLayer } from './layer.ts';
import { createShadowMap, type ShadowMap } from './shadow-map.ts';

const DARKNESS = 0.42;
const SCALE = 3;

/**
 * The shadow behind something that stands on nothing, as of a sticker or a card a little in front of a wall.
 *
 * @param side shorter side of the picture
 */
export function dropShadow({ image, x, y }: PlacedLayer, light: Light, side: number): ShadowMap {
  const blur = (0.012 + 0.012 * light.softness) * side;
  const pad = 3 * blur;
  const offset = {
    x: -Math.cos(light.azimuth) * 0.014 * side,
    y: (0.35 + 0.65 * Math.abs(Math.sin(light.azimuth))) * 0.016 * side,
  };
  const map = createShadowMap(
    {
      x: x + offset.x - pad,
      y: y + offset.y - pad,
      width: image.width + 2 * pad,
      height: image.height + 2 * pad,
    },
    SCALE,
  );
  const { plane, box } = map;
  for (let row = 0; row < plane.height; row++) {
    const fromRow = Math.round(box.y + (row + 0.5) * SCALE - offset.y - y);
    if (fromRow < 0 || fromRow >= image.height) continue;
    for (let column = 0; column < plane.width; column++) {
      const from = Math.round(box.x + (column + 0.5) * SCALE - offset.x - x);
      if (from < 0 || from >= image.width) continue;
      plane.data[row * plane.width + column] =
        (image.data[(fromRow * image.width + from) * 4 + 3]! / 255) * DARKNESS;
    }
  }
  return { ...map, plane: gaussianBlur(plane, blur / SCALE) };
}
