import type { HexColour } from '../ad/scene.ts';
import { oklabToRgb, rgbToOklab, toHex } from './colour.ts';
import { resizeRaster } from './filter.ts';
import type { Raster } from './raster.ts';
import { saliencyOf } from './saliency.ts';

/** Longer side of the copy that is looked at, in pixels. */
const SIDE = 48;

/**
 * Mean colour of what the photo shows: of what is not transparent where the photo has an alpha channel, else of
 * what stands out. A quick guess, made before the product is cut out.
 */
export function subjectColour(photo: Raster): HexColour {
  const scale = Math.min(1, SIDE / Math.max(photo.width, photo.height));
  const small = resizeRaster(
    photo,
    Math.max(1, Math.round(photo.width * scale)),
    Math.max(1, Math.round(photo.height * scale)),
  );
  const { data } = small;
  const transparent = data.some((value, i) => i % 4 === 3 && value < 128);
  const saliency = transparent ? undefined : saliencyOf(small, SIDE);
  let [weight, l, a, b] = [0, 0, 0, 0];
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      const i = (y * small.width + x) * 4;
      const share = saliency === undefined ? data[i + 3]! / 255 : salientAt(saliency, x, y, small) ** 2;
      const lab = rgbToOklab([data[i]!, data[i + 1]!, data[i + 2]!]);
      weight += share;
      l += share * lab[0];
      a += share * lab[1];
      b += share * lab[2];
    }
  }
  const sum = Math.max(weight, 1e-6);
  return toHex(oklabToRgb([l / sum, a / sum, b / sum]));
}

function salientAt(
  saliency: { width: number; height: number; data: ArrayLike<number> },
  x: number,
  y: number,
  of: Raster,
): number {
  const column = Math.min(saliency.width - 1, Math.floor(((x + 0.5) / of.width) * saliency.width));
  const row = Math.min(saliency.height - 1, Math.floor(((y + 0.5) / of.height) * saliency.height));
  return saliency.data[row * saliency.width + column]!;
}
