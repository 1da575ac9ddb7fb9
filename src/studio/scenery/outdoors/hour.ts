import type { LightingName } from '../../../ad/scene.ts';
import type { Random } from '../../../imaging/random.ts';
import type { LightPlan } from '../../lighting/plan-lights.ts';
import { blend, hexToLinear, type LinearRgb, oklchToLinear, scaled } from '../../renderer/linear-colour.ts';
import type { BackdropRequest } from '../../scene.ts';
import type { Sky } from './sky.ts';

/** What the light of a request is in the open. */
export type Hour = 'day' | 'low sun' | 'cloudy' | 'night';

export function hourOf({ lighting, darkness }: BackdropRequest): Hour {
  if (darkness > 0.65) return 'night';
  if (lighting === 'sunset' || lighting === 'dawn' || lighting === 'candle') return 'low sun';
  if (lighting === 'overcast') return 'cloudy';
  return darkness > 0.4 ? 'low sun' : 'day';
}

/** There are no windows and no lamps out here. */
export function lightOf({ lighting }: BackdropRequest): LightingName {
  return lighting === 'leaves' || lighting === 'sunset' || lighting === 'dawn' || lighting === 'overcast'
    ? lighting
    : 'sun';
}

/** A terrace by night has the light of its house, no more. */
export function dimmed(plan: LightPlan, share: number): LightPlan {
  const { key, fill } = plan.lights;
  return {
    ...plan,
    lights: { ...plan.lights, key: { ...key, colour: scaled(key.colour, share) }, fill: scaled(fill, share) },
  };
}

/** The sky of an hour, in a breath of the palette's ground. */
export function skyOf(request: BackdropRequest, plan: LightPlan, hour: Hour, random: Random): Sky {
  const ground = hexToLinear(request.palette.background);
  const tint = blend(ground, [1, 1, 1], 0.4);
  const lean = (colour: LinearRgb, share: number): LinearRgb => blend(colour, tint, share);
  // The sun stands beyond the picture's edge, on the side that the light comes from.
  const x = 0.5 + plan.side * (0.56 + 0.12 * random());
  const clouds = 0.35 + 0.5 * random();
  switch (hour) {
    case 'day':
      return {
        zenith: lean(oklchToLinear([0.66, 0.115, 248]), 0.06),
        middle: lean(oklchToLinear([0.79, 0.08, 238]), 0.1),
        low: lean(oklchToLinear([0.93, 0.025, 225]), 0.3),
        sun: [x, 0.9],
        glow: [0.28, 0.26, 0.2],
        clouds,
        cloudLit: [1.02, 1, 0.97],
        cloudShade: [0.56, 0.64, 0.75],
        stars: false,
      };
    case 'low sun': {
      const dawn = request.lighting === 'dawn';
      return {
        zenith: lean(oklchToLinear(dawn ? [0.72, 0.07, 270] : [0.52, 0.09, 285]), 0.08),
        middle: lean(oklchToLinear(dawn ? [0.84, 0.07, 20] : [0.7, 0.12, 30]), 0.1),
        low: lean(oklchToLinear(dawn ? [0.92, 0.07, 70] : [0.83, 0.14, 65]), 0.1),
        sun: [x - plan.side * 0.1, 0.16],
        glow: dawn ? [0.42, 0.27, 0.16] : [0.75, 0.36, 0.11],
        clouds: clouds * 0.9,
        cloudLit: dawn ? [1, 0.8, 0.72] : [1, 0.6, 0.38],
        cloudShade: dawn ? [0.55, 0.5, 0.62] : [0.3, 0.2, 0.32],
        stars: false,
      };
    }
    case 'cloudy':
      return {
        zenith: lean(oklchToLinear([0.78, 0.02, 245]), 0.1),
        middle: lean(oklchToLinear([0.84, 0.014, 240]), 0.15),
        low: lean(oklchToLinear([0.93, 0.008, 230]), 0.25),
        sun: [x, 1],
        glow: [0.04, 0.04, 0.04],
        clouds: 1,
        cloudLit: [0.86, 0.87, 0.88],
        cloudShade: [0.55, 0.58, 0.63],
        stars: false,
      };
    case 'night':
      return {
        zenith: oklchToLinear([0.2, 0.055, 275]),
        middle: oklchToLinear([0.29, 0.075, 268]),
        low: lean(oklchToLinear([0.45, 0.085, 262]), 0.04),
        sun: [x, 0.1],
        glow: [0.1, 0.065, 0.05],
        clouds: 0.3 * clouds,
        cloudLit: [0.13, 0.15, 0.22],
        cloudShade: [0.05, 0.06, 0.11],
        stars: true,
      };
  }
}
