import { shortSide } from '../../../ad/geometry.ts';
import type { LightPlan } from '../../lighting/plan-lights.ts';
import { oak } from '../../materials/oak.ts';
import { paintCoat } from '../../materials/paint.ts';
import { hexToLinear, type LinearRgb, linearToHex } from '../../renderer/linear-colour.ts';
import type { LinearPicture } from '../../renderer/linear-picture.ts';
import type { Material } from '../../renderer/material.ts';
import { renderRoomWithSolids } from '../../renderer/render-room-with-solids.ts';
import type { BackdropRequest } from '../../scene.ts';
import type { View } from '../../staging/framing.ts';
import { tableTop } from '../../staging/surfaces.ts';

/**
 * A wooden deck in front, sharp, with its far edge a little out of focus. In place.
 *
 * @param low the colour of the sky at the horizon, behind its far edge
 */
export function drawDeck(
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
