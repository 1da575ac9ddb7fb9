import type { Box } from '../../ad/geometry.ts';
import type { LightPlan } from '../lighting/plan-lights.ts';
import { paintCoat } from '../materials/paint.ts';
import { addSolids } from '../renderer/add-solids.ts';
import type { Camera } from '../renderer/camera.ts';
import type { LinearPicture } from '../renderer/linear-picture.ts';
import type { BackdropRequest } from '../scene.ts';
import type { View } from '../staging/framing.ts';
import { createSubject } from './create-subject.ts';

/**
 * Adds the request's subject to a picture that was not made by renderRoomWithSolids, in place.
 *
 * @param scale pixels of the picture for one of the view's
 * @returns the part of the picture that it takes; undefined where the request names no subject
 */
export function addSubject(
  request: BackdropRequest,
  picture: LinearPicture,
  view: View,
  plan: LightPlan,
  scale = 1,
): { readonly subject: Box } | undefined {
  const camera: Camera = {
    ...view.camera,
    width: picture.width,
    height: picture.height,
    focal: view.camera.focal * scale,
    eyeRow: view.camera.eyeRow * scale,
    centre: view.camera.centre * scale,
    aperture: view.camera.aperture * scale,
  };
  const subject = createSubject(request, camera, 0, plan.side);
  if (subject === undefined) return undefined;
  const coat = paintCoat([0.6, 0.6, 0.6], 0);
  addSolids(
    picture,
    {
      camera,
      strips: [
        { kind: 'level', y: 0, near: 0, far: view.depth, material: coat },
        { kind: 'upright', z: view.depth, bottom: 0, top: 1e3, material: coat },
      ],
      lights: plan.lights,
      ground: view.ground * scale,
    },
    subject.solids,
  );
  return { subject: subject.box };
}
