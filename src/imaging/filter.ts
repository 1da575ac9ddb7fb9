import { createPlane, createRaster, type Plane, type Raster } from './raster.ts';

/**
 * Mean over a square of `2 * radius + 1` pixels, edges repeated; O(1) a pixel.
 *
 * @param radius pixels, 0 or more; fractions are rounded
 */
export function boxBlur(plane: Plane, radius: number): Plane {
  const reach = Math.round(radius);
  if (reach <= 0) return plane;
  const out = createPlane(plane.width, plane.height);
  boxInto(plane, reach, new Float32Array(plane.data.length), out);
  return out;
}

/** As boxBlur with a whole radius from 1, into `out`, which may be `plane` itself. `across` is working memory. */
function boxInto(plane: Plane, reach: number, across: Float32Array, out: Plane): void {
  const { width, height } = plane;
  const window = 2 * reach + 1;
  const { data } = plane;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const last = row + width - 1;
    let sum = data[row]! * (reach + 1);
    for (let x = 1; x <= reach; x++) sum += data[Math.min(row + x, last)]!;
    let x = 0;
    // Along both edges the window hangs over, and in between it does not.
    for (; x < width && x <= reach; x++) {
      across[row + x] = sum / window;
      sum += data[Math.min(row + x + reach + 1, last)]! - data[row]!;
    }
    for (const end = width - reach - 1; x < end; x++) {
      across[row + x] = sum / window;
      sum += data[row + x + reach + 1]! - data[row + x - reach]!;
    }
    for (; x < width; x++) {
      across[row + x] = sum / window;
      sum += data[last]! - data[row + x - reach]!;
    }
  }
  const sums = new Float64Array(width);
  for (let x = 0; x < width; x++) sums[x] = across[x]! * (reach + 1);
  for (let y = 1; y <= reach; y++) {
    const row = Math.min(y, height - 1) * width;
    for (let x = 0; x < width; x++) sums[x]! += across[row + x]!;
  }
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const entering = Math.min(y + reach + 1, height - 1) * width;
    const leaving = Math.max(y - reach, 0) * width;
    for (let x = 0; x < width; x++) {
      out.data[row + x] = sums[x]! / window;
      sums[x]! += across[entering + x]! - across[leaving + x]!;
    }
  }
}

/**
 * Gaussian blur by three box blurs, which is within 3 % of the true curve
 * (Kovesi, "Fast Almost-Gaussian Filtering", 2010).
 *
 * @param sigma standard deviation in pixels; below 0.5 nothing is done
 */
export function gaussianBlur(plane: Plane, sigma: number): Plane {
  if (sigma < 0.5) return plane;
  const ideal = Math.sqrt((12 * sigma * sigma) / 3 + 1);
  let lower = Math.floor(ideal);
  if (lower % 2 === 0) lower--;
  const small = Math.round((12 * sigma * sigma - 3 * lower * lower - 12 * lower - 9) / (-4 * lower - 4));
  const out = createPlane(plane.width, plane.height);
  const across = new Float32Array(plane.data.length);
  let blurred = plane;
  for (let pass = 0; pass < 3; pass++) {
    const reach = ((pass < small ? lower : lower + 2) - 1) / 2;
    if (reach < 1) continue;
    boxInto(blurred, reach, across, out);
    blurred = out;
  }
  return blurred;
}

/** A plane at another size: bilinear when larger, by a tent as wide as two target pixels when smaller. */
export function resizePlane(plane: Plane, width: number, height: number): Plane {
  if (plane.width === width && plane.height === height) return plane;
  const out = createPlane(width, height);
  const columns = taps(plane.width, width);
  const rows = taps(plane.height, height);
  const line = new Float64Array(plane.width);
  for (let y = 0; y < height; y++) {
    const row = rows[y]!;
    line.fill(0);
    for (let k = 0; k < row.weights.length; k++) {
      const from = (row.first + k) * plane.width;
      const weight = row.weights[k]!;
      for (let x = 0; x < plane.width; x++) line[x]! += weight * plane.data[from + x]!;
    }
    for (let x = 0; x < width; x++) {
      const column = columns[x]!;
      let sum = 0;
      for (let k = 0; k < column.weights.length; k++) sum += column.weights[k]! * line[column.first + k]!;
      out.data[y * width + x] = sum;
    }
  }
  return out;
}

interface Taps {
  readonly first: number;
  readonly weights: readonly number[];
}

/** For each target position, which source positions it is made of. A tent that reaches to the middles of its neighbours. */
function taps(from: number, to: number): Taps[] {
  const ratio = from / to;
  const reach = Math.max(1, ratio);
  return Array.from({ length: to }, (_, i) => {
    const middle = (i + 0.5) * ratio - 0.5;
    const first = Math.max(0, Math.ceil(middle - reach));
    const last = Math.min(from - 1, Math.floor(middle + reach));
    const weights: number[] = [];
    let sum = 0;
    for (let k = first; k <= last; k++) {
      const weight = Math.max(0, 1 - Math.abs(k - middle) / reach);
      weights.push(weight);
      sum += weight;
    }
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}

/** A raster at another size with the same filter as resizePlane; colours are weighted by alpha. */
export function resizeRaster(raster: Raster, width: number, height: number): Raster {
  if (raster.width === width && raster.height === height) return raster;
  const out = createRaster(width, height);
  const columns = taps(raster.width, width);
  const rows = taps(raster.height, height);
  const line = new Float64Array(raster.width * 4);
  for (let y = 0; y < height; y++) {
    const row = rows[y]!;
    line.fill(0);
    for (let k = 0; k < row.weights.length; k++) {
      const from = (row.first + k) * raster.width * 4;
      const weight = row.weights[k]!;
      for (let i = 0; i < raster.width * 4; i += 4) {
        const alpha = weight * raster.data[from + i + 3]!;
        line[i]! += alpha * raster.data[from + i]!;
        line[i + 1]! += alpha * raster.data[from + i + 1]!;
        line[i + 2]! += alpha * raster.data[from + i + 2]!;
        line[i + 3]! += alpha;
      }
    }
    for (let x = 0; x < width; x++) {
      const column = columns[x]!;
      let r = 0;
      let g = 0;
      let b = 0;
      let a = 0;
      for (let k = 0; k < column.weights.length; k++) {
        const weight = column.weights[k]!;
        const i = (column.first + k) * 4;
        r += weight * line[i]!;
        g += weight * line[i + 1]!;
        b += weight * line[i + 2]!;
        a += weight * line[i + 3]!;
      }
      const to = (y * width + x) * 4;
      if (a > 0) {
        out.data[to] = r / a;
        out.data[to + 1] = g / a;
        out.data[to + 2] = b / a;
      }
      out.data[to + 3] = a;
    }
  }
  return out;
}
