import { boxBlur, resizePlane } from '../imaging/filter.ts';
import { createPlane, type Plane } from '../imaging/raster.ts';

/** Shares of the four measures in the cost of a place for words. */
const SHARES = { saliency: 0.45, edges: 0.25, entropy: 0.15, variance: 0.15 };

/** Side of the square in which entropy is counted, at half the map's size, and the greys that are told apart. */
const WINDOW = 7;
const GREYS = 32;

/** Mean gradient of lightness (0–100) a pixel, and deviation of it, that count as full clutter. */
const FULL_EDGES = 8;
const FULL_DEVIATION = 22;

/**
 * What it costs to lay words over each place: 0 = calm and empty, 1 = busy and looked at. For pictures of about 256
 * pixels a side.
 *
 * @param lightness 0–100
 * @param saliency 0–1, of the same size
 */
export function costMap(lightness: Plane, saliency: Plane): Plane {
  const edges = edgeDensity(lightness);
  const entropy = localEntropy(lightness);
  const deviation = localDeviation(lightness);
  const cost = createPlane(lightness.width, lightness.height);
  for (let i = 0; i < cost.data.length; i++) {
    cost.data[i] =
      SHARES.saliency * saliency.data[i]! +
      SHARES.edges * Math.min(1, edges.data[i]! / FULL_EDGES) +
      SHARES.entropy * entropy.data[i]! +
      SHARES.variance * Math.min(1, deviation.data[i]! / FULL_DEVIATION);
  }
  return cost;
}

/** Length of the Sobel gradient in units of the plane a pixel, edges repeated. */
function gradientOf(plane: Plane): Plane {
  const { width, height, data } = plane;
  const gradient = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    const up = Math.max(0, y - 1) * width;
    const row = y * width;
    const down = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - 1);
      const right = Math.min(width - 1, x + 1);
      const across =
        data[up + right]! -
        data[up + left]! +
        2 * (data[row + right]! - data[row + left]!) +
        data[down + right]! -
        data[down + left]!;
      const along =
        data[down + left]! -
        data[up + left]! +
        2 * (data[down + x]! - data[up + x]!) +
        data[down + right]! -
        data[up + right]!;
      gradient.data[row + x] = Math.hypot(across, along) / 8;
    }
  }
  return gradient;
}

const edgeDensity = (lightness: Plane): Plane => boxBlur(gradientOf(lightness), 3);

/** Entropy of the greys around each pixel, as a share of the most there can be. Smooth, so half the size is enough. */
function localEntropy(lightness: Plane): Plane {
  const half = (side: number): number => Math.max(1, Math.round(side / 2));
  const { width, height, data } = resizePlane(lightness, half(lightness.width), half(lightness.height));
  const reach = (WINDOW - 1) / 2;
  const grey = Uint8Array.from(data, (value) =>
    Math.max(0, Math.min(GREYS - 1, Math.floor((value * GREYS) / 100))),
  );
  const all = WINDOW * WINDOW;
  const information = Float64Array.from({ length: all + 1 }, (_, n) => (n === 0 ? 0 : n * Math.log2(n)));
  const entropy = createPlane(width, height);
  const counts = new Uint16Array(GREYS);
  let sum = 0;
  const change = (x: number, y: number, by: 1 | -1): void => {
    const column = Math.max(0, Math.min(width - 1, x));
    const row = Math.max(0, Math.min(height - 1, y));
    const bin = grey[row * width + column]!;
    sum -= information[counts[bin]!]!;
    counts[bin]! += by;
    sum += information[counts[bin]!]!;
  };
  for (let y = 0; y < height; y++) {
    counts.fill(0);
    sum = 0;
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) change(dx, y + dy, 1);
    }
    for (let x = 0; x < width; x++) {
      entropy.data[y * width + x] = Math.max(0, Math.log2(all) - sum / all) / Math.log2(GREYS);
      for (let dy = -reach; dy <= reach; dy++) {
        change(x - reach, y + dy, -1);
        change(x + reach + 1, y + dy, 1);
      }
    }
  }
  return resizePlane(entropy, lightness.width, lightness.height);
}

function localDeviation(lightness: Plane): Plane {
  const squares = createPlane(lightness.width, lightness.height);
  for (let i = 0; i < squares.data.length; i++) squares.data[i] = lightness.data[i]! ** 2;
  const mean = boxBlur(lightness, 7);
  const meanSquare = boxBlur(squares, 7);
  for (let i = 0; i < squares.data.length; i++) {
    squares.data[i] = Math.sqrt(Math.max(0, meanSquare.data[i]! - mean.data[i]! ** 2));
  }
  return squares;
}
