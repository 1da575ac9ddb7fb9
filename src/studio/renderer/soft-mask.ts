import { gaussianBlur, resizePlane } from '../../imaging/filter.ts';
import type { Plane } from '../../imaging/raster.ts';

/** A mask that can be asked for at any blur: what a gobo throws, softer the farther it is from the wall. */
export interface SoftMask {
  /** Ever softer, each with twice the blur of the one before. */
  readonly levels: readonly Plane[];
  /** Width over height. */
  readonly aspect: number;
}

/** Texels of blur of the second level; the first is as drawn. */
const FIRST_BLUR = 1;

/** @param plane 0–1; what lies outside it is taken to be like its rim */
export function createSoftMask(plane: Plane): SoftMask {
  const levels = [plane];
  let last = plane;
  let done = 0;
  for (let blur = FIRST_BLUR; blur * 6 < Math.min(plane.width, plane.height); blur *= 2) {
    // Blurs add up by their squares; once a level is soft it is kept at half the size.
    const scale = last.width / plane.width;
    const next = gaussianBlur(last, Math.sqrt(blur * blur - done * done) * scale);
    const roomy = blur * scale > 1.7;
    last = roomy ? resizePlane(next, Math.ceil(next.width / 2), Math.ceil(next.height / 2)) : next;
    levels.push(last);
    done = blur;
  }
  return { levels, aspect: plane.width / plane.height };
}

/**
 * @param s from the left, 0–1 of the mask's width
 * @param t from the top, 0–1 of its height
 * @param blur radius of the blur, as a share of its width
 */
export function sampleMask(mask: SoftMask, s: number, t: number, blur: number): number {
  const { levels } = mask;
  const texels = blur * levels[0]!.width;
  // Half a texel of blur is in the first level already, by bilinear sampling.
  const step = texels <= 0.5 ? 0 : Math.log2(texels / FIRST_BLUR) + 1;
  const last = levels.length - 1;
  if (step <= 0) return samplePlane(levels[0]!, s, t);
  if (step >= last) return samplePlane(levels[last]!, s, t);
  const lower = Math.floor(step);
  const from = samplePlane(levels[lower]!, s, t);
  return from + (samplePlane(levels[lower + 1]!, s, t) - from) * (step - lower);
}

/** Bilinear; the rim goes on for ever. */
export function samplePlane(plane: Plane, s: number, t: number): number {
  const { data, width, height } = plane;
  const x = Math.max(0, Math.min(width - 1.001, s * width - 0.5));
  const y = Math.max(0, Math.min(height - 1.001, t * height - 0.5));
  const left = x | 0;
  const top = y | 0;
  const fx = x - left;
  const fy = y - top;
  const i = top * width + left;
  const upper = data[i]! + (data[i + 1]! - data[i]!) * fx;
  const lower = data[i + width]! + (data[i + width + 1]! - data[i + width]!) * fx;
  return upper + (lower - upper) * fy;
}
