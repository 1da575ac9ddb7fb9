import type { Box } from '../../../ad/geometry.ts';
import { resizeRaster } from '../../filter.ts';
import type { Raster } from '../../raster.ts';
import { PANORAMA } from '../examine-photo.ts';
import { type Lines, linesFrom, medianColour } from './lines.ts';

/** Lines of the strip at which it is looked through. */
const HEIGHT = 64;

/** Share of the strongest place up to which the subject reaches, and the room that it is left on both sides, in heights. */
const REACH = 0.18;
const ROOM = 0.35;

/** Least and most of the crop's length, in heights. */
const [LEAST, MOST] = [0.8, 2.4];

/**
 * The part of a panorama that shows something: where its colours stand out from those that most of it has.
 *
 * @returns undefined for a picture that is none, and for one that is alike all over
 */
export function findSubject(photo: Raster): Box | undefined {
  const { width, height } = photo;
  const [longer, shorter] = [Math.max(width, height), Math.min(width, height)];
  if (longer < PANORAMA * shorter) return undefined;
  const scale = Math.min(1, HEIGHT / shorter);
  const small = resizeRaster(
    photo,
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  const whole = { x: 0, y: 0, width: small.width, height: small.height };
  const lines = linesFrom(small, whole, width > height ? 'left' : 'top');
  const found = stretchOf(smoothed(contrastAlong(small, lines), lines.length / 8), lines.length);
  if (found === undefined) return undefined;
  const from = Math.floor(found.from / scale);
  const length = Math.min(longer - from, Math.ceil((found.to - found.from) / scale));
  return width > height ? { x: from, y: 0, width: length, height } : { x: 0, y: from, width, height: length };
}

/** How far each line is from the colours of its neighbourhood's middle: mean difference to the picture's own along it. */
function contrastAlong(small: Raster, lines: Lines): Float64Array {
  const { data } = small;
  // The colour that most of the panorama has at this height: sky above, ground below.
  const across: Lines = { count: lines.length, length: lines.count, at: (line, i) => lines.at(i, line) };
  const usual = Array.from({ length: lines.length }, (_, i) => medianColour(small, across, i));
  return Float64Array.from({ length: lines.count }, (_, line) => {
    let sum = 0;
    for (let i = 0; i < lines.length; i++) {
      const at = lines.at(line, i);
      const [r, g, b] = usual[i]!;
      sum += Math.abs(data[at]! - r) + Math.abs(data[at + 1]! - g) + Math.abs(data[at + 2]! - b);
    }
    return sum / lines.length;
  });
}

function smoothed(values: Float64Array, reach: number): Float64Array {
  return values.map((_, i) => {
    const window = values.subarray(Math.max(0, Math.round(i - reach)), Math.round(i + reach) + 1);
    return window.reduce((sum, value) => sum + value, 0) / window.length;
  });
}

/** Mean difference below which nothing stands out, summed over three channels of 0–255. */
const FAINT = 12;

function stretchOf(
  contrast: Float64Array,
  height: number,
): { readonly from: number; readonly to: number } | undefined {
  const strongest = contrast.reduce((best, value, i) => (value > contrast[best]! ? i : best), 0);
  const peak = contrast[strongest]!;
  if (peak < FAINT) return undefined;
  let [from, to] = [strongest, strongest + 1];
  while (from > 0 && contrast[from - 1]! > REACH * peak) from--;
  while (to < contrast.length && contrast[to]! > REACH * peak) to++;
  const length = Math.min(contrast.length, Math.max(LEAST * height, to - from + 2 * ROOM * height));
  const room = Math.min(length, MOST * height);
  const middle = to - from > room ? strongest : (from + to) / 2;
  const start = Math.max(0, Math.min(contrast.length - room, middle - room / 2));
  return { from: start, to: start + room };
}
