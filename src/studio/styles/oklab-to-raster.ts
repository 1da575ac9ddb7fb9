import { fromLinear } from '../../imaging/colour.ts';
import type { OklabPlanes } from '../../imaging/oklab-planes.ts';
import { seededRandom } from '../../imaging/random.ts';
import { createRaster, type Raster } from '../../imaging/raster.ts';
import { GRAIN_SIDE, grainTile } from '../renderer/grain-tile.ts';

const MASK = GRAIN_SIDE - 1;
/** Encoded 0–255 of linear 0–1; the square root spreads the steps over what is seen. */
const STEPS = 4096;
const ENCODED = Float32Array.from(
  { length: STEPS + 2 },
  (_, step) => 255 * fromLinear(Math.min(1, (step / STEPS) ** 2)),
);

function encode(linear: number): number {
  if (linear <= 0) return 0;
  if (linear >= 1) return 255;
  const at = Math.sqrt(linear) * STEPS;
  const below = at | 0;
  const from = ENCODED[below]!;
  return from + (ENCODED[below + 1]! - from) * (at - below);
}

/**
 * Opaque raster of a picture in OKLab (times 100), dithered so that no gradient bands; colours beyond sRGB are
 * clipped.
 *
 * @param seed where grain and dither begin
 * @param grain standard deviation of film grain in mid-tones, in 255ths
 */
export function oklabToRaster({ l, a, b }: OklabPlanes, seed: number, grain = 0): Raster {
  const { width, height } = l;
  const out = createRaster(width, height);
  const tile = grainTile();
  const random = seededRandom(seed);
  const shiftX = Math.floor(random() * GRAIN_SIDE);
  const shiftY = Math.floor(random() * GRAIN_SIDE);
  const pixels = out.data;
  for (let y = 0; y < height; y++) {
    const row = ((y + shiftY) & MASK) * GRAIN_SIDE;
    const greenRow = ((y + shiftY + 89) & MASK) * GRAIN_SIDE;
    const blueRow = ((y + shiftY + 167) & MASK) * GRAIN_SIDE;
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const lightness = l.data[i]! * 0.01;
      const greenRed = a.data[i]! * 0.01;
      const blueYellow = b.data[i]! * 0.01;
      const lr = lightness + 0.3963377774 * greenRed + 0.2158037573 * blueYellow;
      const mr = lightness - 0.1055613458 * greenRed - 0.0638541728 * blueYellow;
      const sr = lightness - 0.0894841775 * greenRed - 1.291485548 * blueYellow;
      const long = lr * lr * lr;
      const medium = mr * mr * mr;
      const short = sr * sr * sr;
      const column = (x + shiftX) & MASK;
      const strength = grain * tile.grain[row + column]! * (0.35 + 2.6 * lightness * (1 - lightness));
      const to = i * 4;
      pixels[to] =
        encode(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short) +
        strength +
        tile.dither[row + column]!;
      pixels[to + 1] =
        encode(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short) +
        strength +
        tile.dither[greenRow + column]!;
      pixels[to + 2] =
        encode(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short) +
        strength +
        tile.dither[blueRow + column]!;
      pixels[to + 3] = 255;
    }
  }
  return out;
}
