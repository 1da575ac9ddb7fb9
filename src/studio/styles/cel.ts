import type { Size } from '../../ad/geometry.ts';
import { gaussianBlur, resizePlane } from '../../imaging/filter.ts';
import type { OklabPlanes } from '../../imaging/oklab-planes.ts';
import { createPlane, type Plane } from '../../imaging/raster.ts';
import { smoothstep } from '../../imaging/smoothstep.ts';
import { contrastOf } from './contrast.ts';
import { flowOf } from './flow.ts';
import { inkLines } from './ink-lines.ts';
import { oilPaint } from './oil-paint.ts';
import { selfGuidedFilter } from './self-guided-filter.ts';

/** L of the ink's middle; it takes on some of the colour under it. */
const INK = 17;

/**
 * Cel animation: light in a few even tones with clean borders, clear colours with cool shadows, and ink outlines.
 *
 * @param work the picture at its working size
 * @param size of the result
 * @param amount 0–1: from thin lines over many tones to bold lines over few
 */
export function cel(work: OklabPlanes, size: Size, amount: number): OklabPlanes {
  const flow = flowOf(work, 2.5);
  const brushed = oilPaint(work, flow, 2.5 + 1.5 * amount);
  const contrast = contrastOf(work);
  const even: OklabPlanes = {
    l: selfGuidedFilter(brushed.l, 9, (0.05 + 0.1 * amount) * contrast),
    a: selfGuidedFilter(brushed.a, 6, 0.03 * contrast),
    b: selfGuidedFilter(brushed.b, 6, 0.03 * contrast),
  };
  const enlarged = (plane: Plane): Plane => resizePlane(plane, size.width, size.height);
  const out = { l: enlarged(even.l), a: enlarged(even.a), b: enlarged(even.b) };
  const ink = enlarged(localContrast(inkLines(brushed, flow, 0.8 + 0.35 * amount), 0.02 * contrast));
  const tones = toneCurve(even.l, Math.round(8 - 3 * amount));
  const thin = 1.15 - 0.35 * amount;
  for (let i = 0; i < out.l.data.length; i++) {
    const light = toneAt(tones, out.l.data[i]!);
    const lifted = light + 5 * Math.sin((Math.PI * light) / 100);
    const dark = 1 - light / 100;
    const line = smoothstep((ink.data[i]! - thin) / 0.9) * (0.55 + 0.4 * amount);
    out.l.data[i] = lifted + (Math.min(INK, lifted) - lifted) * line;
    const square = out.a.data[i]! * out.a.data[i]! + out.b.data[i]! * out.b.data[i]!;
    const keep = (1.03 + (0.12 + 0.2 * amount) * Math.exp(-square / 220)) * (1 - 0.55 * line);
    out.a.data[i] = out.a.data[i]! * keep + 0.9 * dark;
    out.b.data[i] = out.b.data[i]! * keep - 2.4 * dark;
  }
  return out;
}

/** Edges are inked by how much they stand out where they are: faint ones on a plain wall, only strong ones in grass. */
function localContrast(ink: Plane, faint: number): Plane {
  const square = createPlane(ink.width, ink.height);
  for (let i = 0; i < square.data.length; i++) square.data[i] = Math.max(0, ink.data[i]!) ** 2;
  const around = gaussianBlur(square, 9);
  const out = createPlane(ink.width, ink.height);
  for (let i = 0; i < out.data.length; i++)
    out.data[i] = (1.5 * ink.data[i]!) / (faint + 2.2 * Math.sqrt(around.data[i]!));
  return out;
}

/** Output L of every whole input L 0–100. */
type ToneCurve = Float32Array;

/** A staircase whose steps lie where the picture has its tones: one-dimensional k-means over its lightness. */
function toneCurve(l: Plane, count: number): ToneCurve {
  const weights = new Float64Array(101);
  for (const value of l.data) weights[Math.max(0, Math.min(100, Math.round(value)))]! += 1;
  // A large wall shall not have all the tones.
  for (let level = 0; level <= 100; level++) weights[level] = weights[level]! ** 0.4;
  const present = weights.findIndex((weight) => weight > 1.5);
  const last = weights.findLastIndex((weight) => weight > 1.5);
  const span = Math.max(8, last - present);
  let centres = Array.from({ length: count }, (_, k) => present + (span * (k + 0.5)) / count);
  for (let round = 0; round < 16; round++) {
    const sums = centres.map(() => [0, 0] as [number, number]);
    for (let level = 0; level <= 100; level++) {
      const sum = sums[nearest(centres, level)]!;
      sum[0] += weights[level]! * level;
      sum[1] += weights[level]!;
    }
    centres = centres.map((centre, k) => (sums[k]![1] > 0 ? sums[k]![0] / sums[k]![1] : centre));
  }
  centres.sort((p, q) => p - q);
  const curve = new Float32Array(1002);
  for (let i = 0; i < curve.length; i++) {
    const level = i / 10;
    const k = nearest(centres, level);
    const below = level < centres[k]! ? k - 1 : k;
    const from = centres[below];
    const to = centres[below + 1];
    const base =
      from === undefined
        ? centres[0]!
        : to === undefined
          ? centres.at(-1)!
          : from + (to - from) * smoothstep(0.5 + (level - (from + to) / 2) / 1.4);
    curve[i] = base + 0.16 * (level - base);
  }
  return curve;
}

function nearest(centres: readonly number[], level: number): number {
  let best = 0;
  for (let k = 1; k < centres.length; k++) {
    if (Math.abs(centres[k]! - level) < Math.abs(centres[best]! - level)) best = k;
  }
  return best;
}

function toneAt(curve: ToneCurve, level: number): number {
  const at = Math.max(0, Math.min(1000, level * 10));
  const below = at | 0;
  return curve[below]! + (curve[below + 1]! - curve[below]!) * (at - below);
}
