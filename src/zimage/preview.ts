import type { Autoencoder } from './autoencoder.ts';
import { type Planes, type RgbPicture, toPlanes } from './planes.ts';
import { VAE_FACTOR } from './vae.ts';

/** Side of a patch of the colour chart in pixels, and patches along each side of it. */
const PATCH = 32;
const ACROSS = 8;

/** Steps of each colour channel: 4³ colours fill the chart. */
const LEVELS = [0, 85, 170, 255] as const;

/** Keeps the fit from leaning on a channel that says nothing. */
const RIDGE = 1e-3;

/**
 * Shows roughly, and at once, what picture latents stand for: a linear map from a place's channels to its colour.
 * The map is measured with the checkpoint's own VAE, from what it makes of a chart of 64 colours.
 */
export class Preview {
  /** [3][channels + 1]: weights of the channels and a constant, for colours of 0–255. */
  readonly #weights: readonly Float64Array[];

  private constructor(weights: readonly Float64Array[]) {
    this.#weights = weights;
  }

  static async measure(autoencoder: Autoencoder): Promise<Preview> {
    const chart = colourChart();
    const latents = await autoencoder.encodeMean(toPlanes(chart));
    const places = latents.height * latents.width;
    const rows = Array.from({ length: places }, (_, place) => features(latents, place));
    return new Preview(
      [0, 1, 2].map((channel) =>
        leastSquares(
          rows,
          rows.map((_, place) => {
            const y = Math.floor(place / latents.width) * VAE_FACTOR;
            const x = (place % latents.width) * VAE_FACTOR;
            return chart.data[(y * chart.width + x) * 3 + channel]!;
          }),
        ),
      ),
    );
  }

  /** One pixel for each place of the latents. */
  show({ channels, height, width, data }: Planes): RgbPicture {
    const places = height * width;
    const pixels = new Uint8ClampedArray(places * 3);
    const sums = new Float64Array(places);
    for (const [colour, weights] of this.#weights.entries()) {
      sums.fill(weights[channels]!);
      for (let channel = 0; channel < channels; channel++) {
        const weight = weights[channel]!;
        const start = channel * places;
        for (let place = 0; place < places; place++) sums[place]! += weight * data[start + place]!;
      }
      for (let place = 0; place < places; place++) pixels[place * 3 + colour] = sums[place]!;
    }
    return { width, height, data: new Uint8Array(pixels.buffer) };
  }
}

/** The channels at one place, and 1 for the constant. */
function features({ channels, height, width, data }: Planes, place: number): Float64Array {
  const row = new Float64Array(channels + 1);
  for (let channel = 0; channel < channels; channel++) row[channel] = data[channel * height * width + place]!;
  row[channels] = 1;
  return row;
}

function colourChart(): RgbPicture {
  const side = PATCH * ACROSS;
  const data = new Uint8Array(side * side * 3);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const patch = Math.floor(y / PATCH) * ACROSS + Math.floor(x / PATCH);
      // 37 shares no factor with 64: neighbours differ in every channel.
      const colour = (patch * 37) % (ACROSS * ACROSS);
      for (let channel = 0; channel < 3; channel++) {
        data[(y * side + x) * 3 + channel] = LEVELS[Math.floor(colour / 4 ** channel) % 4]!;
      }
    }
  }
  return { width: side, height: side, data };
}

/** Weights w that make `rows · w` closest to `wanted`, by the normal equations with a small ridge. */
function leastSquares(rows: readonly Float64Array[], wanted: readonly number[]): Float64Array {
  const size = rows[0]!.length;
  const system = Array.from({ length: size }, (_, i) => {
    const line = new Float64Array(size + 1);
    line[i] = RIDGE * rows.length;
    return line;
  });
  for (const [r, row] of rows.entries()) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) system[i]![j]! += row[i]! * row[j]!;
      system[i]![size]! += row[i]! * wanted[r]!;
    }
  }
  return solve(system);
}

/** Gaussian elimination; the matrix is positive definite, so no pivot is 0. The last column is the right side. */
function solve(system: readonly Float64Array[]): Float64Array {
  const size = system.length;
  for (let i = 0; i < size; i++) {
    for (let k = i + 1; k < size; k++) {
      const factor = system[k]![i]! / system[i]![i]!;
      for (let j = i; j <= size; j++) system[k]![j]! -= factor * system[i]![j]!;
    }
  }
  const solution = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    let rest = system[i]![size]!;
    for (let j = i + 1; j < size; j++) rest -= system[i]![j]! * solution[j]!;
    solution[i] = rest / system[i]![i]!;
  }
  return solution;
}
