import { seededRandom } from '../../imaging/random.ts';

/** Texels a side of the tiles, a power of two. */
export const GRAIN_SIDE = 256;

const MASK = GRAIN_SIDE - 1;

/** Fine noise that repeats every GRAIN_SIDE pixels both ways, row by row. */
export interface GrainTile {
  /** Mean 0, standard deviation 1, softened by half a pixel as real grain is. */
  readonly grain: Float32Array;
  /** Triangular over −1…1 with the low frequencies taken out, so that it is not seen as blotches. */
  readonly dither: Float32Array;
}

let made: GrainTile | undefined;

/** Made once a thread. */
export function grainTile(): GrainTile {
  made ??= { grain: createGrain(), dither: createDither() };
  return made;
}

function createGrain(): Float32Array {
  const random = seededRandom(0x67a1);
  const white = Float32Array.from(
    { length: GRAIN_SIDE * GRAIN_SIDE },
    () => random() + random() + random() - 1.5,
  );
  const soft = around(white, 0.36);
  let power = 0;
  for (const value of soft) power += value * value;
  const deviation = Math.sqrt(power / soft.length);
  return soft.map((value) => value / deviation);
}

function createDither(): Float32Array {
  const random = seededRandom(0xd17e);
  const white = Float32Array.from({ length: GRAIN_SIDE * GRAIN_SIDE }, () => random() - 0.5);
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
    const up = (row - GRAIN_SIDE + tile.length) % tile.length;
    const down = (row + GRAIN_SIDE) % tile.length;
    const left = (x - 1) & MASK;
    const right = (x + 1) & MASK;
    const sides = tile[row + left]! + tile[row + right]! + tile[up + x]! + tile[down + x]!;
    const corners = tile[up + left]! + tile[up + right]! + tile[down + left]! + tile[down + right]!;
    return (value + weight * sides + weight * weight * corners) / total;
  });
}
