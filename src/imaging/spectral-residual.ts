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

/** Radix-2 Cooley–Tukey over SIDE samples at `start`, `start + stride`, … */
function line(re: Float64Array, im: Float64Array, start: number, stride: number, inverse: boolean): void {
  for (let i = 1, j = 0; i < SIDE; i++) {
    let bit = SIDE >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      const [p, q] = [start + i * stride, start + j * stride];
      [re[p], re[q]] = [re[q]!, re[p]!];
      [im[p], im[q]] = [im[q]!, im[p]!];
    }
  }
  for (let span = 2; span <= SIDE; span *= 2) {
    const turn = ((inverse ? 2 : -2) * Math.PI) / span;
    for (let block = 0; block < SIDE; block += span) {
      for (let k = 0; k < span / 2; k++) {
        const [cos, sin] = [Math.cos(turn * k), Math.sin(turn * k)];
        const p = start + (block + k) * stride;
        const q = p + (span / 2) * stride;
        const [oddRe, oddIm] = [re[q]! * cos - im[q]! * sin, re[q]! * sin + im[q]! * cos];
        re[q] = re[p]! - oddRe;
        im[q] = im[p]! - oddIm;
        re[p]! += oddRe;
        im[p]! += oddIm;
      }
    }
  }
  if (inverse) {
    for (let k = 0; k < SIDE; k++) {
      re[start + k * stride]! /= SIDE;
      im[start + k * stride]! /= SIDE;
    }
  }
}
