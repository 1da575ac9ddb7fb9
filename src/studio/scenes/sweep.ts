import { defined } from '../../collections/defined.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';
import { type LightPlan, planLights } from '../lighting/plan-lights.ts';
import { paintCoat } from '../materials/paint.ts';
import { createSubject } from '../props/create-subject.ts';
import { depthAt, rowOf } from '../renderer/camera.ts';
import type { Lamp, Lights } from '../renderer/light.ts';
import { oklchToLinear, scaled } from '../renderer/linear-colour.ts';
import type { Material } from '../renderer/material.ts';
import { renderRoomWithSolids } from '../renderer/render-room-with-solids.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { contrastingLightness, deepened } from '../staging/contrasting-lightness.ts';
import { finishBackdrop } from '../staging/finish-backdrop.ts';
import { frameTable, lightingSpaceOf, type View } from '../staging/framing.ts';
import { groundLightness, tableTop } from '../staging/surfaces.ts';

/** A seamless roll of paper: floor and wall are one, and the light alone makes the picture. */
export const sweep = defineScene({
  name: 'sweep',
  title: { ko: '깨끗한 배경지', en: 'a seamless sweep' },
  description: { ko: '이음새 없는 배경지', en: 'a seamless paper sweep' },
  effect: { ko: '시선이 상품에만 머물러요', en: 'nothing distracts from the product' },
  words: [
    {
      ko: {
        무지: 'plain backdrop',
        무지배경: 'plain backdrop',
        단색: 'single-colour backdrop',
        단색배경: 'single-colour backdrop',
        깔끔한배경: 'clean backdrop',
        흰배경: 'white backdrop',
        하얀배경: 'white backdrop',
        화이트배경: 'white backdrop',
        배경지: 'paper backdrop',
        호리존: 'seamless studio sweep',
        누끼: 'plain backdrop',
        여백: 'plenty of empty space',
      },
      en: [
        'plain background',
        'plain backdrop',
        'seamless',
        'solid background',
        'white background',
        'studio background',
        'clean background',
      ],
    },
  ],
  materials: ['plaster', 'concrete', 'linen', 'kraft', 'hanji'],
  prompt: 'on a seamless {ground} studio sweep',
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'sweep'));
  const view = frameTable(request, random, { blur: 0.003, eye: 0.44, reach: 0.1 });
  const { camera } = view;
  const wall = depthAt(camera, view.horizon) + 1.5;
  const plan = planLights(request, lightingSpaceOf(camera, wall));
  const radius = 2.6 + 1.6 * random();
  const material = paper(request, plan);
  const subject = createSubject(request, camera, 0, plan.side);
  const picture = renderRoomWithSolids(
    {
      camera,
      strips: [
        { kind: 'level', y: 0, near: 0, far: wall - radius, material },
        { kind: 'cove', y: 0, z: wall, radius, material },
        {
          kind: 'upright',
          z: wall,
          bottom: radius,
          top: 1e3,
          // One roll: it goes on where the quarter round ends.
          start: wall - radius + (Math.PI / 2) * radius - radius,
          material,
        },
      ],
      lights: withGlow(request, plan, view, wall),
    },
    subject?.solids ?? [],
    view.ground,
  );
  // The eye takes the place where the paper has turned by a third for the horizon.
  const turn = Math.PI / 6;
  const horizon = rowOf(camera, radius * (1 - Math.cos(turn)), wall - radius + radius * Math.sin(turn));
  return finishBackdrop(request, {
    picture,
    light: plan.light,
    horizon: Math.round(horizon),
    ...defined({ subject: subject?.box }),
    floor: {
      top: Math.round(horizon + 0.02 * camera.height),
      bottom: camera.height,
      ground: view.ground,
      gloss: 0.06,
    },
    vignette: 0.2,
  });
}

/** Paper in the palette's ground colour, or a roll of the material asked for. */
function paper(request: BackdropRequest, plan: LightPlan): Material {
  const { material } = request;
  if (material !== undefined) return tableTop(request, material, plan);
  const tone = deepened(request.palette.background, contrastingLightness(groundLightness(request), request));
  return paintCoat(oklchToLinear(tone), 0.5);
}

/** A second lamp throws a round glow on the paper behind the product. */
function withGlow(request: BackdropRequest, plan: LightPlan, view: View, wall: number): Lights {
  if (plan.lights.second !== undefined) return plan.lights;
  const { key, fill } = plan.lights;
  const place = lightingSpaceOf(view.camera, wall);
  const away = 0.42 * place.width;
  const glow: Lamp = {
    at: [plan.side * 0.1 * place.width, place.top * 0.34 + away * 0.5, wall - away],
    radius: 2,
    colour: scaled(key.colour, 0.3 - 0.1 * request.darkness),
    reach: away * away,
    gobos: [],
  };
  return { ...plan.lights, second: glow, fill: scaled(fill, 0.76) };
}
