import { CHANNELS } from './tile.ts';

const REACH = 7;
/** Half the side of the patches compared. */
const PATCH = 2;
/** How different, in standard deviations, two patches may be and still count as one. */
const TOLERANCE = 0.5;
const COLOUR_TOLERANCE = 0.03;
const NORMAL_TOLERANCE = 0.12;

/**
 * Non-local means that knows each pixel's noise, and does not mix places of different colour or slope (after Rousselle,
 * Manzi and Zwicker, "Robust Denoising using Feature and Color Information", 2013).
 *
 * @param picture CHANNELS numbers a pixel, as renderArea gives them
 * @returns light, 3 numbers a pixel
 */
export function denoise(picture: Float32Array, width: number, height: number): Float32Array {
  const count = width * height;
  const variance = steadyVariance(picture, width, height);
  const sums = new Float32Array(count * 3);
  const weights = new Float32Array(count);
  const highest = new Float32Array(count).fill(1e-6);
  const apart = new Float32Array(count);
  const patched = new Float32Array(count);
  for (let dy = -REACH; dy <= REACH; dy++) {
    for (let dx = -REACH; dx <= REACH; dx++) {
      if (dx === 0 && dy === 0) continue;
      compare(picture, variance, { width, height, dx, dy }, apart);
      blur(apart, patched, width, height);
      for (let y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
        for (let x = Math.max(0, -dx); x < Math.min(width, width - dx); x++) {
          const p = y * width + x;
          const q = p + dy * width + dx;
          const unlike = Math.max(0, patched[p]!, featureDistance(picture, p * CHANNELS, q * CHANNELS));
          if (unlike > 8) continue;
          const weight = Math.exp(-unlike);
          weights[p]! += weight;
          highest[p] = Math.max(highest[p]!, weight);
          for (let i = 0; i < 3; i++) sums[p * 3 + i]! += weight * picture[q * CHANNELS + i]!;
        }
      }
    }
  }
  // A pixel counts for as much as the one most like it, so that one that is like no other gives way to its neighbours.
  return sums.map((sum, i) => {
    const pixel = Math.floor(i / 3);
    const own = highest[pixel]!;
    return (sum + own * picture[pixel * CHANNELS + (i % 3)]!) / (weights[pixel]! + own);
  });
}

/** The variance of each channel, evened out over a patch: from a few paths it is hardly known. */
function steadyVariance(picture: Float32Array, width: number, height: number): Float32Array {
  const count = width * height;
  const variance = new Float32Array(count * 3);
  const plane = new Float32Array(count);
  const even = new Float32Array(count);
  for (let channel = 0; channel < 3; channel++) {
    for (let i = 0; i < count; i++) plane[i] = picture[i * CHANNELS + 3 + channel]!;
    blur(plane, even, width, height);
    for (let i = 0; i < count; i++) variance[i * 3 + channel] = even[i]!;
  }
  return variance;
}

interface Offset {
  readonly width: number;
  readonly height: number;
  readonly dx: number;
  readonly dy: number;
}

/** For each pixel, how unlike the pixel at the offset is, less what noise explains. */
function compare(
  picture: Float32Array,
  variance: Float32Array,
  { width, height, dx, dy }: Offset,
  apart: Float32Array,
): void {
  for (let y = 0; y < height; y++) {
    const row = Math.min(height - 1, Math.max(0, y + dy)) * width;
    for (let x = 0; x < width; x++) {
      const p = y * width + x;
      const q = row + Math.min(width - 1, Math.max(0, x + dx));
      let sum = 0;
      for (let i = 0; i < 3; i++) {
        const difference = picture[p * CHANNELS + i]! - picture[q * CHANNELS + i]!;
        const vp = variance[p * 3 + i]!;
        const vq = variance[q * 3 + i]!;
        sum += (difference * difference - vp - Math.min(vp, vq)) / (1e-6 + TOLERANCE ** 2 * (vp + vq));
      }
      apart[p] = sum / 3;
    }
  }
}

function featureDistance(picture: Float32Array, p: number, q: number): number {
  let colour = 0;
  let normal = 0;
  for (let i = 0; i < 3; i++) {
    colour += (picture[p + 6 + i]! - picture[q + 6 + i]!) ** 2;
    normal += (picture[p + 9 + i]! - picture[q + 9 + i]!) ** 2;
  }
  return Math.max(colour / COLOUR_TOLERANCE ** 2, normal / NORMAL_TOLERANCE ** 2);
}

/** The mean over a patch, rows first; `values` is overwritten. */
function blur(values: Float32Array, out: Float32Array, width: number, height: number): void {
  const size = 2 * PATCH + 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -PATCH; k <= PATCH; k++) sum += values[y * width + clamp(x + k, width)]!;
      out[y * width + x] = sum / size;
    }
  }
  values.set(out);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -PATCH; k <= PATCH; k++) sum += values[clamp(y + k, height) * width + x]!;
      out[y * width + x] = sum / size;
    }
  }
}

const clamp = (i: number, size: number): number => (i < 0 ? 0 : i >= size ? size - 1 : i);
