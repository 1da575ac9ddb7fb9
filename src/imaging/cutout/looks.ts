import type { Box, Size } from '../../ad/geometry.ts';
import { createPlane, type Plane } from '../raster.ts';
import { resizeLanczos } from '../resize-lanczos.ts';
import type { Rgb } from '../rgb.ts';
import { sampleAt } from './matting/sample-at.ts';

/**
 * A way of showing a photo to a model that takes squares: stretched to one, as it was trained; the same in a mirror, and
 * with its light spread out evenly; from further away; in its own proportions. A model that has understood what it sees
 * says the same of each, and one that guesses does not (test-time augmentation; Ayhan and Berens, MIDL 2018).
 */
export type Look = 'plain' | 'mirrored' | 'contrast' | 'far' | 'proportioned';

/** Room on each side in a look from further away, as a share of the square. */
const MARGIN = 1 / 8;

/** Share of the darkest and of the lightest values that stretching the light does not count. */
const EXTREMES = 0.01;

/**
 * A picture as a model is shown it; where it does not fill the square, its border goes on.
 *
 * @returns side² pixels of three bytes
 */
export function viewOf(picture: Rgb, side: number, look: Look): Uint8Array {
  const place = placeOf(look, side, picture);
  const small = resizeLanczos(picture.data, 3, picture, place);
  if (look === 'plain') return Uint8Array.from(small);
  if (look === 'contrast') return withEvenLight(small);
  const view = new Uint8Array(side * side * 3);
  const within = (at: number, from: number, length: number): number =>
    Math.max(0, Math.min(length - 1, at - from));
  for (let y = 0; y < side; y++) {
    const row = within(y, place.y, place.height) * place.width;
    for (let x = 0; x < side; x++) {
      const column = within(look === 'mirrored' ? side - 1 - x : x, place.x, place.width);
      const from = (row + column) * 3;
      view.set(small.subarray(from, from + 3), (y * side + x) * 3);
    }
  }
  return view;
}

/**
 * What a model found in a view, stretched to the square again.
 *
 * @param map side × side
 * @param picture whose view it was
 */
export function mapOfLook(map: Plane, look: Look, picture: Size): Plane {
  if (look === 'plain' || look === 'contrast') return map;
  const side = map.width;
  const place = placeOf(look, side, picture);
  const out = createPlane(side, side);
  const along = (at: number, from: number, length: number): number =>
    Math.max(0, Math.min(side - 1, from + ((at + 0.5) * length) / side - 0.5));
  for (let y = 0; y < side; y++) {
    const row = along(y, place.y, place.height);
    for (let x = 0; x < side; x++) {
      const column = along(look === 'mirrored' ? side - 1 - x : x, place.x, place.width);
      out.data[y * side + x] = sampleAt(map, column, row);
    }
  }
  return out;
}

/** Where a look shows the picture in its square, in whole pixels. */
function placeOf(look: Look, side: number, { width, height }: Size): Box {
  const ratio = side / Math.max(width, height);
  const [across, down] =
    look === 'proportioned'
      ? [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))]
      : [side, side];
  const margin = look === 'far' ? Math.round(MARGIN * side) : 0;
  return {
    x: margin + ((side - across) >> 1),
    y: margin + ((side - down) >> 1),
    width: across - 2 * margin,
    height: down - 2 * margin,
  };
}

/** Half stretched to its whole range, half with each value as frequent as the others. */
function withEvenLight(view: Uint8ClampedArray): Uint8Array {
  const counts = new Uint32Array(256);
  for (const value of view) counts[value]!++;
  const ranks = new Float32Array(256);
  let [below, low, high] = [0, 0, 255];
  for (let value = 0; value < 256; value++) {
    below += counts[value]! / view.length;
    ranks[value] = 255 * below;
    if (below < EXTREMES) low = value + 1;
    if (below < 1 - EXTREMES) high = value + 1;
  }
  return Uint8Array.from(view, (value) => {
    const stretched = Math.max(0, Math.min(1, (value - low) / Math.max(1, high - low)));
    return Math.round((ranks[value]! + 255 * stretched) / 2);
  });
}

/** How grey a map (0–1) is against what it found: 0 where it is black and white. */
export function doubtIn({ data }: Plane): number {
  let [grey, found] = [0, 0];
  for (const value of data) {
    grey += 4 * value * (1 - value);
    found += value;
  }
  return found === 0 ? 0 : grey / found;
}

/** Intersection over union of two maps (0–1) of one size, 0–1. */
export function agreementOf(one: Plane, other: Plane): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < one.data.length; i++) {
    both += Math.min(one.data[i]!, other.data[i]!);
    either += Math.max(one.data[i]!, other.data[i]!);
  }
  return either === 0 ? 1 : both / either;
}

/**
 * What most looks say of each place.
 *
 * @param maps of one size, at least one
 */
export function medianOf(maps: readonly Plane[]): Plane {
  const [first] = maps;
  if (first === undefined) throw new RangeError('Expected at least one map');
  const out = createPlane(first.width, first.height);
  const values = new Float32Array(maps.length);
  const middle = (maps.length - 1) / 2;
  for (let i = 0; i < out.data.length; i++) {
    for (let k = 0; k < maps.length; k++) values[k] = maps[k]!.data[i]!;
    values.sort();
    out.data[i] = (values[Math.floor(middle)]! + values[Math.ceil(middle)]!) / 2;
  }
  return out;
}
