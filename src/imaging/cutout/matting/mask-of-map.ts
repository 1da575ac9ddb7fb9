import { resizePlane } from '../../filter.ts';
import { createPlane, type Plane } from '../../raster.ts';
import { type Mask, maskOf } from '../mask.ts';
import type { Background } from '../segmentation/background.ts';

/** How far the pixels' own answer moves the model's, 0–0.5: what the model is surer of than that stands. */
const SAY = 0.42;

/** Light and colour (OKLab × 100) within which a pixel shows the ground itself. */
const [DARKEST, LIGHTEST] = [0.94, 1.045];
const SAME_COLOUR = 1.3;

/** The same for ground in shadow, however deep. */
const SHADOW_COLOUR = 1.6;
const SHADOW_DYED = 3.5;

/**
 * Where a model's product is. Where the model is in doubt (thin parts, gaps, a shadow at the foot), `votes` decide; a
 * pale product on pale ground, of which pixels show nothing, stays, for the model is sure of it.
 *
 * @param map 0–1
 * @param votes −1 to 1, of any size; absent where nothing is known of the ground
 */
export function maskOfMap(map: Plane, votes?: Plane): Mask {
  const { width, height } = map;
  if (votes === undefined) return maskOf(width, height, (i) => map.data[i]! > 0.5);
  const said = resizePlane(votes, width, height);
  return maskOf(width, height, (i) => map.data[i]! + SAY * said.data[i]! > 0.5);
}

/**
 * How far pixels speak for product (1) or ground (−1) on a known ground. What is a shade of the ground speaks for
 * nothing where it was taken for product: it may be the shadow at the foot. Nor does what was left out without looking
 * like the ground, as thin parts are at a small size.
 *
 * @param own what was found by pixels alone
 */
export function votesOf(own: Mask, { shading, spread }: Background): Plane {
  const votes = createPlane(own.width, own.height);
  for (let i = 0; i < votes.data.length; i++) {
    const light = shading.light.data[i]!;
    const off = shading.colourDistance.data[i]!;
    if (own.data[i] === 1) {
      const isShade =
        light < 1 && off < SHADOW_COLOUR + SHADOW_DYED * (1 - light) + 0.6 * Math.min(4, spread);
      votes.data[i] = isShade ? 0 : 1;
    } else {
      const isGround = light > DARKEST && light < LIGHTEST && off < SAME_COLOUR + 0.3 * spread;
      votes.data[i] = isGround ? -1 : 0;
    }
  }
  return votes;
}
