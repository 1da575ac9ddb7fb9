import { planLights } from '../../src/studio/lighting/plan-lights.ts';
import { paintCoat } from '../../src/studio/materials/paint.ts';
import { createCamera } from '../../src/studio/renderer/camera.ts';
import type { Material } from '../../src/studio/renderer/material.ts';
import type { Room } from '../../src/studio/renderer/room.ts';
import { builtIn } from '../../src/studio/studio.ts';
import { request } from './request.ts';

const SIDE = 72;
/** Depth of the wall, decimetres. */
export const WALL = 13;
/** Row on which things stand. */
export const GROUND = 0.8 * SIDE;

const {
  recipe: _recipe,
  material: _material,
  subject: _subject,
  style,
  ...choices
} = request({ lighting: 'softbox' });
const plan = planLights({ ...choices, style: builtIn.styles.get(style) }, { wall: WALL, width: 8, top: 6 });

/** Towards the lamp, along a level board. */
export const LIGHT_ALONG = [plan.direction[0], plan.direction[2]] as const;

const camera = createCamera(
  { width: SIDE, height: SIDE },
  { eye: 0.2, ground: 0.8, centre: 0.5, lens: 2, blur: 0 },
);

/** A table of a material before a wall, under a softbox, without anything on it. */
export const tabletop = (
  table: Material = paintCoat([0.5, 0.36, 0.24], 0.2, 0.3, 0.1),
  wall: Material = paintCoat([0.35, 0.45, 0.5]),
): Room => ({
  camera,
  lights: plan.lights,
  strips: [
    { kind: 'level', y: 0, near: 0, far: WALL, material: table },
    { kind: 'upright', z: WALL, bottom: 0, top: 1e3, material: wall },
  ],
});

/** The same board seen steeply from above, so that it fills the picture. */
export const closeUp = (material: Material): Room => ({
  ...tabletop(material),
  camera: createCamera(
    { width: SIDE, height: SIDE },
    { eye: -1.4, ground: 0.6, centre: 0.5, lens: 2, blur: 0 },
  ),
});
