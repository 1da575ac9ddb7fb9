import { shortSide } from '../../../ad/geometry.ts';
import { createNoise } from '../../../imaging/noise.ts';
import type { Random } from '../../../imaging/random.ts';
import { blend, type LinearRgb, oklchToLinear } from '../../renderer/linear-colour.ts';
import type { LinearPicture } from '../../renderer/linear-picture.ts';
import type { LandOptions } from './land.ts';

/** The sea up to the horizon, glittering under the sun. In place. */
export function drawSea(
  picture: LinearPicture,
  place: LandOptions,
  sunX: number,
  glow: LinearRgb,
  random: Random,
): void {
  const { width } = picture;
  const unit = shortSide(picture);
  const noise = createNoise(Math.floor(random() * 2 ** 32));
  const far = blend(oklchToLinear([0.7, 0.07, 225]), place.haze, 0.45);
  const near = oklchToLinear([0.6, 0.095, 215]);
  // A little farther than the edge, which is soft.
  const until = place.edge + 0.03 * unit;
  const depth = until - place.horizon;
  for (let y = Math.max(0, Math.floor(place.horizon)); y < Math.min(picture.height, until); y++) {
    const t = Math.max(0, (y + 0.5 - place.horizon) / depth);
    // The nearer, the longer the swell; beyond a pixel's reach it is even.
    const reach = 0.05 + t;
    for (let x = 0; x < width; x++) {
      const across = (x - width / 2) / unit;
      const swell = noise.fbm2((across * 5) / reach, 9 / reach, 2) * Math.min(1, t * 3);
      const ripple = noise.value2((across * 26) / reach, 40 / reach) * Math.min(1, t * 2);
      const towards = Math.exp(-(((x / width - sunX) * 3.2) ** 2));
      const glint = Math.max(0, ripple * 0.8 + swell * 0.6 - 0.34) * (0.25 + towards) * 1.6;
      const i = y * width + x;
      for (let c = 0; c < 3; c++) {
        const plane = c === 0 ? picture.r : c === 1 ? picture.g : picture.b;
        const water = far[c]! + (near[c]! - far[c]!) * Math.sqrt(t) + 0.05 * swell;
        plane.data[i] = water * place.light[c]! + glow[c]! * (0.3 * towards * (1 - t) + glint);
      }
    }
  }
}
