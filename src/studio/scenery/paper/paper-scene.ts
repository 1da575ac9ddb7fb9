import type { Box, Size } from '../../../ad/geometry.ts';
import type { SeasonName } from '../../../ad/scene.ts';
import type { Oklch } from '../../../imaging/colour.ts';
import { type Random, seededRandom } from '../../../imaging/random.ts';
import type { Sheet } from './sheet.ts';

/** Where a paper scene is built, and in which papers. */
export interface PaperOptions extends Size {
  /** Row where the upright sheets end and the floor begins. */
  readonly line: number;
  /** Side on which the large shapes are: −1 left, 1 right. The other side stays calm. */
  readonly side: -1 | 1;
  readonly season?: SeasonName;
  readonly night: boolean;
  /** Papers from the farthest (0) to the nearest (1). */
  ramp(depth: number): Oklch;
  /** For petals. */
  readonly accent: Oklch;
  readonly sun: Oklch;
  readonly pale: Oklch;
}

export type PaperScene = (place: PaperOptions, random: Random) => Sheet[];

/** Every sheet is cut more than once, for its shadow too: what is random in it is drawn from its own seed. */
export function same(
  random: Random,
  cut: (context: Parameters<Sheet['cut']>[0], random: Random) => void,
): Sheet['cut'] {
  const seed = Math.floor(random() * 2 ** 32);
  return (context) => cut(context, seededRandom(seed));
}

export const round = (x: number, y: number, radius: number): Box => ({
  x: x - radius - 1,
  y: y - radius - 1,
  width: radius * 2 + 2,
  height: radius * 2 + 2,
});

/** The whole width from a row down to the floor. */
export const band = ({ width, line }: PaperOptions, from: number): Box => ({
  x: 0,
  y: Math.max(0, from),
  width,
  height: Math.max(0, line + 1 - Math.max(0, from)),
});

/** What of a box is above the floor. */
export const onWall = ({ line }: PaperOptions, box: Box): Box => ({
  ...box,
  height: Math.max(0, Math.min(box.height, line - box.y)),
});

export function clipped(place: PaperOptions, cut: Sheet['cut']): Sheet['cut'] {
  return (context) => {
    context.save();
    context.beginPath();
    context.rect(-place.width, -place.height, place.width * 3, place.height + place.line);
    context.clip();
    cut(context);
    context.restore();
  };
}

export const lighter = ([l, c, h]: Oklch, by: number): Oklch => [
  Math.min(0.95, l + by),
  c * (1 - by * 2.4),
  h,
];
