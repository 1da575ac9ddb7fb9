import { fromLinear } from '../../src/imaging/colour.ts';
import { seededRandom } from '../../src/imaging/random.ts';
import type { Scene } from './scene-file.ts';

/**
 * From light to a photograph: exposure, white balance, glow round highlights, darker corners, film curve and grain.
 *
 * @param light linear, 3 numbers a pixel
 * @returns sRGB bytes, 3 a pixel
 */
export function develop(light: Float32Array, { width, height, finish, seed }: Scene): Uint8Array {
  const gains = finish.white.map((part) => (finish.exposure * finish.white[1]) / part);
  const exposed = light.map((value, i) => value * gains[i % 3]!);
  const glow = spread(exposed, width, height, Math.max(2, Math.round(height / 90)));
  const random = seededRandom(seed);
  const bytes = new Uint8Array(exposed.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fx = (2 * x) / width - 1;
      const fy = (2 * y) / height - 1;
      const corner = 1 - finish.vignette * Math.min(1, (fx * fx + fy * fy) / 2) ** 1.4;
      const grey = gaussian(random);
      for (let i = 0; i < 3; i++) {
        const at = (y * width + x) * 3 + i;
        const mixed = exposed[at]! + (glow[at]! - exposed[at]!) * finish.glow;
        const shown = film(mixed * corner);
        const grain = finish.grain * (0.8 * grey + 0.5 * gaussian(random)) * (0.5 + 2 * shown * (1 - shown));
        bytes[at] = Math.max(0, Math.min(255, Math.round(shown * 255 + grain)));
      }
    }
  }
  return bytes;
}

/** A photograph's curve: a little contrast in the middle, and highlights that never clip hard. Encoded 0–1. */
function film(light: number): number {
  const knee = 0.55;
  const rolled = light <= knee ? light : knee + (1 - knee) * (1 - Math.exp(-(light - knee) / (1 - knee)));
  const encoded = fromLinear(Math.max(0, rolled));
  return encoded + 0.1 * encoded * (1 - encoded) * (2 * encoded - 1);
}

/** Three box filters in a row, close to a Gaussian with standard deviation `radius`. */
function spread(light: Float32Array, width: number, height: number, radius: number): Float32Array {
  let from = light;
  for (let pass = 0; pass < 3; pass++) {
    from = boxes(from, width, height, 3, width * 3, radius);
    from = boxes(from, height, width, width * 3, 3, radius);
  }
  return from;
}

function boxes(
  from: Float32Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
  radius: number,
): Float32Array {
  const to = new Float32Array(from.length);
  const clamp = (i: number): number => Math.max(0, Math.min(length - 1, i));
  for (let line = 0; line < lines; line++) {
    for (let channel = 0; channel < 3; channel++) {
      const start = line * lineStep + channel;
      let sum = 0;
      for (let i = -radius; i <= radius; i++) sum += from[start + clamp(i) * step]!;
      for (let i = 0; i < length; i++) {
        to[start + i * step] = sum / (2 * radius + 1);
        sum += from[start + clamp(i + radius + 1) * step]! - from[start + clamp(i - radius) * step]!;
      }
    }
  }
  return to;
}

/** Near enough to a normal distribution for grain. */
const gaussian = (random: () => number): number => (random() + random() + random() - 1.5) * 2;
