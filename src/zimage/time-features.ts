import { TIME_FEATURES } from './transformer.ts';

/**
 * A time as the transformer reads it: 128 cosines, then 128 sines, of time · scale · 10000^(−k/128).
 *
 * @param time 0 (noise) – 1 (picture)
 */
export function timeFeatures(time: number, scale: number): Float32Array {
  const half = TIME_FEATURES / 2;
  const features = new Float32Array(TIME_FEATURES);
  for (let k = 0; k < half; k++) {
    const frequency = Math.fround(Math.exp(Math.fround((-Math.log(10_000) * k) / half)));
    const angle = Math.fround(Math.fround(time * scale) * frequency);
    features[k] = Math.cos(angle);
    features[half + k] = Math.sin(angle);
  }
  return features;
}
