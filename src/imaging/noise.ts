import { createNoise2D, createNoise3D } from 'simplex-noise';
import { seededRandom } from './random.ts';

/**
 * Smooth random functions of the plane and of space. One octave has features about one unit apart; every
 * result is in −1…1 unless said otherwise, with mean near 0.
 *
 * `footprint` is the width, in the same units as the coordinates, of what one sample stands for (one pixel, seen
 * in perspective). Octaves finer than it fade out before they could alias.
 */
export interface Noise {
  value2(x: number, y: number): number;
  value3(x: number, y: number, z: number): number;
  /** Octaves of halving size, each half as strong as the one before. */
  fbm2(x: number, y: number, octaves: number, footprint?: number): number;
  fbm3(x: number, y: number, z: number, octaves: number, footprint?: number): number;
  /** Thin bright lines where the octaves cross zero: 0 between the lines, up to 1 on them (Musgrave). */
  ridged2(x: number, y: number, octaves: number, footprint?: number): number;
  /** fbm2 at a place that other fbm moves by up to `strength` units: flowing, marbled shapes (Quilez). */
  warped2(x: number, y: number, octaves: number, strength: number, footprint?: number): number;
}

/** The share of an octave with features `size` apart that survives averaging over `footprint`. */
function octaveShare(size: number, footprint: number): number {
  const ratio = footprint / size;
  if (ratio <= 0.25) return 1;
  return ratio >= 0.75 ? 0 : (0.75 - ratio) * 2;
}

/** Octaves are turned against each other, so that their lattices never line up: cos and sin of 37°. */
const TURN_C = 0.7986355;
const TURN_S = 0.601815;

/** @param seed any whole number; the same seed gives the same functions */
export function createNoise(seed: number): Noise {
  const random = seededRandom(seed);
  const value2 = createNoise2D(random);
  const value3 = createNoise3D(random);

  const fbm2 = (x: number, y: number, octaves: number, footprint = 0): number => {
    let sum = 0;
    let reach = 0;
    let weight = 1;
    let size = 1;
    let u = x;
    let v = y;
    for (let octave = 0; octave < octaves; octave++) {
      const share = octaveShare(size, footprint);
      reach += weight;
      if (share > 0) sum += weight * share * value2(u, v);
      const turned = (u * TURN_C - v * TURN_S) * 2 + 19.19;
      v = (u * TURN_S + v * TURN_C) * 2 + 7.31;
      u = turned;
      weight *= 0.5;
      size *= 0.5;
    }
    return sum / reach;
  };

  const fbm3 = (x: number, y: number, z: number, octaves: number, footprint = 0): number => {
    let sum = 0;
    let reach = 0;
    let weight = 1;
    let scale = 1;
    for (let octave = 0; octave < octaves; octave++) {
      const share = octaveShare(1 / scale, footprint);
      reach += weight;
      if (share > 0) {
        sum += weight * share * value3(x * scale + 19.19 * octave, y * scale, z * scale - 7.31 * octave);
      }
      weight *= 0.5;
      scale *= 2;
    }
    return sum / reach;
  };

  const ridged2 = (x: number, y: number, octaves: number, footprint = 0): number => {
    let sum = 0;
    let reach = 0;
    let weight = 1;
    let size = 1;
    let above = 1;
    let u = x;
    let v = y;
    for (let octave = 0; octave < octaves; octave++) {
      const share = octaveShare(size, footprint);
      reach += weight;
      if (share > 0) {
        const ridge = 1 - Math.abs(value2(u, v));
        const line = ridge * ridge * ridge * above;
        sum += weight * share * line;
        above = line < 0.5 ? line * 2 : 1;
      }
      const turned = (u * TURN_C - v * TURN_S) * 2 + 19.19;
      v = (u * TURN_S + v * TURN_C) * 2 + 7.31;
      u = turned;
      weight *= 0.5;
      size *= 0.5;
    }
    return sum / reach;
  };

  const warped2 = (x: number, y: number, octaves: number, strength: number, footprint = 0): number => {
    const dx = fbm2(x + 5.2, y + 1.3, 2);
    const dy = fbm2(x - 3.7, y + 9.1, 2);
    return fbm2(x + strength * dx, y + strength * dy, octaves, footprint);
  };

  return { value2, value3, fbm2, fbm3, ridged2, warped2 };
}
