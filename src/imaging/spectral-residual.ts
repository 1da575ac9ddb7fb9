import { gaussianBlur, resizePlane } from './filter.ts';
import { createPlane, type Plane } from './raster.ts';

/** The side at which the method was designed to work; a power of two for the transform. */
const SIDE = 64;

/**
 * What a picture's spectrum holds beyond its own smooth trend, as a map of 0–1 at the plane's size (Hou and
 * Zhang, "Saliency Detection: A Spectral Residual Approach", CVPR 2007). All 0 for a flat plane.
 */
export function spectralResidual(plane: Plane): Plane {
  const small = resizePlane(plane, SIDE, SIDE);
  const real = Float64Array.from(small.data);
  const imaginary = new Float64Array(real.length);
  transform(real, imaginary, false);
  const logs = createPlane(SIDE, SIDE);
  for (let i = 0; i < real.length; i++) logs.data[i] = Math.log(Math.hypot(real[i]!, imaginary[i]!) + 1e-6);
  const trend = wrappedMean(logs);
  for (let i = 0; i < real.length; i++) {
    const magnitude = Math.hypot(real[i]!, imaginary[i]!) + 1e-6;
    const gain = Math.exp(logs.data[i]! - trend.data[i]!) / magnitude;
    real[i]! *= gain;
    imaginary[i]! *= gain;
  }
  transform(real, imaginary, true);
  const power = createPlane(SIDE, SIDE);
  for (let i = 0; i < real.length; i++) power.data[i] = real[i]! ** 2 + imaginary[i]! ** 2;
  const smooth = gaussianBlur(power, 2.5);
  let top = 0;
  let low = Number.POSITIVE_INFINITY;
  for (const value of smooth.data) {
    top = Math.max(top, value);
    low = Math.min(low, value);
  }
  const range = top - low;
  const map = createPlane(SIDE, SIDE);
  if (range > 1e-9) for (let i = 0; i < map.data.length; i++) map.data[i] = (smooth.data[i]! - low) / range;
  return resizePlane(map, plane.width, plane.height);
}

/** Mean of 3 × 3 frequencies; a spectrum has no edges, so it wraps round. */
function wrappedMean(plane: Plane): Plane {
  const mean = createPlane(SIDE, SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          sum += plane.data[((y + dy + SIDE) % SIDE) * SIDE + ((x + dx + SIDE) % SIDE)]!;
        }
      }
      mean.data[y * SIDE + x] = sum / 9;
    }
  }
  return mean;
}

/** Two-dimensional Fourier transform in place, rows and then columns. */
function transform(real: Float64Array, imaginary: Float64Array, inverse: boolean): void {
  for (let y = 0; y < SIDE; y++) line(real, imaginary, y * SIDE, 1, inverse);
  for (let x = 0; x < SIDE; x++) line(real, imaginary, x, SIDE, inverse);
}

/** Where each sample of a line goes before it is transformed: its index with the bits turned round. */
const REVERSED = Uint8Array.from({ length: SIDE }, (_, i) => {
  let turned = 0;
  for (let bit = 1, at = SIDE >> 1; at > 0; bit <<= 1, at >>= 1) if (i & bit) turned |= at;
  return turned;
});

/** Half a turn of the unit circle in SIDE / 2 steps. */
const COSINES = Float64Array.from({ length: SIDE / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / SIDE));
const SINES = Float64Array.from({ length: SIDE / 2 }, (_, k) => Math.sin((2 * Math.PI * k) / SIDE));

/** Radix-2 Cooley–Tukey over SIDE samples at `start`, `start + stride`, … */
function line(re: Float64Array, im: Float64Array, start: number, stride: number, inverse: boolean): void {
  for (let i = 0; i < SIDE; i++) {
    if (i < REVERSED[i]!) swap(re, im, start + i * stride, start + REVERSED[i]! * stride);
  }
  for (let half = 1; half < SIDE; half *= 2) {
    for (let k = 0; k < half; k++) {
      const step = (k * SIDE) / (2 * half);
      const cos = COSINES[step]!;
      const sin = inverse ? SINES[step]! : -SINES[step]!;
      for (let at = k; at < SIDE; at += 2 * half) {
        butterfly(re, im, start + at * stride, half * stride, cos, sin);
      }
    }
  }
  if (!inverse) return;
  for (let k = start; k < start + SIDE * stride; k += stride) {
    re[k]! /= SIDE;
    im[k]! /= SIDE;
  }
}

function swap(re: Float64Array, im: Float64Array, p: number, q: number): void {
  const [real, imaginary] = [re[p]!, im[p]!];
  re[p] = re[q]!;
  im[p] = im[q]!;
  re[q] = real;
  im[q] = imaginary;
}

/** The sum and the difference of a sample and another that is turned. */
function butterfly(
  re: Float64Array,
  im: Float64Array,
  p: number,
  apart: number,
  cos: number,
  sin: number,
): void {
  const q = p + apart;
  const oddRe = re[q]! * cos - im[q]! * sin;
  const oddIm = re[q]! * sin + im[q]! * cos;
  re[q] = re[p]! - oddRe;
  im[q] = im[p]! - oddIm;
  re[p]! += oddRe;
  im[p]! += oddIm;
}
