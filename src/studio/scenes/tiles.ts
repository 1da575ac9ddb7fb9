import { shortSide } from '../../ad/geometry.ts';
import type { MaterialName } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';
import { planLights } from '../lighting/plan-lights.ts';
import { BONDS, tilesMaterial } from '../materials/tiles.ts';
import { standSubject } from '../props/stand-subject.ts';
import { renderRoomWithSolids } from '../renderer/render-room-with-solids.ts';
import type { Backdrop, BackdropRequest } from '../scene.ts';
import { develop } from '../staging/develop.ts';
import { placeOf, viewTable } from '../staging/framing.ts';
import { deepenedHex, keepAway } from '../staging/keep-away.ts';
import { groundLightness, tableTop } from '../staging/surfaces.ts';

/** A counter in front of a glazed tile wall: kitchens, baths, laundries. */
export function tiles(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'tiles'));
  const view = viewTable(request, random, { blur: 0.005, eye: 0.46, reach: 0.14 });
  const { camera, depth } = view;
  const plan = planLights(request, placeOf(camera, depth));
  const lightness = keepAway(groundLightness(request), request);
  const wall = tilesMaterial(BONDS[Math.floor(random() * BONDS.length)]!, plan.side, {
    seed: seedFor(request.seed, 'glaze'),
    lightness,
    tint: deepenedHex(request.palette.background, lightness),
    tintShare: 1,
    lightAlong: [plan.direction[0], plan.direction[1]],
  });
  const counters: readonly MaterialName[] = ['marble', 'terrazzo', 'oak', 'concrete'];
  const top = tableTop(request, request.material ?? counters[Math.floor(random() * counters.length)]!, plan);
  const subject = standSubject(request, camera, 0, plan.side);
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
  return develop(request, {
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
