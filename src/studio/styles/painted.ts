import type { Size } from '../../ad/geometry.ts';
import { gaussianBlur, resizePlane } from '../../imaging/filter.ts';
import type { OklabPlanes } from '../../imaging/oklab-planes.ts';
import { seededRandom } from '../../imaging/random.ts';
import { createPlane, type Plane } from '../../imaging/raster.ts';
import { type Flow, flowOf } from './flow.ts';
import { alongFlow } from './ink-lines.ts';
import { oilPaint } from './oil-paint.ts';

/**
 * A digital painting: the forms and the light of the picture, laid down with a brush whose bristles are seen, richer
 * in colour and with a soft glow around what is bright.
 *
 * @param work the picture at its working size
 * @param size of the result
 * @param amount 0–1: from a fine brush to a broad one
 */
export function painted(work: OklabPlanes, size: Size, amount: number, seed: number): OklabPlanes {
  const flow = flowOf(work, 2 + 2 * amount);
  const { l, a, b } = oilPaint(work, flow, 2.5 + 3 * amount);
  const { width, height } = l;
  const soft = gaussianBlur(l, 1.1);
  const glow = gaussianBlur(brightOf(l), Math.min(width, height) / 28);
  const bristles = bristlesOf(flow, seed);
  for (let i = 0; i < l.data.length; i++) {
    const level = l.data[i]!;
    const light = (level + 0.9 * (level - soft.data[i]!)) / 100;
    const middle = light * (1 - light);
    // A gentle S-curve, then glow as light that is added.
    const curved = light + 0.35 * middle * (light - 0.5);
    l.data[i] =
      100 * curved +
      (0.25 + 0.35 * amount) * glow.data[i]! * (1 - light) +
      (0.35 + 1.1 * amount) * bristles.data[i]! * (0.2 + 2.4 * middle);
    const rich =
      1 + (0.08 + 0.14 * amount) * Math.exp(-(a.data[i]! * a.data[i]! + b.data[i]! * b.data[i]!) / 170);
    a.data[i]! *= rich;
    b.data[i]! *= rich;
  }
  const enlarged = (plane: Plane): Plane => resizePlane(plane, size.width, size.height);
  return { l: enlarged(l), a: enlarged(a), b: enlarged(b) };
}

/** Lightness above 72, 0–28. */
function brightOf(l: Plane): Plane {
  const bright = createPlane(l.width, l.height);
  for (let i = 0; i < bright.data.length; i++) bright.data[i] = Math.max(0, l.data[i]! - 72);
  return bright;
}

/** Streaks along the flow, mean 0, deviation 1: noise drawn out by the brush (line integral convolution). */
function bristlesOf(flow: Flow, seed: number): Plane {
  const { width, height } = flow.x;
  const random = seededRandom(seed);
  const noise = createPlane(width, height);
  for (let i = 0; i < noise.data.length; i++) noise.data[i] = random() - 0.5;
  const streaks = alongFlow(gaussianBlur(noise, 0.6), flow, 9);
  let power = 0;
  for (const value of streaks.data) power += value * value;
  const gain = 1 / Math.sqrt(power / streaks.data.length + 1e-9);
  for (let i = 0; i < streaks.data.length; i++) streaks.data[i]! *= gain;
  return streaks;
}
