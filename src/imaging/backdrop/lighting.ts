import type { Light, LightingName, SeasonName } from '../../ad/scene.ts';
import { hexToOklch, oklchToHex } from '../colour.ts';
import { blend, hexToLinear, type LinearRgb, linearToHex, lumaOf, scaled, times } from '../linear-colour.ts';
import { type Random, seededRandom, seedFor } from '../random.ts';
import type { Plane } from '../raster.ts';
import { STAND } from '../set/camera.ts';
import { cross, type Gobo, type Lamp, type Lights, unit, type Vector } from '../set/light.ts';
import { createSoftMask } from '../set/soft-mask.ts';
import type { BackdropRequest } from './backdrop.ts';
import { blindsMask, edgeMask, leavesMask, spotMask, windowMask } from './gobo/masks.ts';

/** How a set is lit, and what the compositor is told of it. */
export interface LightPlan {
  readonly lights: Lights;
  readonly light: Light;
  /** −1 = the key light comes from the left, 1 = from the right. */
  readonly side: -1 | 1;
  /** Of the key light, from the set to the lamp. */
  readonly direction: Vector;
}

export interface LightPlace {
  /** Depth of the wall behind, decimetres. */
  readonly wall: number;
  /** Width of the picture at the wall, decimetres. */
  readonly width: number;
  /** Height of the picture's top edge at the wall, decimetres. */
  readonly top: number;
  /** Multiplies the contrast between lit and unlit: 1 = as the lighting has it. */
  readonly drama?: number;
}

/** One kind of lighting, for a wall and a table about 1 metre away. */
interface Setup {
  /** Angle of the light above the floor and away from straight ahead, degrees. */
  readonly elevation: number;
  readonly around: number;
  /** Distance of the lamp and its radius, decimetres. */
  readonly distance: number;
  readonly radius: number;
  /** Light from the lamp and from everywhere: together about 1 where lit. */
  readonly direct: number;
  readonly fill: number;
  readonly warmth: LinearRgb;
  readonly shade: LinearRgb;
  /** Softness told to the compositor. */
  readonly softness: number;
  readonly gobo?: 'window' | 'blinds' | 'leaves' | 'spot' | 'edge';
}

const SETUPS: Readonly<Record<LightingName, Setup>> = {
  window: {
    elevation: 38,
    around: 52,
    distance: 34,
    radius: 0.95,
    direct: 0.66,
    fill: 0.5,
    warmth: [1.07, 1, 0.88],
    shade: [0.97, 1, 1.04],
    softness: 0.4,
    gobo: 'window',
  },
  blinds: {
    elevation: 31,
    around: 50,
    distance: 34,
    radius: 0.9,
    direct: 0.7,
    fill: 0.46,
    warmth: [1.1, 1, 0.83],
    shade: [0.98, 1, 1.03],
    softness: 0.3,
    gobo: 'blinds',
  },
  leaves: {
    elevation: 46,
    around: 46,
    distance: 36,
    radius: 0.8,
    direct: 0.64,
    fill: 0.46,
    warmth: [1.06, 1, 0.88],
    shade: [0.96, 1.01, 1.03],
    softness: 0.35,
    gobo: 'leaves',
  },
  softbox: {
    elevation: 52,
    around: 38,
    distance: 20,
    radius: 6,
    direct: 0.58,
    fill: 0.5,
    warmth: [1.01, 1, 0.98],
    shade: [0.99, 1, 1.02],
    softness: 0.75,
  },
  sun: {
    elevation: 36,
    around: 55,
    distance: 46,
    radius: 0.45,
    direct: 0.78,
    fill: 0.4,
    warmth: [1.1, 1, 0.82],
    shade: [0.93, 1, 1.1],
    softness: 0.15,
    gobo: 'edge',
  },
  spot: {
    elevation: 58,
    around: 26,
    distance: 24,
    radius: 1.6,
    direct: 0.95,
    fill: 0.2,
    warmth: [1.05, 1, 0.9],
    shade: [0.96, 1, 1.06],
    softness: 0.45,
    gobo: 'spot',
  },
  neon: {
    elevation: 34,
    around: 62,
    distance: 16,
    radius: 3,
    direct: 0.62,
    fill: 0.13,
    warmth: [1, 1, 1],
    shade: [0.9, 0.95, 1.25],
    softness: 0.55,
  },
  dawn: {
    elevation: 24,
    around: 56,
    distance: 40,
    radius: 1.2,
    direct: 0.64,
    fill: 0.46,
    warmth: [1.16, 0.97, 0.86],
    shade: [1, 0.98, 1.1],
    softness: 0.5,
    gobo: 'window',
  },
  sunset: {
    elevation: 19,
    around: 60,
    distance: 44,
    radius: 0.8,
    direct: 0.72,
    fill: 0.36,
    warmth: [1.3, 0.95, 0.6],
    shade: [1.06, 0.96, 1.08],
    softness: 0.35,
    gobo: 'window',
  },
  candle: {
    elevation: 33,
    around: 58,
    distance: 11,
    radius: 1,
    direct: 0.72,
    fill: 0.15,
    warmth: [1.36, 0.93, 0.52],
    shade: [1.12, 0.96, 0.86],
    softness: 0.5,
  },
  overcast: {
    elevation: 66,
    around: 30,
    distance: 30,
    radius: 14,
    direct: 0.26,
    fill: 0.78,
    warmth: [0.98, 1, 1.03],
    shade: [0.98, 1, 1.03],
    softness: 0.95,
  },
};

const SEASONS: Readonly<Record<SeasonName, { readonly key: LinearRgb; readonly fill: LinearRgb }>> = {
  spring: { key: [1.03, 0.99, 0.98], fill: [1.02, 0.99, 1.01] },
  summer: { key: [1, 1.01, 1], fill: [0.96, 1.01, 1.05] },
  autumn: { key: [1.07, 0.98, 0.88], fill: [1.04, 0.99, 0.95] },
  winter: { key: [0.98, 1, 1.03], fill: [0.95, 1, 1.08] },
};

/** Colour of a lighting's lamp: 1, 1, 1 = white. */
export const warmthOf = (lighting: LightingName): LinearRgb => SETUPS[lighting].warmth;

/** Where lamps and gobos stand for a request. */
export function planLights(request: BackdropRequest, place: LightPlace): LightPlan {
  const random = seededRandom(seedFor(request.seed, 'light'));
  const setup = SETUPS[request.lighting];
  const side = random() < 0.55 ? -1 : 1;
  const elevation = ((setup.elevation + (random() - 0.5) * 8) * Math.PI) / 180;
  const around = ((setup.around + (random() - 0.5) * 10) * Math.PI) / 180;
  const direction: Vector = [
    side * Math.cos(elevation) * Math.sin(around),
    Math.sin(elevation),
    -Math.cos(elevation) * Math.cos(around),
  ];
  const season = request.season === undefined ? undefined : SEASONS[request.season];
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
  const target: Vector = [0, 1, (STAND + place.wall) / 2];
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
      ...(second === undefined ? {} : { second }),
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
function halo(request: BackdropRequest, place: LightPlace, side: -1 | 1, warm: LinearRgb): Lamp {
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

/** Where a gobo hangs: square to the light, `away` decimetres from the wall towards the lamp. */
interface Hanging {
  readonly at: Vector;
  readonly across: Vector;
  readonly up: Vector;
  readonly width: number;
  /** Where the light that falls on a point of the set passes: from the left and the top, 0–1. */
  spot(point: Vector): readonly [s: number, t: number];
}

function hangAt(aim: Vector, direction: Vector, away: number, width: number, roll: number): Hanging {
  const flat = unit(cross(direction, [0, 1, 0]));
  const upright = unit(cross(flat, direction));
  const cos = Math.cos(roll);
  const sin = Math.sin(roll);
  const mix = (a: Vector, b: Vector, p: number, q: number): Vector => [
    a[0] * p + b[0] * q,
    a[1] * p + b[1] * q,
    a[2] * p + b[2] * q,
  ];
  const across = mix(flat, upright, cos, sin);
  const up = mix(upright, flat, cos, -sin);
  const at = mix(aim, direction, 1, away);
  return {
    at,
    across,
    up,
    width,
    spot(point) {
      const d: Vector = [point[0] - at[0], point[1] - at[1], point[2] - at[2]];
      return [0.5 + dot(d, across) / width, 0.5 - dot(d, up) / width];
    },
  };
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/**
 * Masks between the lamp and the set. Light falls on the place where products stand, and the pattern on the wall
 * keeps away from the lamp's side, which is for words.
 */
function gobosFor(
  setup: Setup,
  place: LightPlace,
  direction: Vector,
  side: -1 | 1,
  random: Random,
): readonly Gobo[] {
  if (setup.gobo === undefined) return [];
  const { wall, width, top } = place;
  const stand: Vector = [0, 1.1, STAND];
  const aside = (share: number): number => -side * share * width;
  const hung = (hanging: Hanging, plane: Plane, leak: number): Gobo => ({
    mask: createSoftMask(plane),
    at: hanging.at,
    across: hanging.across,
    up: hanging.up,
    towardsLamp: direction,
    width: hanging.width,
    leak,
  });
  switch (setup.gobo) {
    case 'window': {
      const aim: Vector = [aside(0.08 + 0.12 * random()), top * (0.4 + 0.08 * random()), wall];
      const hanging = hangAt(aim, direction, 7 + 3 * random(), width * 1.5, side * 0.05);
      const size = (width * (0.42 + 0.1 * random())) / hanging.width;
      const places = [hanging.spot(aim), [...hanging.spot(stand), 1.35] as const];
      return [hung(hanging, windowMask(random, places, size), 0.06)];
    }
    case 'blinds': {
      const aim: Vector = [aside(0.05), top * 0.4, wall];
      const hanging = hangAt(aim, direction, 7 + 3 * random(), width * 1.7, side * (0.05 + 0.1 * random()));
      const places = [hanging.spot([aside(0.14), top * 0.46, wall]), [...hanging.spot(stand), 1.25] as const];
      return [hung(hanging, blindsMask(random, places, (width * 0.66) / hanging.width), 0.1)];
    }
    case 'leaves': {
      const near: Vector = [aside(0.2 + 0.1 * random()), top * (0.66 + 0.1 * random()), wall];
      const far: Vector = [aside(0.3 + 0.1 * random()), top * (0.5 + 0.2 * random()), wall];
      const turn = side < 0 ? 0 : -1.25;
      return [
        hung(
          hangAt(near, direction, 4 + 2 * random(), width * 0.85, turn + 0.3 * random()),
          leavesMask(random),
          0.16,
        ),
        hung(
          hangAt(far, direction, 11 + 4 * random(), width * 1.1, turn + 0.4 + 0.4 * random()),
          leavesMask(random),
          0.34,
        ),
      ];
    }
    case 'spot': {
      const hanging = hangAt([0, 0.6, STAND], direction, 10, 9.5, 0);
      return [hung(hanging, spotMask(), 0.1)];
    }
    case 'edge': {
      const hanging = hangAt([0, top * 0.4, wall], direction, 9 + 5 * random(), width * 2.4, 0);
      const lit = [stand, [aside(-0.2), top * 0.3, wall], [aside(0.3), top * 0.25, wall]] as const;
      const slant = -side * (0.5 + 0.5 * random());
      return [hung(hanging, edgeMask(lit.map(hanging.spot), slant, 0.05 + 0.05 * random()), 0)];
    }
  }
}
