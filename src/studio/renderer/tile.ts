/**
 * A square pattern that repeats, with ever coarser copies of itself: a sample over any footprint costs the same.
 * Coordinates are in the pattern's own units (for noise, one feature a unit).
 */
export interface Tile {
  /** Finest first, two an octave. */
  readonly levels: readonly TileLevel[];
  /** Texels of the finest level in one unit. */
  readonly density: number;
}

export interface TileLevel {
  readonly data: Float32Array;
  /** Texels a side, a power of two. */
  readonly size: number;
  /** Texels a unit. */
  readonly density: number;
}

/**
 * @param data `size`² values, row by row, which wrap at the edges
 * @param size a power of two
 * @param density texels in one unit
 */
export function createTile(data: Float32Array, size: number, density: number): Tile {
  const levels: TileLevel[] = [];
  let whole: TileLevel = { data, size, density };
  for (;;) {
    const between = {
      data: softened(whole.data, whole.size, 0.25),
      size: whole.size,
      density: whole.density,
    };
    levels.push(whole, between);
    if (whole.size <= 4) break;
    whole = halved(between);
  }
  return { levels, density };
}

/** The level whose detail suits a footprint, given in units: one step too coarse rather than one too fine. */
export function levelFor(tile: Tile, footprint: number): TileLevel {
  const step = Math.ceil(2 * Math.log2(Math.max(1, footprint * tile.density)) - 0.25);
  return tile.levels[Math.min(tile.levels.length - 1, Math.max(0, step))]!;
}

/** The pattern at a place, bilinear between texels. */
export function sampleLevel(level: TileLevel, u: number, v: number): number {
  const { data, size, density } = level;
  const mask = size - 1;
  const x = u * density;
  const y = v * density;
  const left = Math.floor(x);
  const top = Math.floor(y);
  const fx = x - left;
  const fy = y - top;
  const x0 = left & mask;
  const x1 = (left + 1) & mask;
  const y0 = (top & mask) * size;
  const y1 = ((top + 1) & mask) * size;
  const upper = data[y0 + x0]! + (data[y0 + x1]! - data[y0 + x0]!) * fx;
  const lower = data[y1 + x0]! + (data[y1 + x1]! - data[y1 + x0]!) * fx;
  return upper + (lower - upper) * fy;
}

/** Each texel mixed with its neighbours, which weigh `weight` each way; wraps. */
function softened(data: Float32Array, size: number, weight: number): Float32Array {
  const mask = size - 1;
  const middle = 1 - 2 * weight;
  const across = new Float32Array(data.length);
  for (let y = 0; y < data.length; y += size) {
    for (let x = 0; x < size; x++) {
      across[y + x] =
        middle * data[y + x]! + weight * (data[y + ((x - 1) & mask)]! + data[y + ((x + 1) & mask)]!);
    }
  }
  const out = new Float32Array(data.length);
  for (let y = 0; y < size; y++) {
    const row = y * size;
    const up = ((y - 1) & mask) * size;
    const down = ((y + 1) & mask) * size;
    for (let x = 0; x < size; x++) {
      out[row + x] = middle * across[row + x]! + weight * (across[up + x]! + across[down + x]!);
    }
  }
  return out;
}

function halved(level: TileLevel): TileLevel {
  const size = level.size / 2;
  const data = new Float32Array(size * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const i = 2 * y * level.size + 2 * x;
      data[y * size + x] =
        (level.data[i]! +
          level.data[i + 1]! +
          level.data[i + level.size]! +
          level.data[i + level.size + 1]!) /
        4;
    }
  }
  return { data, size, density: level.density / 2 };
}
