import { meanColour, shiftColours } from './colour-shift.ts';
import type { PlacedLayer } from './layer.ts';

/** Products of one picture may differ in mean lightness by this much (OKLab, 0–1) for their own reasons: what they are. */
const OWN = 0.16;

/** Most that a product is lightened or darkened. */
const MAX_CHANGE = 0.06;

/**
 * Matches photos that were exposed differently: each that is far from the group's middle moves towards it a
 * little. One product alone stays as it is.
 */
export function matchExposure(layers: readonly PlacedLayer[]): readonly PlacedLayer[] {
  const means = layers.map(({ image }) => meanColour(image)?.[0]);
  const known = means.filter((mean) => mean !== undefined).toSorted((a, b) => a - b);
  if (known.length < 2) return layers;
  const middle = (known[Math.floor((known.length - 1) / 2)]! + known[Math.floor(known.length / 2)]!) / 2;
  return layers.map((layer, i) => {
    const gap = middle - (means[i] ?? middle);
    const excess = Math.sign(gap) * Math.max(0, Math.abs(gap) - OWN);
    if (excess === 0) return layer;
    const by = Math.max(-MAX_CHANGE, Math.min(MAX_CHANGE, excess));
    return { ...layer, image: shiftColours(layer.image, [by, 0, 0]) };
  });
}
