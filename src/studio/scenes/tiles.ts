import { shortSide } from '../../ad/geometry.ts';
import { defined } from '../../collections/defined.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';
import { planLights } from '../lighting/plan-lights.ts';
import { concrete } from '../materials/concrete.ts';
import { marble } from '../materials/marble.ts';
import { oak } from '../materials/oak.ts';
import { terrazzo } from '../materials/terrazzo.ts';
import { BONDS, tilesMaterial } from '../materials/tiles.ts';
import { createSubject } from '../props/create-subject.ts';
import { renderRoomWithSolids } from '../renderer/render-room-with-solids.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { contrastingLightness, deepenedHex } from '../staging/contrasting-lightness.ts';
import { finishBackdrop } from '../staging/finish-backdrop.ts';
import { frameTable, lightingSpaceOf } from '../staging/framing.ts';
import { groundLightness, tableTop } from '../staging/surfaces.ts';

/** A counter in front of a glazed tile wall: kitchens, baths, laundries. */
export const tiles = defineScene({
  name: 'tiles',
  title: { ko: '타일 벽', en: 'tiles' },
  description: { ko: '타일 벽과 조리대', en: 'a tiled wall and a counter' },
  effect: { ko: '깨끗하고 산뜻해 보여요', en: 'it looks clean and crisp' },
  words: [
    {
      ko: {
        타일: 'tiles',
        흰타일: 'white tiles',
        하얀타일: 'white tiles',
        타일벽: 'tiled wall',
        지하철타일: 'subway tiles',
        모자이크: 'mosaic tiles',
        욕실타일: 'bathroom tiles',
      },
      en: ['tile', 'tiled wall', 'subway tile', 'mosaic'],
      surface: true,
    },
  ],
  materials: ['marble', 'terrazzo', 'oak', 'walnut', 'concrete'],
  prompt: 'before glossy {ground} wall tiles',
  inPlace: true,
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'tiles'));
  const view = frameTable(request, random, { blur: 0.005, eye: 0.46, reach: 0.14 });
  const { camera, depth } = view;
  const plan = planLights(request, lightingSpaceOf(camera, depth));
  const lightness = contrastingLightness(groundLightness(request), request);
  const wall = tilesMaterial(BONDS[Math.floor(random() * BONDS.length)]!, plan.side, {
    seed: seedFor(request.seed, 'glaze'),
    lightness,
    tint: deepenedHex(request.palette.background, lightness),
    tintShare: 1,
    lightAlong: [plan.direction[0], plan.direction[1]],
  });
  const counters = [marble, terrazzo, oak, concrete];
  const top = tableTop(request, request.material ?? counters[Math.floor(random() * counters.length)]!, plan);
  const subject = createSubject(request, camera, 0, plan.side);
  const picture = renderRoomWithSolids(
    {
      camera,
      strips: [
        { kind: 'level', y: 0, near: 0, far: depth, material: top },
        { kind: 'upright', z: depth, bottom: 0, top: 1e3, soft: 0.0012 * shortSide(camera), material: wall },
      ],
      lights: plan.lights,
    },
    subject?.solids ?? [],
    view.ground,
  );
  return finishBackdrop(request, {
    picture,
    light: plan.light,
    horizon: view.horizon,
    ...defined({ subject: subject?.box }),
    floor: {
      top: view.horizon + Math.round(0.045 * shortSide(camera)),
      bottom: camera.height,
      ground: view.ground,
      gloss: top.gloss * 0.5,
    },
  });
}
