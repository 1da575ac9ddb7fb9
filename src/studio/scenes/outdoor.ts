import { shortSide } from '../../ad/geometry.ts';
import { defined } from '../../collections/defined.ts';
import { hexToOklch } from '../../imaging/colour.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';
import { type LightPlan, planLights, withoutGobos } from '../lighting/plan-lights.ts';
import { addSubject } from '../props/add-subject.ts';
import { blend, scaled } from '../renderer/linear-colour.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { drawDeck } from '../scenery/outdoors/deck.ts';
import { dimmed, type Hour, hourOf, lightOf, skyOf } from '../scenery/outdoors/hour.ts';
import { drawMeadow, type LandOptions } from '../scenery/outdoors/land.ts';
import { lawn } from '../scenery/outdoors/lawn.ts';
import { drawSea } from '../scenery/outdoors/sea.ts';
import { paintSky, type Sky } from '../scenery/outdoors/sky.ts';
import { finishBackdrop } from '../staging/finish-backdrop.ts';
import { frameTable, lightingSpaceOf, type View } from '../staging/framing.ts';

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
