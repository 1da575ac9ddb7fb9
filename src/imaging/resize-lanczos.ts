/** Reach of the filter in pixels of the smaller of the two sizes. */
const LOBES = 3;

/** Bits after the point of the weights, so that eight bits of colour and two of overshoot fit beside them. */
const PRECISION = 32 - 8 - 2;

interface Taps {
  readonly first: number;
  readonly weights: Int32Array;
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI));

const lanczos = (x: number): number => (Math.abs(x) < LOBES ? sinc(x) * sinc(x / LOBES) : 0);

/** For each target position, which source positions it is made of, in fixed point. */
function tapsFor(from: number, to: number): Taps[] {
  const scale = from / to;
  const stretch = Math.max(scale, 1);
  const support = LOBES * stretch;
  return Array.from({ length: to }, (_, i) => {
    const centre = (i + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - support + 0.5));
    const last = Math.min(from, Math.trunc(centre + support + 0.5));
    const weights = Array.from({ length: last - first }, (_, k) =>
      lanczos((k + first - centre + 0.5) / stretch),
    );
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return {
      first,
      weights: Int32Array.from(weights, (weight) => {
        const fixed = (weight / sum) * 2 ** PRECISION;
        return Math.trunc(fixed < 0 ? fixed - 0.5 : fixed + 0.5);
      }),
    };
  });
}

/**
 * Bytes at another size by a Lanczos filter of three lobes, widened when it makes smaller: to the byte what Pillow's
 * `resize(…, LANCZOS)` makes, which models' own preprocessing uses. Across first, then down, with eight bits
 * between.
 *
 * @param channels bytes a pixel, each by itself; alpha is not heeded
 */
export function resizeLanczos(
  bytes: Uint8Array | Uint8ClampedArray,
  channels: number,
  from: { readonly width: number; readonly height: number },
  to: { readonly width: number; readonly height: number },
): Uint8ClampedArray<ArrayBuffer> {
  let pixels = new Uint8ClampedArray(bytes);
  if (to.width !== from.width) pixels = across(pixels, channels, from, tapsFor(from.width, to.width));
  if (to.height !== from.height) pixels = down(pixels, to.width * channels, tapsFor(from.height, to.height));
  return pixels;
}

/** One half of the fixed point's unit: sums begin with it, so that cutting off rounds. Sums stay within 31 bits. */
const HALF = 2 ** (PRECISION - 1);

/** Filters the rows of a picture. */
function across(
  pixels: Uint8ClampedArray,
  channels: number,
  { width, height }: { readonly width: number; readonly height: number },
  taps: readonly Taps[],
): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint8ClampedArray(height * taps.length * channels);
  let to = 0;
  for (let row = 0; row < height; row++) {
    const start = row * width * channels;
    for (let i = 0; i < taps.length; i++) {
      const { first, weights } = taps[i]!;
      for (let c = 0; c < channels; c++) {
        let sum = HALF;
        let at = start + first * channels + c;
        for (let k = 0; k < weights.length; k++, at += channels) sum = (sum + pixels[at]! * weights[k]!) | 0;
        out[to++] = sum >> PRECISION;
      }
    }
  }
  return out;
}

/** Filters the columns, a whole row at a time: bytes are read in the order in which they lie. */
function down(
  pixels: Uint8ClampedArray,
  stride: number,
  taps: readonly Taps[],
): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint8ClampedArray(taps.length * stride);
  const sums = new Int32Array(stride);
  for (let i = 0; i < taps.length; i++) {
    const { first, weights } = taps[i]!;
    sums.fill(HALF);
    for (let k = 0; k < weights.length; k++) {
      const from = (first + k) * stride;
      const weight = weights[k]!;
      for (let x = 0; x < stride; x++) sums[x] = sums[x]! + pixels[from + x]! * weight;
    }
    for (let x = 0; x < stride; x++) out[i * stride + x] = sums[x]! >> PRECISION;
  }
  return out;
}
