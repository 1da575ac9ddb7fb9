import { type Random, seededRandom, seedFor } from '../../imaging/random.ts';
import type { LightingSpace } from '../lighting/gobo/place-gobos.ts';
import { type Camera, createCamera, depthAt } from '../renderer/camera.ts';
import { type BackdropRequest, type SceneFrame, showsSomething } from '../scene.ts';

/** A camera in front of a table, and where things lie in the picture. */
export interface View {
  readonly camera: Camera;
  /** Row on which a product stands. */
  readonly ground: number;
  /** Row of the far edge of the table, and its depth. */
  readonly horizon: number;
  readonly depth: number;
}

export interface ViewOptions {
  /** Lens blur of things at infinity, share of the shorter side. */
  readonly blur: number;
  /** How far above the ground row the table ends, share of the shorter side; about 0.16. */
  readonly reach?: number;
  /** How far above the ground row the eye is, share of the shorter side; about 0.49. */
  readonly eye?: number;
  /** Height of the stage that the product stands on above the floor, decimetres; 0 unless said otherwise. */
  readonly lift?: number;
  /** Row where products stand, share of the height. */
  readonly ground?: number;
}

/** Set up so that a product stands in the lower middle of any format, a little different for each seed. */
export function frameTable(request: BackdropRequest, random: Random, options: ViewOptions): View {
  const { size, subject } = request;
  const { width, height } = size;
  const higher = subject?.eyeLift ?? 0;
  const side = Math.min(width, height);
  const low = headroom(request);
  const share =
    (options.ground ?? 0.83) - (height > width * 1.3 ? 0.04 : 0) + 0.1 * low * Math.max(0, 0.35 - higher);
  const ground = Math.round((share + 0.012 * (random() - 0.5)) * height);
  const eye = ground - side * ((options.eye ?? 0.49) + higher + 0.05 * (random() - 0.5));
  const horizon = Math.round(
    ground - side * ((options.reach ?? 0.16) + higher * 0.55 + 0.035 * (random() - 0.5)),
  );
  const level = createCamera(size, {
    eye: eye / height,
    ground: ground / height,
    centre: 0.5 + 0.06 * (random() - 0.5) + aside(request),
    lens: 1.8 - 0.22 * low,
    blur: options.blur,
  });
  const camera = { ...level, eyeHeight: level.eyeHeight + (options.lift ?? 0) };
  return { camera, ground, horizon, depth: depthAt(camera, horizon) };
}

/**
 * How far the camera steps back and looks up, 0–1: in formats that are neither tall nor wide a subject leaves the words
 * no room but above it.
 */
function headroom(request: SceneFrame): number {
  const { size, room } = request;
  if (!showsSomething(request) || !room.words) return 0;
  const ratio = size.width / size.height;
  return Math.min(1, Math.max(0, (ratio - 0.62) / 0.13), Math.max(0, (1.5 - ratio) / 0.3));
}

/**
 * How far from the middle a subject stands, share of the width: in wide formats on one of the thirds, where it leaves
 * the rest to the words.
 */
export function aside(request: SceneFrame): number {
  const { size, room, seed } = request;
  if (!showsSomething(request) || !room.words) return 0;
  const wide = Math.min(1, Math.max(0, size.width / size.height - 1.2) / 0.5);
  return wide * ASIDE * (seededRandom(seedFor(seed, 'aside'))() < 0.5 ? -1 : 1);
}

/** From the middle to a third. */
const ASIDE = 0.17;

/** What the lights need to know of a wall at `depth`. */
export const lightingSpaceOf = (camera: Camera, depth: number): LightingSpace => ({
  wall: depth,
  width: (camera.width * depth) / camera.focal,
  top: camera.eyeHeight + (camera.eyeRow * depth) / camera.focal,
});
