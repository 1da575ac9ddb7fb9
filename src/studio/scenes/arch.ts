import { defined } from '../../collections/defined.ts';
import { hexToOklch } from '../../imaging/colour.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';
import { planLights } from '../lighting/plan-lights.ts';
import { paintCoat } from '../materials/paint.ts';
import { plaster } from '../materials/plaster.ts';
import { createSubject } from '../props/create-subject.ts';
import { columnOf, depthAt, PRODUCT_DEPTH, rowOf } from '../renderer/camera.ts';
import { lathe } from '../renderer/lathe.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import { niche } from '../renderer/niche.ts';
import { renderRoomWithSolids } from '../renderer/render-room-with-solids.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { contrastingLightness, deepened, deepenedHex } from '../staging/contrasting-lightness.ts';
import { finishBackdrop } from '../staging/finish-backdrop.ts';
import { frameTable, lightingSpaceOf } from '../staging/framing.ts';
import { groundLightness, plasteredWall, tableTop } from '../staging/surfaces.ts';

/** A wall with round-headed niches: one frames the product, at times with a smaller one beside it. */
export const arch = defineScene({
  name: 'arch',
  title: { ko: '아치 벽', en: 'an arch' },
  description: { ko: '아치 벽', en: 'an arched niche' },
  effect: { ko: '아치가 상품을 감싸 단정해 보여요', en: 'the arch frames the product neatly' },
  words: [
    {
      ko: {
        아치: 'arch',
        아치형: 'arched niche',
        아치문: 'arched doorway',
        니치: 'wall niche',
        벽감: 'wall niche',
      },
      en: ['arched', 'niche', 'archway'],
    },
  ],
  materials: ['plaster', 'terrazzo', 'marble', 'concrete'],
  prompt: 'before an arched niche of {surface}',
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'arch'));
  const stepped = random() < 0.5;
  const lift = stepped ? 0.28 : 0;
  const view = frameTable(request, random, { blur: 0.004, eye: 0.42, reach: 0.1, lift, ground: 0.81 });
  const { camera } = view;
  const wall = depthAt(camera, view.horizon);
  const place = lightingSpaceOf(camera, wall);
  const plan = planLights(request, place);
  const [, accentC, accentH] = hexToOklch(request.palette.accent);
  const base = contrastingLightness(groundLightness(request), request);
  const [, c, h] = deepened(request.palette.background, base);
  // What is in the niche leans to the accent, and stands apart from the product.
  const deep = contrastingLightness(base > 0.6 ? base - 0.08 : base + 0.05, request);
  const tinted = random() < 0.6;
  const coat = (l: number, chroma: number, hue: number): SolidMaterial => ({
    surface: paintCoat(oklchToLinear([l, chroma, hue]), 0.6),
    reflectance: 0.03,
    roughness: 0.5,
  });
  const back: SolidMaterial = {
    surface: plaster.make({
      seed: seedFor(request.seed, 'niche'),
      lightness: deep,
      tint: deepenedHex(request.palette.background, deep),
      tintShare: 1,
      lightAlong: [plan.direction[0], plan.direction[1]],
    }),
    reflectance: 0.03,
    roughness: 0.5,
  };
  const reveal = tinted
    ? coat(deep - 0.02, Math.min(0.1, c + accentC * 0.3), accentH)
    : coat(Math.min(0.95, base + 0.02), c, h);
  const inner = tinted ? coat(deep, Math.min(0.09, c + accentC * 0.22), accentH) : back;
  const width =
    place.width * Math.min(0.62, (0.58 * camera.height) / camera.width) * (0.92 + 0.14 * random());
  const tall = Math.min(place.top * (request.room.words ? 0.72 : 0.84), width * (1.2 + 0.3 * random()));
  const shift = (random() - 0.5) * 0.12 * place.width;
  const solids: Solid[] = [
    niche({
      x: shift,
      y: 0,
      z: wall,
      width,
      height: tall,
      depth: 1.3 + 0.8 * random(),
      materials: [inner, reveal],
    }),
  ];
  if (random() < 0.4) {
    const small = width * 0.42;
    const x = shift - plan.side * (width * 0.5 + small * 0.5 + 0.5);
    solids.push(
      niche({
        x,
        y: tall * 0.3,
        z: wall,
        width: small,
        height: tall * 0.55,
        depth: 1,
        materials: [inner, reveal],
      }),
    );
  }
  if (stepped) {
    const step = coat(Math.min(0.93, base + 0.02), c, h);
    solids.push({
      ...lathe({
        x: 0,
        y: 0,
        z: PRODUCT_DEPTH,
        outline: [
          { r: 1.9, y: 0 },
          { r: 1.9, y: lift - 0.05 },
          { r: 1.885, y: lift - 0.015 },
          { r: 1.85, y: lift },
          { r: 0, y: lift },
        ],
        materials: [step],
      }),
      selfShadows: false,
    });
  }
  const floor = tableTop(request, request.material ?? plaster, plan);
  const subject = createSubject(request, camera, lift, plan.side);
  const picture = renderRoomWithSolids(
    {
      camera,
      strips: [
        { kind: 'level', y: 0, near: 0, far: wall, material: floor },
        { kind: 'upright', z: wall, bottom: 0, top: 1e3, material: plasteredWall(request, plan) },
      ],
      lights: plan.lights,
    },
    [...solids, ...(subject?.solids ?? [])],
    view.ground,
  );
  return finishBackdrop(request, {
    picture,
    light: plan.light,
    horizon: view.horizon,
    ...defined({ subject: subject?.box }),
    floor: {
      top: Math.ceil(rowOf(camera, lift, PRODUCT_DEPTH + 1.2)),
      bottom: Math.floor(stepped ? rowOf(camera, lift, PRODUCT_DEPTH - 1.3) : camera.height),
      ground: view.ground,
      across: [columnOf(camera, -0.7, PRODUCT_DEPTH), columnOf(camera, 0.7, PRODUCT_DEPTH)],
      gloss: floor.gloss * 0.4,
    },
  });
}
