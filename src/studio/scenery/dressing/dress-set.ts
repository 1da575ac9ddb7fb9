import { hexToOklch, oklchToHex } from '../../../imaging/colour.ts';
import type { Random } from '../../../imaging/random.ts';
import type { LightPlan } from '../../lighting/plan-lights.ts';
import { addDisc, addThing, createFarLayer, type FarLayer } from '../../renderer/far-layer.ts';
import { hexToLinear, type LinearRgb, scaled } from '../../renderer/linear-colour.ts';
import type { BackdropRequest } from '../../scene.ts';
import type { View } from '../../staging/framing.ts';
import { drawPlants } from './plants.ts';
import { drawPots } from './pots.ts';

/**
 * What stands or hangs far behind the table, out of focus and at one side, or nothing: plants and pots by day, a
 * string of lamps by night.
 */
export function dressSet(
  request: BackdropRequest,
  view: View,
  plan: LightPlan,
  random: Random,
): FarLayer | undefined {
  const side = plan.side === 1 ? -1 : 1;
  const layer = createFarLayer(view.camera);
  if (request.darkness > 0.4) {
    hangLamps(layer, request, view, side, random);
    return layer;
  }
  const draw = random();
  if (request.season === undefined && draw < 0.3) return undefined;
  const short = Math.min(view.camera.width, view.camera.height);
  const light = lightThere(plan);
  const place = {
    width: view.camera.width,
    height: view.camera.height,
    horizon: view.horizon,
    side,
  } as const;
  if (request.season === undefined && draw < 0.55) {
    addThing(layer, {
      draw: (context) => drawPots(context, place, request, random),
      blur: 0.024 * short,
      light,
    });
    return layer;
  }
  addThing(layer, {
    draw: (context) => drawPlants(context, place, request.season, random),
    blur: (0.018 + 0.014 * random()) * short,
    light,
  });
  return layer;
}

/** Light on things in the back of the room: some of the lamp's, all of the rest. */
function lightThere({ lights: { key, fill } }: LightPlan): LinearRgb {
  return [key.colour[0] * 0.32 + fill[0], key.colour[1] * 0.32 + fill[1], key.colour[2] * 0.32 + fill[2]];
}

/** A slack string of warm bulbs across the upper corner, each a soft disc. */
function hangLamps(
  layer: FarLayer,
  request: BackdropRequest,
  view: View,
  side: -1 | 1,
  random: Random,
): void {
  const { width, height } = view.camera;
  const short = Math.min(width, height);
  const [, chroma, hue] = hexToOklch(request.palette.accent);
  const cold = request.lighting === 'neon';
  const count = 5 + Math.floor(random() * 3);
  const edge = side < 0 ? 0 : width;
  for (let i = 0; i < count; i++) {
    const t = (i + 0.5) / count;
    const x = edge - side * short * (0.02 + 0.46 * t + 0.02 * random());
    const y = view.horizon - short * (0.2 + 0.33 * t ** 2 - 0.12 * t + 0.03 * random());
    const colour = cold
      ? hexToLinear(oklchToHex([0.75, Math.min(0.17, chroma), hue + (i % 2 === 0 ? 0 : 40)]))
      : hexToLinear(oklchToHex([0.82, 0.11, 66 + 12 * random()]));
    const radius = short * (0.026 + 0.012 * random());
    addDisc(layer, {
      x,
      y,
      radius,
      light: scaled(colour, (0.34 + 0.22 * random()) * (1 - 0.6 * t)),
      rim: 0.4,
    });
  }
}
