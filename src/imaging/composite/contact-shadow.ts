import { gaussianBlur } from '../filter.ts';
import type { ContactLine } from './contact-line.ts';
import type { PlacedLayer } from './layer.ts';
import { createShadowMap, type ShadowMap } from './shadow-map.ts';

/** Blur of the contact line and of the occlusion around the base, as shares of the picture's shorter side. */
const CONTACT_BLUR = 0.0045;
const OCCLUSION_BLUR = 0.014;

/** Darkness in the crack and around the base. */
const CONTACT = 0.78;
const OCCLUSION = 0.5;

/** Depth of a round base seen from the usual height: its ellipse's axes. */
const FORESHORTENING = 0.16;

/** The dark line where the product meets the ground: follows the real ends of its columns, so that nothing floats. */
export function contactShadow(layer: PlacedLayer, contact: ContactLine, side: number): ShadowMap {
  const blur = CONTACT_BLUR * side;
  const pad = Math.ceil(4 * blur);
  const { width } = layer.image;
  const top = Math.min(...ends(contact)) - pad;
  const bottom = Math.max(...ends(contact)) + 2 * pad;
  const map = createShadowMap(
    { x: layer.x - pad, y: layer.y + top, width: width + 2 * pad, height: bottom - top },
    1,
  );
  const { plane } = map;
  const thickness = Math.max(1.5, 1.6 * blur);
  for (let x = contact.left; x <= contact.right; x++) {
    const touch = contact.touch[x]!;
    if (touch < 0.02) continue;
    const ground = Math.max(contact.lowest[x]!, contact.row + contact.slope * x - 2 * thickness);
    const from = Math.max(0, Math.round(ground - top - thickness));
    const to = Math.min(plane.height - 1, Math.round(ground - top + thickness));
    for (let y = from; y <= to; y++) plane.data[y * plane.width + x + pad] = touch;
  }
  return { ...map, plane: strengthened(gaussianBlur(plane, blur), CONTACT) };
}

/** The softer darkness around the base, where the product keeps the light of the room off the ground. */
export function occlusionShadow(layer: PlacedLayer, contact: ContactLine, side: number): ShadowMap {
  const blur = OCCLUSION_BLUR * side;
  const half = Math.max(2, (contact.right - contact.left) / 2);
  const middle = (contact.left + contact.right) / 2;
  const depth = Math.max(0.008 * side, Math.min(FORESHORTENING * half, 0.05 * side));
  const pad = 3 * blur;
  const centre = { x: layer.x + middle, y: layer.y + contact.row + contact.slope * middle - 0.25 * depth };
  const reach = { x: 1.06 * half, y: depth };
  const map = createShadowMap(
    {
      x: centre.x - reach.x - pad,
      y: centre.y - reach.y - pad - Math.abs(contact.slope) * half,
      width: 2 * (reach.x + pad),
      height: 2 * (reach.y + pad + Math.abs(contact.slope) * half),
    },
    2,
  );
  const { plane, box, scale } = map;
  for (let y = 0; y < plane.height; y++) {
    for (let x = 0; x < plane.width; x++) {
      const across = (box.x + (x + 0.5) * scale - centre.x) / reach.x;
      const along = (box.y + (y + 0.5) * scale - centre.y - contact.slope * across * reach.x) / reach.y;
      const distance = across * across + along * along;
      if (distance < 1) plane.data[y * plane.width + x] = 1;
    }
  }
  return { ...map, plane: strengthened(gaussianBlur(plane, blur / scale), OCCLUSION) };
}

function ends({ lowest, touch }: ContactLine): number[] {
  const rows: number[] = [];
  for (let x = 0; x < lowest.length; x++) if (touch[x]! >= 0.02) rows.push(lowest[x]!);
  return rows;
}

function strengthened(plane: ShadowMap['plane'], by: number): ShadowMap['plane'] {
  for (let i = 0; i < plane.data.length; i++) plane.data[i]! *= by;
  return plane;
}
