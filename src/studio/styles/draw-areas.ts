import type { Size } from '../../ad/geometry.ts';
import type { OklabPlanes } from '../../imaging/oklab-planes.ts';
import { createPlane } from '../../imaging/raster.ts';
import type { ColourAreas } from './colour-areas.ts';

/** Outlines are smoothed over so many pixels of the areas' own grid, each way. */
const REACH = 3;
const SIGMA = 1.7;
const TAPS = 2 * REACH + 1;

/**
 * Draws areas at any size with smooth, anti-aliased outlines: around an outline a pixel is of the colour that has
 * most of the weight there, and as much of the runner-up as the outline crosses it.
 */
export function drawAreas({ width, height, colours, labels }: ColourAreas, size: Size): OklabPlanes {
  const out = {
    l: createPlane(size.width, size.height),
    a: createPlane(size.width, size.height),
    b: createPlane(size.width, size.height),
  };
  const plain = plainPlaces(labels, width, height);
  const columns = tapsAlong(width, size.width);
  const rows = tapsAlong(height, size.height);
  // How fast the weights' difference grows across an outline, a pixel of the drawing.
  const steep = size.width / width / 0.84;
  const weights = new Float32Array(colours.length);
  for (let y = 0; y < size.height; y++) {
    const row = rows.nearest[y]!;
    for (let x = 0; x < size.width; x++) {
      const column = columns.nearest[x]!;
      const i = y * size.width + x;
      const at = row * width + column;
      let first = labels[at]!;
      let second = first;
      let share = 1;
      if (plain[at] === 0) {
        weights.fill(0);
        for (let dy = 0; dy < TAPS; dy++) {
          const from = Math.min(height - 1, Math.max(0, row + dy - REACH)) * width;
          const wy = rows.weights[y * TAPS + dy]!;
          for (let dx = 0; dx < TAPS; dx++) {
            const place = column + dx - REACH;
            const label = labels[from + (place < 0 ? 0 : place >= width ? width - 1 : place)]!;
            weights[label]! += wy * columns.weights[x * TAPS + dx]!;
          }
        }
        let max = -1;
        let next = -1;
        for (let c = 0; c < weights.length; c++) {
          const weight = weights[c]!;
          if (weight > max) {
            next = max;
            second = first;
            max = weight;
            first = c;
          } else if (weight > next) {
            next = weight;
            second = c;
          }
        }
        share = Math.min(1, 0.5 + (max - Math.max(0, next)) * steep);
      }
      const p = colours[first]!;
      const q = colours[second]!;
      out.l.data[i] = p[0] * share + q[0] * (1 - share);
      out.a.data[i] = p[1] * share + q[1] * (1 - share);
      out.b.data[i] = p[2] * share + q[2] * (1 - share);
    }
  }
  return out;
}

interface AlongTaps {
  /** The place of the areas' grid that each place of the drawing is nearest to. */
  readonly nearest: Uint16Array;
  /** TAPS weights around it, for each place of the drawing; they add up to 1. */
  readonly weights: Float32Array;
}

function tapsAlong(from: number, to: number): AlongTaps {
  const nearest = new Uint16Array(to);
  const weights = new Float32Array(to * TAPS);
  for (let i = 0; i < to; i++) {
    const at = ((i + 0.5) * from) / to - 0.5;
    nearest[i] = Math.min(from - 1, Math.max(0, Math.round(at)));
    let sum = 0;
    for (let k = 0; k < TAPS; k++) {
      const away = nearest[i]! + k - REACH - at;
      const weight = Math.exp(-0.5 * (away / SIGMA) ** 2);
      weights[i * TAPS + k] = weight;
      sum += weight;
    }
    for (let k = 0; k < TAPS; k++) weights[i * TAPS + k]! /= sum;
  }
  return { nearest, weights };
}

/** 1 where no other colour is within reach. */
function plainPlaces(labels: Uint8Array, width: number, height: number): Uint8Array {
  // Length of the run of one label up to each place; two passes leave squares of one colour.
  const across = new Uint8Array(labels.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let change = -REACH - 1;
    for (let x = 1; x < width; x++) {
      if (labels[row + x] !== labels[row + x - 1]) {
        for (let k = Math.max(0, x - REACH - 1, change); k < Math.min(width, x + REACH + 1); k++)
          across[row + k] = 1;
        change = x;
      }
    }
  }
  const plain = new Uint8Array(labels.length).fill(1);
  for (let x = 0; x < width; x++) {
    let until = -1;
    for (let y = 0; y < height; y++) {
      const i = y * width + x;
      const edge = across[i] === 1 || (y > 0 && labels[i] !== labels[i - width]);
      if (edge) {
        for (let k = Math.max(0, y - REACH - 1); k < y; k++) plain[k * width + x] = 0;
        until = y + REACH;
      }
      if (y <= until) plain[i] = 0;
    }
  }
  return plain;
}
