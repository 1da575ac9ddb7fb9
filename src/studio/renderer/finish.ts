import { seededRandom } from '../../imaging/random.ts';
import { createRaster, type Raster } from '../../imaging/raster.ts';
import { GRAIN_SIDE, grainTile } from './grain-tile.ts';
import type { LinearPicture } from './linear-picture.ts';
import { type Tones, toneCurve } from './tone-curve.ts';

export interface Finish extends Partial<Tones> {
  /** How much darker the corners are than the middle, 0–0.35. */
  readonly vignette?: number;
  /** Standard deviation of the film grain in mid-tones, in 255ths of the encoded range, 0–3. */
  readonly grain?: number;
  /** Where grain and dither begin. */
  readonly seed: number;
}

/**
 * Develops a picture: vignette, tone curve, grain, and dither before the last rounding, so that no gradient
 * bands.
 *
 * @returns opaque raster of the picture's size
 */
export function finish(
  picture: LinearPicture,
  { exposure = 1, lift = 1, vignette = 0.14, grain = 1.8, seed }: Finish,
): Raster {
  const { width, height } = picture;
  const out = createRaster(width, height);
  const tile = grainTile();
  const random = seededRandom(seed);
  const shiftX = Math.floor(random() * GRAIN_SIDE);
  const shiftY = Math.floor(random() * GRAIN_SIDE);
  const falloff = Math.min(0.35, Math.max(0, vignette));
  const columns = new Float32Array(width);
  for (let x = 0; x < width; x++) columns[x] = ((2 * x + 1) / width - 1) ** 2;
  const r = picture.r.data;
  const g = picture.g.data;
  const b = picture.b.data;
  const pixels = out.data;
  const curve = toneCurve({ exposure, lift });
  const encoded = new Float32Array(3);
  for (let y = 0; y < height; y++) {
    const row = ((2 * y + 1) / height - 1) ** 2;
    const tileRow = ((y + shiftY) & (GRAIN_SIDE - 1)) * GRAIN_SIDE;
    // The green and blue channels take their dither from other rows, else dither would be grey and seen twice as much.
    const greenRow = ((y + shiftY + 89) & (GRAIN_SIDE - 1)) * GRAIN_SIDE;
    const blueRow = ((y + shiftY + 167) & (GRAIN_SIDE - 1)) * GRAIN_SIDE;
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const distance = (columns[x]! + row) * 0.5;
      const gain = 1 - falloff * distance * (1.5 - 0.5 * distance);
      const column = (x + shiftX) & (GRAIN_SIDE - 1);
      const speck = tile.grain[tileRow + column]! * grain;
      const to = i * 4;
      curve(r[i]! * gain, g[i]! * gain, b[i]! * gain, encoded);
      const red = encoded[0]!;
      const green = encoded[1]!;
      const blue = encoded[2]!;
      // Grain is strongest in mid-tones and nearly gone in paper white.
      const middle = (red * 0.3 + green * 0.59 + blue * 0.11) * (1 / 255);
      const strength = speck * (0.35 + 2.6 * middle * (1 - middle));
      pixels[to] = red + strength + tile.dither[tileRow + column]!;
      pixels[to + 1] = green + strength + tile.dither[greenRow + column]!;
      pixels[to + 2] = blue + strength + tile.dither[blueRow + column]!;
      pixels[to + 3] = 255;
    }
  }
  return out;
}
