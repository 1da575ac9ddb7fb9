import type { Box } from '../../ad/geometry.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';
import { type Camera, columnOf, PRODUCT_DEPTH, rowOf } from '../renderer/camera.ts';
import type { Solid } from '../renderer/solid.ts';
import type { BackdropRequest } from '../scene.ts';

/** What stands in the set as the picture's subject. */
export interface Subject {
  readonly solids: readonly Solid[];
  /** The part of the picture that it takes; words keep off it. */
  readonly box: Box;
  /** Half width that it needs on a stage, decimetres. */
  readonly halfWidth: number;
}

/**
 * Makes the request's subject, if it names one.
 *
 * @param lift height of the stage that it stands on, decimetres
 * @param side where the key light comes from
 */
export function createSubject(
  request: BackdropRequest,
  camera: Camera,
  lift: number,
  side: -1 | 1,
): Subject | undefined {
  if (request.subject === undefined) return undefined;
  const { solids, halfWidth } = request.subject.make({
    x: 0,
    y: lift,
    z: PRODUCT_DEPTH,
    palette: request.palette,
    side,
    random: seededRandom(seedFor(request.seed, request.subject.name)),
  });
  return { solids, box: boxOf(solids, camera), halfWidth };
}

function boxOf(solids: readonly Solid[], camera: Camera): Box {
  let [left, top, right, bottom] = [camera.width, camera.height, 0, 0];
  for (const { bounds } of solids) {
    const middle = (bounds[2] + bounds[5]) / 2;
    left = Math.min(left, columnOf(camera, bounds[0], middle));
    right = Math.max(right, columnOf(camera, bounds[3], middle));
    top = Math.min(top, rowOf(camera, bounds[4], middle));
    bottom = Math.max(bottom, rowOf(camera, bounds[1], middle));
  }
  const x = Math.max(0, Math.floor(left));
  const y = Math.max(0, Math.floor(top));
  return {
    x,
    y,
    width: Math.min(camera.width, Math.ceil(right)) - x,
    height: Math.min(camera.height, Math.ceil(bottom)) - y,
  };
}
