import { gaussianBlur } from '../filter.ts';
import type { Footing } from './footing.ts';
import type { PlacedLayer } from './layer.ts';
import { createShadeMap, type ShadeMap } from './shade-map.ts';

/** Blur of the contact line and of the occlusion around the base, as shares of the picture's shorter side. */
const CONTACT_BLUR = 0.0045;
const OCCLUSION_BLUR = 0.014;

/** Darkness in the crack and around the base. */
const CONTACT = 0.78;
const OCCLUSION = 0.5;

/** Depth of a round base seen from the usual height: its ellipse's axes. */
const FORESHORTENING = 0.16;

/** The dark line where the product meets the ground: follows the real ends of its columns, so that nothing floats. */
export function contactShadow(layer: PlacedLayer, footing: Footing, side: number): ShadeMap {
  const blur = CONTACT_BLUR * side;
  const pad = Math.ceil(4 * blur);
  const { width } = layer.image;
  const top = Math.min(...ends(footing)) - pad;
  const bottom = Math.max(...ends(footing)) + 2 * pad;
  const map = createShadeMap(
    { x: layer.x - pad, y: layer.y + top, width: width + 2 * pad, height: bottom - top },
    1,
  );
  const { plane } = map;
  const thickness = Math.max(1.5, 1.6 * blur);
  for (let x = footing.left; x <= footing.right; x++) {
    const touch = footing.touch[x]!;
    if (touch < 0.02) continue;
    const ground = Math.max(footing.lowest[x]!, footing.row + footing.slope * x - 2 * thickness);
    const from = Math.max(0, Math.round(ground - top - thickness));
    const to = Math.min(plane.height - 1, Math.round(ground - top + thickness));
    for (let y = from; y <= to; y++) plane.data[y * plane.width + x + pad] = touch;
  }
  return { ...map, plane: strengthened(gaussianBlur(plane, blur), CONTACT) };
}

/** The softer darkness around the base, where the product keeps the light of the room off the ground. */
export function occlusionShadow(layer: PlacedLayer, footing: Footing, side: number): ShadeMap {
  const blur = OCCLUSION_BLUR * side;
  const half = Math.max(2, (footing.right - footing.left) / 2);
  const middle = (footing.left + footing.right) / 2;
  const depth = Math.max(0.008 * side, Math.min(FORESHORTENING * half, 0.05 * side));
  const pad = 3 * blur;
  const centre = { x: layer.x + middle, y: layer.y + footing.row + footing.slope * middle - 0.25 * depth };
  const reach = { x: 1.06 * half, y: depth };
  const map = createShadeMap(
    {
      x: centre.x - reach.x - pad,
      y: centre.y - reach.y - pad - Math.abs(footing.slope) * half,
      width: 2 * (reach.x + pad),
      height: 2 * (reach.y + pad + Math.abs(footing.slope) * half),
    },
    2,
  );
  const { plane, box, scale } = map;
  for (let y = 0; y < plane.height; y++) {
    for (let x = 0; x < plane.width; x++) {
      const across = (box.x + (x + 0.5) * scale - centre.x) / reach.x;
      const along = (box.y + (y + 0.5) * scale - centre.y - footing.slope * across * reach.x) / reach.y;
      const distance = across * across + along * along;
      if (distance < 1) plane.data[y * plane.width + x] = 1;
    }
  }
  return { ...map, plane: strengthened(gaussianBlur(plane, blur / scale), OCCLUSION) };
}

function ends({ lowest, touch }: Footing): number[] {
  const rows: number[] = [];
  for (let x = 0; x < lowest.length; x++) if (touch[x]! >= 0.02) rows.push(lowest[x]!);
  return rows;
}

function strengthened(plane: ShadeMap['plane'], by: number): ShadeMap['plane'] {
  for (let i = 0; i < plane.data.length; i++) plane.data[i]! *= by;
  return plane;
}
