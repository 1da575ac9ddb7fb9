import { type Random, seededRandom } from '../../random.ts';

/** Colours a mixture is made of; GrabCut's number. */
const PARTS = 5;

/** Draws of a centre, of which the best is taken. */
const DRAWS = 3;

/** Rounds in which the first clusters settle. */
const ROUNDS = 8;

/** Least variance of a part along every axis, so that one colour alone still has a density. */
const MIN_VARIANCE = 0.01;

/** A part that holds fewer samples than this counts for nothing. */
const MIN_SAMPLES = 2;

/** Numbers a part: log of its weight and scale, mean (3), and half of its inverse covariance (6, off-diagonals whole). */
const STRIDE = 10;

/** A mixture of normal distributions over colours of three bytes. */
export interface ColourMixture {
  readonly parts: Float64Array;
}

/**
 * Learns a mixture from scratch: clusters around centres that are drawn far from each other (k-means++, Arthur and
 * Vassilvitskii, SODA 2007; the draw is the same each time), and a normal distribution for each.
 *
 * @param samples three bytes each, at least one
 */
export function learnMixture(samples: Uint8Array): ColourMixture {
  const count = samples.length / 3;
  const centres = farApart(samples, seededRandom(count));
  const clusters = new Uint8Array(count);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < count; i++) clusters[i] = nearest(centres, samples, i);
    moveCentres(centres, samples, clusters);
  }
  return fitted(samples, clusters);
}

/** Learns a mixture again, each sample given to the part of the old one under which it is likeliest. */
export function relearnMixture(old: ColourMixture, samples: Uint8Array): ColourMixture {
  const clusters = new Uint8Array(samples.length / 3);
  for (let i = 0; i < clusters.length; i++) {
    let min = Number.POSITIVE_INFINITY;
    for (let part = 0; part < PARTS; part++) {
      const cost = partCost(old.parts, part, samples[i * 3]!, samples[i * 3 + 1]!, samples[i * 3 + 2]!);
      if (cost >= min) continue;
      min = cost;
      clusters[i] = part;
    }
  }
  return fitted(samples, clusters);
}

/** The negative logarithm of the density at a colour. */
export function costOf({ parts }: ColourMixture, x: number, y: number, z: number): number {
  let min = Number.POSITIVE_INFINITY;
  let density = 0;
  for (let part = 0; part < PARTS; part++) {
    const cost = partCost(parts, part, x, y, z);
    // Summed relative to the likeliest part so far, so that far colours do not all cost the same.
    if (cost < min) {
      density = density * Math.exp(cost - min) + 1;
      min = cost;
    } else if (cost < min + 30) density += Math.exp(min - cost);
  }
  return min - Math.log(density);
}

function partCost(parts: Float64Array, part: number, x: number, y: number, z: number): number {
  const at = part * STRIDE;
  const dx = x - parts[at + 1]!;
  const dy = y - parts[at + 2]!;
  const dz = z - parts[at + 3]!;
  return (
    parts[at]! +
    dx * (parts[at + 4]! * dx + parts[at + 5]! * dy + parts[at + 6]! * dz) +
    dy * (parts[at + 7]! * dy + parts[at + 8]! * dz) +
    parts[at + 9]! * dz * dz
  );
}

/** A centre for each part, three numbers each. Of several draws the one counts that leaves the least distance. */
function farApart(samples: Uint8Array, random: Random): Float64Array {
  const count = samples.length / 3;
  const centres = new Float64Array(PARTS * 3);
  let apart = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  for (let part = 0; part < PARTS; part++) {
    let best = apart;
    let min = Number.POSITIVE_INFINITY;
    let centre = [0, 0, 0];
    for (let draw = 0; draw < (part === 0 ? 1 : DRAWS); draw++) {
      const chosen = part === 0 ? Math.floor(random() * count) : drawn(apart, random);
      for (let c = 0; c < 3; c++) centres[part * 3 + c] = samples[chosen * 3 + c]!;
      const rest = new Float64Array(count);
      let sum = 0;
      for (let i = 0; i < count; i++) {
        rest[i] = Math.min(apart[i]!, distance(centres, part, samples, i));
        sum += rest[i]!;
      }
      if (sum >= min) continue;
      min = sum;
      best = rest;
      centre = [...centres.subarray(part * 3, part * 3 + 3)];
    }
    centres.set(centre, part * 3);
    apart = best;
  }
  return centres;
}

/** A sample, the likelier the farther it is from all centres. */
function drawn(apart: Float64Array, random: Random): number {
  let sum = 0;
  for (let i = 0; i < apart.length; i++) sum += apart[i]!;
  let left = random() * sum;
  for (let i = 0; i < apart.length; i++) {
    left -= apart[i]!;
    if (left <= 0 && apart[i]! > 0) return i;
  }
  return apart.length - 1;
}

function distance(centres: Float64Array, part: number, samples: Uint8Array, i: number): number {
  const x = samples[i * 3]! - centres[part * 3]!;
  const y = samples[i * 3 + 1]! - centres[part * 3 + 1]!;
  const z = samples[i * 3 + 2]! - centres[part * 3 + 2]!;
  return x * x + y * y + z * z;
}

function nearest(centres: Float64Array, samples: Uint8Array, i: number): number {
  let best = 0;
  let min = Number.POSITIVE_INFINITY;
  for (let part = 0; part < PARTS; part++) {
    const apart = distance(centres, part, samples, i);
    if (apart >= min) continue;
    min = apart;
    best = part;
  }
  return best;
}

/** To the middles of their clusters; the centre of an empty one stays. */
function moveCentres(centres: Float64Array, samples: Uint8Array, clusters: Uint8Array): void {
  const sums = new Float64Array(PARTS * 4);
  for (let i = 0; i < clusters.length; i++) {
    const at = clusters[i]! * 4;
    for (let c = 0; c < 3; c++) sums[at + c]! += samples[i * 3 + c]!;
    sums[at + 3]!++;
  }
  for (let part = 0; part < PARTS; part++) {
    const size = sums[part * 4 + 3]!;
    if (size > 0) for (let c = 0; c < 3; c++) centres[part * 3 + c] = sums[part * 4 + c]! / size;
  }
}

function fitted(samples: Uint8Array, clusters: Uint8Array): ColourMixture {
  // Sums of 1, the three values, and their six products.
  const sums = new Float64Array(PARTS * 10);
  for (let i = 0; i < clusters.length; i++) {
    const at = clusters[i]! * 10;
    const x = samples[i * 3]!;
    const y = samples[i * 3 + 1]!;
    const z = samples[i * 3 + 2]!;
    sums[at]!++;
    sums[at + 1]! += x;
    sums[at + 2]! += y;
    sums[at + 3]! += z;
    sums[at + 4]! += x * x;
    sums[at + 5]! += x * y;
    sums[at + 6]! += x * z;
    sums[at + 7]! += y * y;
    sums[at + 8]! += y * z;
    sums[at + 9]! += z * z;
  }
  const parts = new Float64Array(PARTS * STRIDE);
  for (let part = 0; part < PARTS; part++) {
    const sum = sums.subarray(part * 10, part * 10 + 10);
    writePart(parts.subarray(part * STRIDE, (part + 1) * STRIDE), sum, sum[0]! / clusters.length);
  }
  return { parts };
}

function writePart(out: Float64Array, sum: Float64Array, weight: number): void {
  const count = sum[0]!;
  if (count < MIN_SAMPLES) {
    out[0] = Number.POSITIVE_INFINITY;
    return;
  }
  const [x, y, z] = [sum[1]! / count, sum[2]! / count, sum[3]! / count];
  const xx = sum[4]! / count - x * x + MIN_VARIANCE;
  const xy = sum[5]! / count - x * y;
  const xz = sum[6]! / count - x * z;
  const yy = sum[7]! / count - y * y + MIN_VARIANCE;
  const yz = sum[8]! / count - y * z;
  const zz = sum[9]! / count - z * z + MIN_VARIANCE;
  const cofactors = [yy * zz - yz * yz, xz * yz - xy * zz, xy * yz - xz * yy] as const;
  const determinant = xx * cofactors[0] + xy * cofactors[1] + xz * cofactors[2];
  out[0] = -Math.log(weight) + 0.5 * Math.log(determinant);
  out[1] = x;
  out[2] = y;
  out[3] = z;
  // Off the diagonal both halves of the symmetric matrix are one.
  out[4] = (0.5 * cofactors[0]) / determinant;
  out[5] = cofactors[1] / determinant;
  out[6] = cofactors[2] / determinant;
  out[7] = (0.5 * (xx * zz - xz * xz)) / determinant;
  out[8] = (xy * xz - xx * yz) / determinant;
  out[9] = (0.5 * (xx * yy - xy * xy)) / determinant;
}
