import type { ModelKind } from './model-kind.ts';

/**
 * A picture as a model takes it: [3, side, side], scaled by its own largest value, then by mean and deviation.
 *
 * @param view side² pixels of three bytes
 */
export function modelInput(view: Uint8Array, { side, mean, deviation }: ModelKind): Float32Array {
  const max = Math.max(
    view.reduce((all, value) => Math.max(all, value), 0),
    1e-6,
  );
  const size = side * side;
  const input = new Float32Array(3 * size);
  for (const [channel, middle] of mean.entries()) {
    const spread = deviation[channel] ?? 1;
    for (let i = 0; i < size; i++) {
      input[channel * size + i] = ((view[i * 3 + channel] ?? 0) / max - middle) / spread;
    }
  }
  return input;
}

/**
 * A map that nowhere reaches this has found nothing: on blank paper of any colour U²-Net's small model gives 0.003 at
 * most, on photos of products 0.99. Stretched, that would be a product.
 */
const FOUND = 0.1;

/**
 * What a model gave, stretched from its least to its largest value and cut to bytes, as rembg does.
 *
 * @param output its first side² numbers are the model's map
 * @returns side² bytes, all zero where nothing was found
 */
export function modelMap(output: Float32Array, { side, logits }: ModelKind): Uint8Array {
  const map = output
    .subarray(0, side * side)
    .map((value) => (logits ? 1 / Math.fround(1 + Math.fround(Math.exp(-value))) : value));
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of map) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const range = Math.fround(max - min);
  const foundAny = range > 0 && max >= FOUND;
  return Uint8Array.from(map, (value) =>
    foundAny ? Math.trunc(Math.fround(Math.fround(Math.fround(value - min) / range) * 255)) : 0,
  );
}
