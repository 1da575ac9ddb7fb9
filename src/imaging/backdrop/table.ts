import type { MaterialName } from '../../ad/scene.ts';
import { hexToOklch } from '../colour.ts';
import { scaled } from '../linear-colour.ts';
import { type Random, seededRandom, seedFor } from '../random.ts';
import { addThing, createFarLayer, type FarLayer } from '../set/far-layer.ts';
import { renderRoom } from '../set/render-room.ts';
import type { Backdrop, BackdropRequest } from './backdrop.ts';
import { develop } from './develop.ts';
import { drawPlants } from './dressing/plants.ts';
import { keepAway, placeOf, type View, viewTable } from './framing.ts';
import { type LightPlan, planLights } from './lighting.ts';
import { materialOf, NATURAL_LIGHTNESS } from './material/material-of.ts';
import { plaster } from './material/plaster.ts';

/** A table against a plastered wall, in any light; something green stands out of focus at the side. */
export function table(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'table'));
  const view = viewTable(request, random, { blur: 0.004 });
  const { camera, depth } = view;
  const plan = planLights(request, placeOf(camera, depth));
  const surface = request.material ?? 'oak';
  const picture = renderRoom({
    camera,
    strips: [
      { kind: 'level', y: 0, near: 0, far: depth, material: tableTop(request, surface, plan) },
      {
        kind: 'upright',
        z: depth,
        bottom: 0,
        top: 1e3,
        soft: 0.003 * Math.min(camera.width, camera.height),
        material: wall(request, plan),
      },
    ],
    lights: plan.lights,
    far: dressing(request, view, plan, random),
  });
  return develop(request, {
    picture,
    light: plan.light,
    horizon: view.horizon,
    floor: {
      top: view.horizon + Math.round(0.05 * camera.height),
      bottom: camera.height,
      ground: view.ground,
      gloss: 0.2,
    },
  });
}

/** The material that a product stands on, turned to the light and kept away from the product's lightness. */
export function tableTop(
  request: BackdropRequest,
  name: MaterialName,
  plan: LightPlan,
): ReturnType<typeof materialOf> {
  const natural = NATURAL_LIGHTNESS[name];
  const own = natural ?? Math.max(0.3, hexToOklch(request.palette.background)[0] - 0.03);
  return materialOf(name, {
    seed: seedFor(request.seed, name),
    lightness: keepAway(own, request),
    tint: request.palette.background,
    tintShare: natural === undefined ? 1 : 0.12,
    lightAlong: [plan.direction[0], plan.direction[2]],
  });
}

export function wall(request: BackdropRequest, plan: LightPlan): ReturnType<typeof plaster> {
  return plaster({
    seed: seedFor(request.seed, 'wall'),
    lightness: keepAway(wallLightness(request), request),
    tint: request.palette.background,
    tintShare: 1,
    lightAlong: [plan.direction[0], plan.direction[1]],
  });
}

/**
 * A dark palette already is what the picture shall look like at night, so its walls are painted lighter than it and
 * the dark does the rest.
 */
function wallLightness({ palette, darkness }: BackdropRequest): number {
  const [l] = hexToOklch(palette.background);
  if (l > 0.5) return l;
  return Math.max(0.3, l + 0.22 * darkness);
}

function dressing(request: BackdropRequest, view: View, plan: LightPlan, random: Random): FarLayer {
  const { camera, horizon } = view;
  const layer = createFarLayer(camera);
  const side = plan.side === 1 ? -1 : 1;
  const { key, fill } = plan.lights;
  const light = scaled(
    [key.colour[0] * 0.3 + fill[0], key.colour[1] * 0.3 + fill[1], key.colour[2] * 0.3 + fill[2]],
    1,
  );
  addThing(layer, {
    draw: (context) => drawPlants(context, { ...camera, horizon, side }, request.season, random),
    blur: 0.018 * Math.min(camera.width, camera.height),
    light,
  });
  return layer;
}
