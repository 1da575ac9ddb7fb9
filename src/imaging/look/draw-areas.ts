import type { OklabPlanes } from '../oklab-planes.ts';
import { createPlane } from '../raster.ts';
import type { Areas } from './areas.ts';

/** Outlines are smoothed over so many pixels of the areas' own grid, each way. */
const REACH = 4;
const SIGMA = 1.9;

const TAPS = Float32Array.from({ length: 2 * REACH + 1 }, (_, i) =>
  Math.exp(-0.5 * ((i - REACH) / SIGMA) ** 2),
);

/**
 * Draws areas at any size with smooth, anti-aliased outlines: around an outline a pixel is of the colour that has
 * most of the weight there, and as much of the runner-up as the outline crosses it.
 */
export function drawAreas(
  { width, height, colours, labels }: Areas,
  size: { width: number; height: number },
): OklabPlanes {
  const out = {
    l: createPlane(size.width, size.height),
    a: createPlane(size.width, size.height),
    b: createPlane(size.width, size.height),
  };
  const plain = plainPlaces(labels, width, height);
  const ratioX = width / size.width;
  const ratioY = height / size.height;
  // How fast the weights' difference grows across an outline, a pixel of the drawing.
  const steep = 0.5 / (0.42 * ratioX);
  const weights = new Float32Array(colours.length);
  for (let y = 0; y < size.height; y++) {
    const cy = (y + 0.5) * ratioY - 0.5;
    const row = Math.min(height - 1, Math.max(0, Math.round(cy)));
    for (let x = 0; x < size.width; x++) {
      const cx = (x + 0.5) * ratioX - 0.5;
      const column = Math.min(width - 1, Math.max(0, Math.round(cx)));
      const i = y * size.width + x;
      const at = row * width + column;
      let first = labels[at]!;
      let second = first;
      let share = 1;
      if (plain[at] === 0) {
        weights.fill(0);
        for (let dy = -REACH; dy <= REACH; dy++) {
          const from = Math.min(height - 1, Math.max(0, row + dy)) * width;
          const wy = tap(row + dy - cy);
          for (let dx = -REACH; dx <= REACH; dx++) {
            const label = labels[from + Math.min(width - 1, Math.max(0, column + dx))]!;
            weights[label]! += wy * tap(column + dx - cx);
          }
        }
        let most = -1;
        let next = -1;
        let sum = 0;
        for (let c = 0; c < weights.length; c++) {
          const weight = weights[c]!;
          sum += weight;
          if (weight > most) {
            next = most;
            second = first;
            most = weight;
            first = c;
          } else if (weight > next) {
            next = weight;
            second = c;
          }
        }
        share = Math.min(1, 0.5 + ((most - Math.max(0, next)) / sum) * steep * 2);
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

function tap(offset: number): number {
  const at = Math.min(2 * REACH, Math.max(0, offset + REACH));
  const below = at | 0;
  return below >= 2 * REACH
    ? TAPS[2 * REACH]!
    : TAPS[below]! + (TAPS[below + 1]! - TAPS[below]!) * (at - below);
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
