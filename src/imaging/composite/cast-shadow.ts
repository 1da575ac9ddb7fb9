import type { Light } from '../../ad/scene.ts';
import { gaussianBlur } from '../filter.ts';
import { createPlane, type Plane } from '../raster.ts';
import type { ContactLine } from './contact-line.ts';
import type { PlacedLayer } from './layer.ts';
import { createShadowMap, type ShadowMap } from './shadow-map.ts';

/** Darkness at the foot of a shadow that a small hard light throws, and the least of a soft one. */
const DARKEST = 0.66;
const FAINTEST = 0.2;

/** How far a shadow may lean: sideways pixels a pixel of height. */
const LEAN = 1.15;

/** Rows that a shadow takes on the ground for each row of height, for light from high up and for raking light. */
const SHORT = 0.2;
const LONG = 0.4;

/** Resolution of the computation: the shadow is soft, so a third of the pixels shows all of it. */
const SCALE = 3;

/**
 * The shadow that the main light throws on the ground: the product's outline, laid down away from the light. It is
 * sharpest at the foot and softens and fades with the distance from it.
 *
 * @param depth rows of ground behind the foot, which the shadow does not leave
 * @param side shorter side of the picture
 */
export function castShadow(
  layer: PlacedLayer,
  contact: ContactLine,
  light: Light,
  depth: number,
  side: number,
): ShadowMap {
  const { width, height } = layer.image;
  const raking = 1 - Math.sin(Math.max(0.1, Math.min(Math.PI / 2, light.elevation)));
  const away = -Math.cos(light.azimuth);
  const lean = Math.max(-LEAN, Math.min(LEAN, away * (0.5 + 1.2 * raking)));
  const laid = Math.min(SHORT + (LONG - SHORT) * raking, depth / height);
  const strength = FAINTEST + (DARKEST - FAINTEST) * (1 - light.softness) ** 0.8;
  const blurs = [0.004, 0.009, 0.02].map((share) => share * side * (0.6 + 0.9 * light.softness));
  const pad = 3 * blurs[2]!;
  const shift = lean * height;
  const box = {
    x: layer.x + Math.min(0, shift) - pad,
    y: layer.y + contact.row + Math.min(0, contact.slope * width) - laid * height - pad,
    width: width + Math.abs(shift) + 2 * pad,
    height: laid * height + Math.abs(contact.slope) * width + 2 * pad,
  };
  const map = createShadowMap(box, SCALE);
  const rise = createPlane(map.plane.width, map.plane.height);
  projectOntoGround(layer, contact, map, rise, lean, Math.max(laid, 0.01));
  const [near, middle, far] = blurs.map((blur) => gaussianBlur(map.plane, blur / SCALE)) as [
    Plane,
    Plane,
    Plane,
  ];
  const { plane } = map;
  const shaded = createPlane(plane.width, plane.height);
  for (let i = 0; i < shaded.data.length; i++) {
    const up = Math.max(0, Math.min(1, rise.data[i]!));
    const soft =
      up < 0.35
        ? near.data[i]! + (middle.data[i]! - near.data[i]!) * (up / 0.35)
        : middle.data[i]! + (far.data[i]! - middle.data[i]!) * Math.min(1, (up - 0.35) / 0.5);
    shaded.data[i] = soft * strength * (1 - 0.6 * up);
  }
  return { ...map, plane: shaded };
}

/** Fills the map with the outline on the ground, and `rise` with the share of the height each place belongs to. */
function projectOntoGround(
  { image, x: left, y: top }: PlacedLayer,
  contact: ContactLine,
  { box, scale, plane }: ShadowMap,
  rise: Plane,
  lean: number,
  laid: number,
): void {
  const { width, height, data } = image;
  for (let y = 0; y < plane.height; y++) {
    for (let x = 0; x < plane.width; x++) {
      const across = box.x + (x + 0.5) * scale - left;
      const down = box.y + (y + 0.5) * scale - top;
      // The ground line is taken where the shadow starts from, which two steps find closely enough.
      let up = (contact.row + contact.slope * across - down) / laid;
      let from = across - lean * up;
      up = (contact.row + contact.slope * from - down) / laid;
      from = across - lean * up;
      rise.data[y * plane.width + x] = up / height;
      const row = Math.round(contact.row + contact.slope * from - up);
      const column = Math.round(from);
      if (up < 0 || row < 0 || row >= height || column < 0 || column >= width) continue;
      plane.data[y * plane.width + x] = data[(row * width + column) * 4 + 3]! / 255;
    }
  }
}
