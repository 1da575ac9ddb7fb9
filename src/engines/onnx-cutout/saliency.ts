import { createMatte, type Matte } from '../../imaging/raster.ts';
import { resizeLanczos } from '../../imaging/resize-lanczos.ts';
import type { Rgb } from '../../imaging/rgb.ts';
import type { ModelKind } from './model-kind.ts';

/** A picture as a model takes it: [3, side, side], scaled by its own largest value, then by mean and deviation. */
export function modelInput(picture: Rgb, { side, mean, deviation }: ModelKind): Float32Array {
  const small = resizeLanczos(picture.data, 3, picture, { width: side, height: side });
  const most = Math.max(
    small.reduce((all, value) => Math.max(all, value), 0),
    1e-6,
  );
  const size = side * side;
  const input = new Float32Array(3 * size);
  for (const [channel, middle] of mean.entries()) {
    const spread = deviation[channel] ?? 1;
    for (let i = 0; i < size; i++) {
      input[channel * size + i] = ((small[i * 3 + channel] ?? 0) / most - middle) / spread;
    }
  }
  return input;
}

/**
 * What a model gave, as a matte of the picture's size: stretched from its least to its largest value, cut to bytes,
 * then brought to size.
 *
 * @param output its first side² numbers are the model's map
 */
export function modelMatte(
  output: Float32Array,
  { side, logits }: ModelKind,
  size: Pick<Rgb, 'width' | 'height'>,
): Matte {
  const map = output
    .subarray(0, side * side)
    .map((value) => (logits ? 1 / Math.fround(1 + Math.fround(Math.exp(-value))) : value));
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of map) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const range = Math.fround(most - least);
  // A map without any difference has found nothing.
  const bytes = Uint8Array.from(map, (value) =>
    range > 0 ? Math.trunc(Math.fround(Math.fround(Math.fround(value - least) / range) * 255)) : 0,
  );
  const matte = createMatte(size.width, size.height);
  matte.data.set(resizeLanczos(bytes, 1, { width: side, height: side }, size));
  return matte;
}
