import { type Box, bottom, type Point, right, union } from '../ad/geometry.ts';

/** What something does once in a loop, from one second of it to another. */
export type Gesture = { readonly from: number; readonly to: number } & (
  | { /** Rises by so many pixels and comes back. */ readonly kind: 'float'; readonly rise: number }
  | {
      /** Grows by a share of itself about a point and is as before; below 0 it shrinks. */
      readonly kind: 'pop';
      readonly grow: number;
      readonly swings: number;
      readonly about: Point;
    }
  | { /** A light passes over it. */ readonly kind: 'light'; readonly strength: number }
  | { /** Its digits turn once around. */ readonly kind: 'count' }
);

/** How something is to be painted at one moment. */
export interface Pose {
  /** Pixels by which it is raised. */
  readonly rise: number;
  readonly scale: number;
  /** The point that stays where it is as it grows. */
  readonly about: Point;
  /** How far the light has come, 0–1, and how strong it is. */
  readonly light?: { readonly at: number; readonly strength: number };
  /** How far its digits have come, 0–1. */
  readonly count?: number;
}

/** The pose at a second of the loop; undefined = at rest. */
export function poseAt(gestures: readonly Gesture[], seconds: number): Pose | undefined {
  let pose: Pose | undefined;
  for (const gesture of gestures) {
    const { from, to } = gesture;
    if (seconds <= from || seconds >= to) continue;
    const at = (seconds - from) / (to - from);
    const before = pose ?? { rise: 0, scale: 1, about: { x: 0, y: 0 } };
    switch (gesture.kind) {
      case 'float':
        pose = { ...before, rise: before.rise + gesture.rise * swell(at) };
        break;
      case 'pop':
        pose = { ...before, scale: 1 + gesture.grow * beat(at, gesture.swings), about: gesture.about };
        break;
      case 'light':
        pose = { ...before, light: { at: eased(at), strength: gesture.strength } };
        break;
      case 'count':
        pose = { ...before, count: at };
        break;
    }
  }
  return pose;
}

/** 0 at both ends, where it stands still, and 1 in the middle. */
const swell = (at: number): number => (1 - Math.cos(2 * Math.PI * at)) / 2;

/** How fast swings die away. */
const DAMPING = 3.2;

/** As swell, or, with swings, up at once and swinging to rest. */
function beat(at: number, swings: number): number {
  if (swings === 0) return swell(at);
  const turns = swings + 1;
  const peak = Math.atan((turns * Math.PI) / DAMPING) / (turns * Math.PI);
  const value = (x: number): number => Math.exp(-DAMPING * x) * Math.sin(turns * Math.PI * x);
  // The envelope is closed smoothly, so that it does not stop with a jerk.
  return (value(at) / value(peak)) * (1 - at ** 4);
}

const eased = (at: number): number => at * at * (3 - 2 * at);

/** The box that a posed box takes. */
export function posedBounds(box: Box, { rise, scale, about }: Pose): Box {
  const x = about.x + (box.x - about.x) * scale;
  const y = about.y + (box.y - about.y) * scale - rise;
  return { x, y, width: box.width * scale, height: box.height * scale };
}

/** Width of the light against the shorter side of what it passes over, and how far it leans, as a tangent. */
const BAND = { width: 0.5, lean: 0.35 };

/** Where the light is: its middle line crosses the box's middle row at `x`; it leans to the right upwards. */
export function bandAt(
  box: Box,
  at: number,
): { readonly x: number; readonly width: number; readonly lean: number; readonly bounds: Box } {
  const width = BAND.width * Math.min(box.width, box.height);
  const reach = (BAND.lean * box.height) / 2 + width / 2;
  const x = box.x - reach + at * (box.width + 2 * reach);
  const bounds = { x: x - reach, y: box.y, width: 2 * reach, height: box.height };
  return { x, width, lean: BAND.lean, bounds };
}

/** The whole box around boxes, with a pixel of room for soft edges. */
export function around(boxes: readonly Box[]): Box | undefined {
  const all = union(boxes);
  if (all === undefined) return undefined;
  const [x, y] = [Math.floor(all.x) - 1, Math.floor(all.y) - 1];
  return { x, y, width: Math.ceil(right(all)) + 1 - x, height: Math.ceil(bottom(all)) + 1 - y };
}
