import { shortSide } from '../../ad/geometry.ts';
import type { MaterialName } from '../../ad/scene.ts';
import { seededRandom, seedFor } from '../random.ts';
import { renderSet } from '../set/render-set.ts';
import type { Backdrop, BackdropRequest } from './backdrop.ts';
import { develop } from './develop.ts';
import { placeOf, viewTable } from './framing.ts';
import { deepenedHex, keepAway } from './keep-away.ts';
import { planLights } from './lighting.ts';
import { BONDS, tilesMaterial } from './material/tiles.ts';
import { standSubject } from './prop/stand-subject.ts';
import { groundLightness, tableTop } from './surfaces.ts';

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
  const picture = renderSet(
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
    ...(subject === undefined ? {} : { subject: subject.box }),
    floor: {
      top: view.horizon + Math.round(0.045 * shortSide(camera)),
      bottom: camera.height,
      ground: view.ground,
      gloss: top.gloss * 0.5,
    },
  });
}
