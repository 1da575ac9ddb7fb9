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
  let pixels = Uint8ClampedArray.from(bytes);
  if (to.width !== from.width) {
    pixels = along(pixels, tapsFor(from.width, to.width), {
      lines: from.height,
      lineFrom: from.width * channels,
      lineTo: to.width * channels,
      step: channels,
      channels,
    });
  }
  if (to.height !== from.height) {
    pixels = along(pixels, tapsFor(from.height, to.height), {
      lines: 1,
      lineFrom: 0,
      lineTo: 0,
      step: to.width * channels,
      channels: to.width * channels,
    });
  }
  return pixels;
}

/** Filters along one axis: `step` bytes apart, `channels` neighbours alike. */
function along(
  pixels: Uint8ClampedArray,
  taps: readonly Taps[],
  {
    lines,
    lineFrom,
    lineTo,
    step,
    channels,
  }: { lines: number; lineFrom: number; lineTo: number; step: number; channels: number },
): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint8ClampedArray(lines === 1 ? taps.length * step : lines * lineTo);
  const half = 2 ** (PRECISION - 1);
  for (let line = 0; line < lines; line++) {
    for (const [i, { first, weights }] of taps.entries()) {
      for (let c = 0; c < channels; c++) {
        let sum = half;
        let at = line * lineFrom + first * step + c;
        for (let k = 0; k < weights.length; k++, at += step) sum += pixels[at]! * weights[k]!;
        out[line * lineTo + i * step + c] = sum >> PRECISION;
      }
    }
  }
  return out;
}
