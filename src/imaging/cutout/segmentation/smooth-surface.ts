import { createPlane, type Plane } from '../../raster.ts';

/** A plane's value at a place: x and y run from −1 to 1 over the picture. */
type Surface = Float64Array;

const TERMS = 6;
const ROUNDS = 5;

/**
 * A second-degree surface through samples of several planes: what a studio sweep looks like with nothing on it.
 * Outliers are weighted down (Tukey's biweight, iteratively), so a product among the samples does little.
 *
 * @param samples positions to fit to, at least a few hundred
 * @returns one plane a channel, of the planes' size
 */
export function smoothSurface(planes: readonly Plane[], samples: readonly number[]): Plane[] {
  const { width, height } = planes[0]!;
  const terms = new Float64Array(samples.length * TERMS);
  for (let k = 0; k < samples.length; k++) writeTerms(samples[k]!, width, height, terms, k * TERMS);
  const values = planes.map(({ data }) => Float64Array.from(samples, (i) => data[i]!));
  const weights = new Float64Array(samples.length).fill(1);
  let surfaces: Surface[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    surfaces = fitted(terms, values, weights);
    reweigh(weights, distances(terms, values, surfaces));
  }
  return surfaces.map((surface) => evaluate(surface, width, height));
}

function writeTerms(i: number, width: number, height: number, out: Float64Array, at: number): void {
  const x = ((i % width) / width) * 2 - 1;
  const y = (Math.floor(i / width) / height) * 2 - 1;
  out[at] = 1;
  out[at + 1] = x;
  out[at + 2] = y;
  out[at + 3] = x * x;
  out[at + 4] = x * y;
  out[at + 5] = y * y;
}

/** The surface of each channel. The terms are the same for all, so they are solved for together. */
function fitted(terms: Float64Array, values: readonly Float64Array[], weights: Float64Array): Surface[] {
  const rows = Array.from({ length: TERMS }, () => new Float64Array(TERMS + values.length));
  for (let a = 0; a < TERMS; a++) {
    const row = rows[a]!;
    for (let b = a; b < TERMS; b++) {
      let sum = 0;
      for (let k = 0, at = 0; k < weights.length; k++, at += TERMS) {
        sum += weights[k]! * terms[at + a]! * terms[at + b]!;
      }
      row[b] = sum;
      rows[b]![a] = sum;
    }
    for (let c = 0; c < values.length; c++) {
      const channel = values[c]!;
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += weights[k]! * terms[k * TERMS + a]! * channel[k]!;
      row[TERMS + c] = sum;
    }
    // A little ridge: samples along a frame alone would leave the bend open.
    row[a]! += (a < 3 ? 1e-6 : 1e-3) * weights.length;
  }
  return solve(rows);
}

/** Gauss–Jordan elimination with row exchange; the columns beyond the square are right-hand sides. */
function solve(rows: Float64Array[]): Float64Array[] {
  const size = rows.length;
  const width = rows[0]!.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let r = column + 1; r < size; r++) {
      if (Math.abs(rows[r]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = r;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let r = 0; r < size; r++) {
      if (r === column) continue;
      const factor = rows[r]![column]! / rows[column]![column]!;
      for (let k = column; k < width; k++) rows[r]![k]! -= factor * rows[column]![k]!;
    }
  }
  return Array.from({ length: width - size }, (_, c) =>
    Float64Array.from(rows, (row, i) => row[size + c]! / row[i]!),
  );
}

function distances(
  terms: Float64Array,
  values: readonly Float64Array[],
  surfaces: readonly Surface[],
): Float64Array {
  const squares = new Float64Array(terms.length / TERMS);
  for (let c = 0; c < values.length; c++) {
    const channel = values[c]!;
    const surface = surfaces[c]!;
    for (let k = 0, at = 0; k < squares.length; k++, at += TERMS) {
      let off = channel[k]!;
      for (let a = 0; a < TERMS; a++) off -= surface[a]! * terms[at + a]!;
      squares[k]! += off * off;
    }
  }
  return squares.map(Math.sqrt);
}

function reweigh(weights: Float64Array, distance: Float64Array): void {
  const median = Float64Array.from(distance).sort()[distance.length >> 1] ?? 0;
  const reach = 3 * Math.max(1, median);
  for (let k = 0; k < weights.length; k++) {
    weights[k] = distance[k]! < reach ? (1 - (distance[k]! / reach) ** 2) ** 2 : 0;
  }
}

function evaluate(surface: Surface, width: number, height: number): Plane {
  const plane = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    const v = (y / height) * 2 - 1;
    for (let x = 0; x < width; x++) {
      const u = (x / width) * 2 - 1;
      plane.data[y * width + x] =
        surface[0]! +
        surface[1]! * u +
        surface[2]! * v +
        surface[3]! * u * u +
        surface[4]! * u * v +
        surface[5]! * v * v;
    }
  }
  return plane;
}
