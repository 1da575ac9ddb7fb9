import { fromLinear } from './colour.ts';
import type { LightPicture } from './light-picture.ts';
import { seededRandom } from './random.ts';
import { createRaster, type Raster } from './raster.ts';

export interface Finish {
  /** Multiplies all light; 1 = as it is. */
  readonly exposure?: number;
  /** How much darker the corners are than the middle, 0–0.35. */
  readonly vignette?: number;
  /** Standard deviation of the film grain in mid-tones, in 255ths of the encoded range, 0–3. */
  readonly grain?: number;
  /** Where grain and dither begin. */
  readonly seed: number;
}

/**
 * Develops a picture: vignette, tone curve, grain, and dither before the last rounding, so that no gradient
 * bands. Black and white are never quite reached, as on paper.
 *
 * @returns opaque raster of the picture's size
 */
export function finish(
  picture: LightPicture,
  { exposure = 1, vignette = 0.14, grain = 1.8, seed }: Finish,
): Raster {
  const { width, height } = picture;
  const out = createRaster(width, height);
  const tile = noiseTile();
  const random = seededRandom(seed);
  const shiftX = Math.floor(random() * TILE);
  const shiftY = Math.floor(random() * TILE);
  const falloff = Math.min(0.35, Math.max(0, vignette));
  const columns = new Float32Array(width);
  for (let x = 0; x < width; x++) columns[x] = ((2 * x + 1) / width - 1) ** 2;
  const r = picture.r.data;
  const g = picture.g.data;
  const b = picture.b.data;
  const pixels = out.data;
  for (let y = 0; y < height; y++) {
    const row = ((2 * y + 1) / height - 1) ** 2;
    const tileRow = ((y + shiftY) & MASK) * TILE;
    // The green and blue channels take their dither from other rows, else dither would be grey and seen twice as much.
    const greenRow = ((y + shiftY + 89) & MASK) * TILE;
    const blueRow = ((y + shiftY + 167) & MASK) * TILE;
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const distance = (columns[x]! + row) * 0.5;
      const gain = exposure * (1 - falloff * distance * (1.5 - 0.5 * distance));
      const column = (x + shiftX) & MASK;
      const speck = tile.grain[tileRow + column]! * grain;
      const to = i * 4;
      const red = encoded(r[i]! * gain);
      const green = encoded(g[i]! * gain);
      const blue = encoded(b[i]! * gain);
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

/**
 * Linear light to an encoded value 0–255: a straight line up to middle tones, then a shoulder that brings any
 * highlight under white without a corner, after Reinhard's extended operator in spirit but exact for the palette's colours.
 */
export function encoded(light: number): number {
  // The square root spreads the table's steps evenly over encoded values.
  const at = Math.sqrt(Math.max(light, 0)) * TABLE_SCALE;
  if (at >= TABLE_LAST) return TABLE[TABLE_LAST]!;
  const below = at | 0;
  const from = TABLE[below]!;
  return from + (TABLE[below + 1]! - from) * (at - below);
}

/** Light up to this level keeps its value; 0.6 linear is 80 % grey as encoded. */
const KNEE = 0.6;
const BLACK = 5;
const WHITE = 251;
const TABLE_LAST = 4095;
/** The table ends at 16 times white. */
const TABLE_SCALE = TABLE_LAST / 4;

const TABLE = Float32Array.from({ length: TABLE_LAST + 1 }, (_, i) => {
  const light = (i / TABLE_SCALE) ** 2;
  const rolled = light <= KNEE ? light : KNEE + (1 - KNEE) * (1 - Math.exp(-(light - KNEE) / (1 - KNEE)));
  const level = fromLinear(rolled) * 255;
  return BLACK + (level * (WHITE - BLACK)) / 255;
});

const TILE = 256;
const MASK = TILE - 1;

interface NoiseTile {
  /** Mean 0, standard deviation 1, softened by half a pixel as real grain is. */
  readonly grain: Float32Array;
  /** Triangular over −1…1 with the low frequencies taken out, so that it is not seen as blotches. */
  readonly dither: Float32Array;
}

let madeTile: NoiseTile | undefined;

function noiseTile(): NoiseTile {
  madeTile ??= { grain: grainTile(), dither: ditherTile() };
  return madeTile;
}

function grainTile(): Float32Array {
  const random = seededRandom(0x67a1);
  const white = Float32Array.from({ length: TILE * TILE }, () => random() + random() + random() - 1.5);
  const soft = around(white, 0.36);
  let power = 0;
  for (const value of soft) power += value * value;
  const deviation = Math.sqrt(power / soft.length);
  return soft.map((value) => value / deviation);
}

function ditherTile(): Float32Array {
  const random = seededRandom(0xd17e);
  const white = Float32Array.from({ length: TILE * TILE }, () => random() - 0.5);
  const low = around(around(white, 1), 1);
  const high = white.map((value, i) => value - low[i]!);
  // Ranks make the distribution exactly triangular again after the filter.
  const order = Array.from(high.keys()).sort((a, b) => high[a]! - high[b]!);
  const dither = new Float32Array(high.length);
  for (let rank = 0; rank < order.length; rank++) {
    const share = (rank + 0.5) / order.length;
    dither[order[rank]!] = share < 0.5 ? Math.sqrt(2 * share) - 1 : 1 - Math.sqrt(2 - 2 * share);
  }
  return dither;
}

/** Each value mixed with its eight neighbours (which weigh `weight`, and its square at the corners); the tile wraps. */
function around(tile: Float32Array, weight: number): Float32Array {
  const total = 1 + 4 * weight + 4 * weight * weight;
  return tile.map((value, i) => {
    const x = i & MASK;
    const row = i - x;
    const up = (row - TILE + tile.length) % tile.length;
    const down = (row + TILE) % tile.length;
    const left = (x - 1) & MASK;
    const right = (x + 1) & MASK;
    const sides = tile[row + left]! + tile[row + right]! + tile[up + x]! + tile[down + x]!;
    const corners = tile[up + left]! + tile[up + right]! + tile[down + left]! + tile[down + right]!;
    return (value + weight * sides + weight * weight * corners) / total;
  });
}
