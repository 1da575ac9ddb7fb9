import { type Oklab, oklabToRgb, rgbToOklab } from '../colour.ts';
import { copyRaster, type Raster } from '../raster.ts';

/** Mean colour of what is mostly opaque, in OKLab; undefined where nothing is. Every `step`th pixel is looked at. */
export function meanColour({ data }: Raster, step = 7): Oklab | undefined {
  let [l, a, b, n] = [0, 0, 0, 0];
  for (let i = 0; i < data.length; i += 4 * step) {
    if (data[i + 3]! < 200) continue;
    const lab = rgbToOklab([data[i]!, data[i + 1]!, data[i + 2]!]);
    l += lab[0];
    a += lab[1];
    b += lab[2];
    n++;
  }
  return n === 0 ? undefined : [l / n, a / n, b / n];
}

/** A copy in which every colour is moved by `by` in OKLab; black and white move less, so that they stay. */
export function shiftColours(image: Raster, by: Oklab): Raster {
  const shifted = copyRaster(image);
  const { data } = shifted;
  // Photos repeat their colours: 15 bits of them are computed once.
  const known = new Map<number, readonly [number, number, number]>();
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] === 0) continue;
    const key = ((data[i]! >> 3) << 10) | ((data[i + 1]! >> 3) << 5) | (data[i + 2]! >> 3);
    let delta = known.get(key);
    if (delta === undefined) {
      delta = deltaOf([(data[i]! & 248) + 4, (data[i + 1]! & 248) + 4, (data[i + 2]! & 248) + 4], by);
      known.set(key, delta);
    }
    data[i] = data[i]! + delta[0];
    data[i + 1] = data[i + 1]! + delta[1];
    data[i + 2] = data[i + 2]! + delta[2];
  }
  return shifted;
}

function deltaOf(rgb: readonly [number, number, number], by: Oklab): readonly [number, number, number] {
  const lab = rgbToOklab(rgb);
  const room = Math.min(1, 5 * lab[0], 5 * (1 - lab[0]));
  const moved = oklabToRgb([
    Math.max(0, Math.min(1, lab[0] + by[0] * room)),
    lab[1] + by[1] * room,
    lab[2] + by[2] * room,
  ]);
  return [moved[0] - rgb[0], moved[1] - rgb[1], moved[2] - rgb[2]];
}
