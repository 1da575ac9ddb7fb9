import { shortSide } from '../../ad/geometry.ts';
import type { LightingName } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import { hexToOklch } from '../../imaging/colour.ts';
import { type Random, seededRandom, seedFor } from '../../imaging/random.ts';
import { type LightPlan, planLights, withoutGobos } from '../lighting/plan-lights.ts';
import { oak } from '../materials/oak.ts';
import { paintCoat } from '../materials/paint.ts';
import { addSubject } from '../props/add-subject.ts';
import {
  blend,
  hexToLinear,
  type LinearRgb,
  linearToHex,
  oklchToLinear,
  scaled,
} from '../renderer/linear-colour.ts';
import type { LinearPicture } from '../renderer/linear-picture.ts';
import type { Material } from '../renderer/material.ts';
import { renderRoomWithSolids } from '../renderer/render-room-with-solids.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { drawMeadow, type LandOptions } from '../scenery/outdoors/land.ts';
import { lawn } from '../scenery/outdoors/lawn.ts';
import { drawSea } from '../scenery/outdoors/sea.ts';
import { paintSky, type Sky } from '../scenery/outdoors/sky.ts';
import { finishBackdrop } from '../staging/finish-backdrop.ts';
import { frameTable, lightingSpaceOf, type View } from '../staging/framing.ts';
import { tableTop } from '../staging/surfaces.ts';

/** Under the sky: a wooden deck or a bank of grass in focus, and a meadow with trees, or the sea, behind it. */
export const outdoor = defineScene({
  name: 'outdoor',
  title: { ko: '야외', en: 'the outdoors' },
  description: { ko: '하늘이 보이는 야외', en: 'the outdoors under the sky' },
  effect: { ko: '탁 트여 시원해 보여요', en: 'it feels open and fresh' },
  words: [
    {
      ko: {
        야외: 'outdoors',
        자연: 'nature',
        하늘: 'sky',
        파란하늘: 'blue sky',
        구름: 'clouds',
        바닷속: 'under the sea',
        모래: 'sand',
        호수: 'lake',
        강가: 'riverside',
        소풍: 'picnic',
        피크닉: 'picnic',
        캠핑장: 'campsite',
        돗자리: 'picnic mat',
      },
      en: ['outdoor', 'outside', 'picnic', 'sky'],
    },
    {
      ko: {
        바다: 'sea',
        바닷가: 'by the sea',
        해변: 'beach',
        모래사장: 'sandy beach',
      },
      en: ['sea', 'beach', 'seaside', 'ocean'],
      outlook: 'sea',
    },
    {
      ko: {
        잔디: 'lawn',
        잔디밭: 'lawn',
        풀밭: 'grass',
        초원: 'meadow',
        들판: 'field',
        숲: 'forest',
        숲속: 'in a forest',
        산속: 'in the mountains',
        언덕: 'hill',
        들꽃: 'wild flowers',
        정원: 'garden',
        마당: 'yard',
        공원: 'park',
        산: 'mountain',
        시골: 'countryside',
        농장: 'farm',
        과수원: 'orchard',
        밭: 'field',
      },
      en: ['grass', 'meadow', 'garden', 'field', 'forest', 'park'],
      outlook: 'meadow',
    },
  ],
  materials: ['oak', 'walnut', 'concrete', 'linen'],
  prompt: 'outdoors under an open sky with grass in front',
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'outdoor'));
  const { size, season } = request;
  const view = frameTable(request, random, { blur: 0.004, eye: 0.37, reach: 0.105 });
  const { camera, depth, horizon: edge } = view;
  const hour = hourOf(request);
  const lit = planLights({ ...request, lighting: lightOf(request) }, lightingSpaceOf(camera, depth));
  const plan = request.lighting === 'leaves' ? lit : withoutGobos(lit);
  const sky = skyOf(request, plan, hour, random);
  const picture = paintSky(size, camera.eyeRow, sky, seedFor(request.seed, 'sky'));
  const drawn = season === 'summer' ? random() < 0.6 : season === undefined && random() < 0.3;
  const coast = request.outlook === undefined ? drawn : request.outlook === 'sea';
  const place = landOf(request, view, plan, sky, hour);
  if (coast) drawSea(picture, place, sky.sun[0], scaled(sky.glow, hour === 'day' ? 0.7 : 1.2), random);
  else drawMeadow(picture, place, random);
  const grassy = request.material === undefined && !coast && season !== 'winter' && random() < 0.4;
  if (grassy) {
    lawn(picture, { edge, light: place.light, side: plan.side, autumn: season === 'autumn' }, random);
  } else {
    drawDeck(picture, request, view, hour === 'night' ? dimmed(plan, 0.45) : plan, sky.low);
  }
  const subject = addSubject(request, picture, view, plan);
  return finishBackdrop(request, {
    picture,
    light: plan.light,
    horizon: edge,
    ...subject,
    floor: {
      top: edge + Math.round(0.04 * shortSide(size)),
      bottom: size.height,
      ground: view.ground,
      gloss: grassy ? 0 : 0.08,
    },
    glow: 0.1,
    vignette: 0.16,
  });
}

type Hour = 'day' | 'low sun' | 'cloudy' | 'night';

function hourOf({ lighting, darkness }: BackdropRequest): Hour {
  if (darkness > 0.65) return 'night';
  if (lighting === 'sunset' || lighting === 'dawn' || lighting === 'candle') return 'low sun';
  if (lighting === 'overcast') return 'cloudy';
  return darkness > 0.4 ? 'low sun' : 'day';
}

/** There are no windows and no lamps out here. */
function lightOf({ lighting }: BackdropRequest): LightingName {
  return lighting === 'leaves' || lighting === 'sunset' || lighting === 'dawn' || lighting === 'overcast'
    ? lighting
    : 'sun';
}

/** A terrace by night has the light of its house, no more. */
function dimmed(plan: LightPlan, share: number): LightPlan {
  const { key, fill } = plan.lights;
  return {
    ...plan,
    lights: { ...plan.lights, key: { ...key, colour: scaled(key.colour, share) }, fill: scaled(fill, share) },
  };
}

function skyOf(request: BackdropRequest, plan: LightPlan, hour: Hour, random: Random): Sky {
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

function landOf(
  request: BackdropRequest,
  { camera, horizon }: View,
  plan: LightPlan,
  sky: Sky,
  hour: Hour,
): LandOptions {
  const { key, fill } = plan.lights;
  const share = hour === 'night' ? 0.16 : hour === 'low sun' ? 0.55 : 0.74;
  const own = hour === 'night' ? 0.3 : hour === 'low sun' ? 0.75 : 1;
  const [, accentC, accentH] = hexToOklch(request.palette.accent);
  return {
    horizon: camera.eyeRow,
    edge: horizon,
    side: plan.side,
    ...defined({ season: request.season }),
    light: [
      share * key.colour[0] * 0.8 + own * fill[0],
      share * key.colour[1] * 0.8 + own * fill[1],
      share * key.colour[2] * 0.8 + own * fill[2],
    ],
    haze: blend(sky.low, [0.8, 0.82, 0.85], 0.2),
    flowers: [
      [0.97, 0.01, 90],
      [0.75, Math.min(0.16, accentC), accentH],
      [0.88, 0.13, 95],
    ],
  };
}

/** The deck in front, sharp, with its far edge a little out of focus. In place. */
function drawDeck(
  picture: LinearPicture,
  request: BackdropRequest,
  view: View,
  plan: LightPlan,
  low: LinearRgb,
): void {
  const { camera, depth, horizon } = view;
  const top: Material = tableTop(request, request.material ?? oak, plan);
  const deck = renderRoomWithSolids(
    {
      camera,
      strips: [
        { kind: 'level', y: 0, near: 0, far: depth, material: top },
        {
          kind: 'upright',
          z: depth * 2.5,
          bottom: -1e3,
          top: 1e3,
          material: paintCoat(hexToLinear(linearToHex(low)), 0),
        },
      ],
      lights: plan.lights,
    },
    [],
    view.ground,
  );
  const soft = Math.max(1, 0.0022 * shortSide(camera));
  const from = Math.max(0, Math.floor(horizon - soft));
  for (let y = from; y < camera.height; y++) {
    const share = Math.min(1, Math.max(0, 0.5 + (y + 0.5 - horizon) / (2 * soft)));
    // Above the edge the deck's picture holds the board behind it: its own first row is drawn there instead.
    const row = Math.max(y, Math.ceil(horizon + soft)) * camera.width;
    for (let x = 0; x < camera.width; x++) {
      const i = y * camera.width + x;
      picture.r.data[i]! += (deck.r.data[row + x]! - picture.r.data[i]!) * share;
      picture.g.data[i]! += (deck.g.data[row + x]! - picture.g.data[i]!) * share;
      picture.b.data[i]! += (deck.b.data[row + x]! - picture.b.data[i]!) * share;
    }
  }
}
