import { createPlane, type Plane } from './raster.ts';

/** Raster passes; after three almost nothing changes (Zhang et al. 2015, §3.1). */
const PASSES = 3;

/**
 * For each pixel the smallest climb (highest minus lowest value) on any way from it to the picture's edge,
 * summed over the channels: large where a closed outline parts the pixel from the edge.
 *
 * @param channels planes of one size
 */
export function minimumBarrierDistance(channels: readonly Plane[]): Plane {
  const { width, height } = channels[0]!;
  const sum = createPlane(width, height);
  for (const channel of channels) addBarrier(channel, sum);
  return sum;
}

function addBarrier(channel: Plane, sum: Plane): void {
  const { width, height, data } = channel;
  const distance = new Float32Array(data.length).fill(Number.POSITIVE_INFINITY);
  const highest = Float32Array.from(data);
  const lowest = Float32Array.from(data);
  for (let x = 0; x < width; x++) {
    distance[x] = 0;
    distance[(height - 1) * width + x] = 0;
  }
  for (let y = 0; y < height; y++) {
    distance[y * width] = 0;
    distance[y * width + width - 1] = 0;
  }
  const reach = (i: number, from: number): void => {
    const value = data[i]!;
    const up = Math.max(highest[from]!, value);
    const down = Math.min(lowest[from]!, value);
    if (up - down >= distance[i]!) return;
    distance[i] = up - down;
    highest[i] = up;
    lowest[i] = down;
  };
  for (let pass = 0; pass < PASSES; pass++) {
    if (pass % 2 === 0) {
      for (let y = 1; y < height; y++) {
        for (let x = 1; x < width; x++) {
          const i = y * width + x;
          reach(i, i - 1);
          reach(i, i - width);
        }
      }
    } else {
      for (let y = height - 2; y >= 0; y--) {
        for (let x = width - 2; x >= 0; x--) {
          const i = y * width + x;
          reach(i, i + 1);
          reach(i, i + width);
        }
      }
    }
  }
  for (let i = 0; i < data.length; i++) sum.data[i]! += distance[i]!;
}
