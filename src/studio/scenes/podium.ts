import { defined } from '../../collections/defined.ts';
import { oklchToHex } from '../../imaging/colour.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';
import { planLights } from '../lighting/plan-lights.ts';
import { plaster } from '../materials/plaster.ts';
import { createSubject } from '../props/create-subject.ts';
import { columnOf, depthAt, PRODUCT_DEPTH, rowOf } from '../renderer/camera.ts';
import { renderRoomWithSolids } from '../renderer/render-room-with-solids.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { podiumShapes, podiumTones } from '../scenery/dressing/podium-shapes.ts';
import { finishBackdrop } from '../staging/finish-backdrop.ts';
import { frameTable, lightingSpaceOf } from '../staging/framing.ts';

/** A round stage for the product, with a few plain shapes around it, all in one family of colours. */
export const podium = defineScene({
  name: 'podium',
  title: { ko: '받침대', en: 'a podium' },
  description: { ko: '둥근 받침대', en: 'a round podium' },
  effect: { ko: '상품이 주인공처럼 올라서요', en: 'it lifts the product up like the star it is' },
  words: [
    {
      ko: {
        포디움: 'podium',
        받침대: 'pedestal',
        단상: 'podium',
        원형단상: 'round podium',
        원기둥: 'cylinder podium',
        디스플레이대: 'display podium',
        스테이지: 'stage',
        무대: 'stage',
      },
      en: ['pedestal', 'plinth', 'display stand', 'stage'],
    },
  ],
  materials: ['marble', 'dark-marble', 'terrazzo', 'concrete', 'plaster', 'oak', 'walnut', 'slate'],
  prompt: 'on a round {surface} podium against a {ground} wall',
  flat: true,
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'podium'));
  const high = 0.45 + 0.5 * random();
  const view = frameTable(request, random, {
    blur: 0.006,
    eye: 0.36,
    reach: 0.09,
    lift: high,
    ground: 0.775,
  });
  const { camera } = view;
  const wall = depthAt(camera, view.horizon);
  const plan = planLights(request, lightingSpaceOf(camera, wall));
  const tones = podiumTones(request);
  const along = [plan.direction[0], plan.direction[2]] as const;
  const floor = plaster.make({
    seed: seedFor(request.seed, 'floor'),
    lightness: tones.floor[0],
    tint: oklchToHex(tones.floor),
    tintShare: 1,
    lightAlong: along,
  });
  const back = plaster.make({
    seed: seedFor(request.seed, 'wall'),
    lightness: tones.wall[0],
    tint: oklchToHex(tones.wall),
    tintShare: 1,
    lightAlong: [plan.direction[0], plan.direction[1]],
  });
  const subject = createSubject(request, camera, high, plan.side);
  const room = subject === undefined ? 0 : Math.min(2.3, subject.halfWidth + 0.2);
  const solids = podiumShapes(request, random, high, room, wall, plan.side, tones);
  const picture = renderRoomWithSolids(
    {
      camera,
      strips: [
        { kind: 'level', y: 0, near: 0, far: wall, material: floor },
        { kind: 'upright', z: wall, bottom: 0, top: 1e3, soft: 0.003 * camera.width, material: back },
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
      top: Math.ceil(rowOf(camera, high, PRODUCT_DEPTH + 1.1)),
      bottom: Math.floor(rowOf(camera, high, PRODUCT_DEPTH - 1.2)),
      ground: view.ground,
      across: [columnOf(camera, -0.9, PRODUCT_DEPTH), columnOf(camera, 0.9, PRODUCT_DEPTH)],
      gloss: 0.1,
    },
  });
}
