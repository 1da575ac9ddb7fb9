import type { Light } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import { hexToOklch, oklchToHex } from '../../imaging/colour.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';
import { PRODUCT_DEPTH } from '../renderer/camera.ts';
import { type Gobo, type Lamp, type Lights, unit, type Vector } from '../renderer/light.ts';
import {
  blend,
  hexToLinear,
  type LinearRgb,
  linearToHex,
  lumaOf,
  scaled,
  times,
} from '../renderer/linear-colour.ts';
import type { BackdropRequest } from '../scene.ts';
import { gobosFor, type LightingSpace } from './gobo/place-gobos.ts';
import { LIGHT_SETUPS, SEASON_LIGHTS } from './light-setups.ts';

/** How a set is lit, and what the compositor is told of it. */
export interface LightPlan {
  readonly lights: Lights;
  readonly light: Light;
  /** −1 = the key light comes from the left, 1 = from the right. */
  readonly side: -1 | 1;
  /** Of the key light, from the set to the lamp. */
  readonly direction: Vector;
}

/** Where lamps and gobos stand for a request. */
export function planLights(request: BackdropRequest, place: LightingSpace): LightPlan {
  const random = seededRandom(seedFor(request.seed, 'light'));
  const setup = LIGHT_SETUPS[request.lighting];
  const side = random() < 0.55 ? -1 : 1;
  const elevation = ((setup.elevation + (random() - 0.5) * 8) * Math.PI) / 180;
  const around = ((setup.azimuth + (random() - 0.5) * 10) * Math.PI) / 180;
  const direction: Vector = [
    side * Math.cos(elevation) * Math.sin(around),
    Math.sin(elevation),
    -Math.cos(elevation) * Math.cos(around),
  ];
  const season = request.season === undefined ? undefined : SEASON_LIGHTS[request.season];
  const { darkness } = request;
  const drama = place.drama ?? 1;
  // Lamps that belong to the night stay bright in it.
  const nightly = request.lighting === 'spot' || request.lighting === 'candle' || request.lighting === 'neon';
  const direct = setup.direct * drama * (1 - (nightly ? 0.3 : 0.6) * darkness);
  const ambient = (setup.fill / drama) * (1 - 0.78 * darkness);
  const night: LinearRgb = blend(
    [1, 1, 1],
    [0.84, 0.95, 1.22],
    0.75 * darkness * (setup.warmth[2] < 0.7 ? 0.4 : 1),
  );
  const keyTint = lit(season === undefined ? setup.warmth : times(setup.warmth, season.key));
  const shade = lit(season === undefined ? setup.shade : times(setup.shade, season.fill));
  const accent = request.lighting === 'neon' ? neonTints(request) : undefined;
  const target: Vector = [0, 1, (PRODUCT_DEPTH + place.wall) / 2];
  // Half way between what the wall and the table get of it.
  const share = 0.62 * direction[1] - 0.38 * direction[2];
  const lamp = (towards: Vector, colour: LinearRgb, strength: number, gobos: readonly Gobo[]): Lamp => ({
    at: [
      target[0] + towards[0] * setup.distance,
      target[1] + towards[1] * setup.distance,
      target[2] + towards[2] * setup.distance,
    ],
    radius: setup.radius,
    colour: scaled(colour, strength / share),
    reach: setup.distance * setup.distance,
    gobos,
  });
  const key = lamp(
    direction,
    accent?.key ?? keyTint,
    direct,
    gobosFor(setup, place, direction, side, random),
  );
  const second =
    accent !== undefined
      ? lamp(unit([-side * 0.85, 0.42, -0.35]), accent.second, direct * 0.8, [])
      : request.darkness > 0.35
        ? halo(request, place, side, keyTint)
        : undefined;
  return {
    lights: {
      key,
      ...defined({ second }),
      fill: scaled(times(times(shade, bounced(request)), night), ambient),
      fillFrom: unit([side * 0.5, 0.6, -0.6]),
      fillSides: 0.3,
    },
    light: {
      azimuth: Math.atan2(direction[1], direction[0]),
      elevation: Math.asin(direction[1]),
      softness: setup.softness,
      tint: linearToHex(scaled(accent?.key ?? keyTint, 0.8)),
    },
    side,
    direction,
  };
}

/** Light from everywhere has met the walls, and carries some of their colour. */
function bounced({ palette }: BackdropRequest): LinearRgb {
  const [l, chroma, hue] = hexToOklch(palette.background);
  const walls = lit(hexToLinear(oklchToHex([Math.max(0.6, l), Math.min(0.08, chroma), hue])));
  return lit(blend([1, 1, 1], walls, 0.45));
}

/** The same lamps with nothing before them: for sets that make their own pattern. */
export const withoutGobos = (plan: LightPlan): LightPlan => ({
  ...plan,
  lights: { ...plan.lights, key: { ...plan.lights.key, gobos: [] } },
});

/** Same colour with luminance 1. */
function lit(colour: LinearRgb): LinearRgb {
  return scaled(colour, 1 / lumaOf(colour));
}

function neonTints(request: BackdropRequest): { readonly key: LinearRgb; readonly second: LinearRgb } {
  const [, , hue] = hexToOklch(request.palette.accent);
  const tube = (h: number): LinearRgb => {
    const colour = hexToLinear(oklchToHex([0.68, 0.2, (h + 360) % 360]));
    return scaled(colour, 1 / Math.max(0.3, lumaOf(colour)));
  };
  return { key: tube(hue), second: tube(hue + (hue > 180 && hue < 340 ? -85 : 150)) };
}

/** In the dark a lamp close to the wall, out of the picture, parts the product from the ground. */
function halo(request: BackdropRequest, place: LightingSpace, side: -1 | 1, warm: LinearRgb): Lamp {
  const [, chroma, hue] = hexToOklch(request.palette.accent);
  const [pale] = hexToOklch(request.palette.background);
  const tint = blend(warm, lit(hexToLinear(oklchToHex([0.72, Math.min(0.1, chroma), hue]))), 0.35);
  const away = 0.36 * place.width;
  return {
    at: [-side * 0.06 * place.width, place.top * 0.36 + away * 0.7, place.wall - away],
    radius: 1.6,
    // A pale wall needs little of it.
    colour: scaled(tint, (0.2 + 0.75 * request.darkness) * Math.min(1, Math.max(0.22, 1.35 - 1.25 * pale))),
    reach: away * away * 1.3,
    gobos: [],
  };
}
