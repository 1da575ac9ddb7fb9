import type { Size } from '../../ad/geometry.ts';

/** What a sheet is called in a family: every sheet is one of the first three, and one as tall as a telephone is a story besides. */
export type SheetShape = 'square' | 'tall' | 'wide' | 'story';

/** Width to height from which on a sheet is wide, up to which it is tall, and between which it fills a telephone. */
const WIDE = 1.25;
const TALL = 0.86;
const STORY = [0.52, 0.65] as const;

/** What families keep their words off the edges by, and off a story's head and foot, as shares of the shorter side. */
export const FAMILY_MARGIN = 0.06;
export const STORY_PADDING = 0.2;

export function shapesOf({ width, height }: Size): readonly SheetShape[] {
  const ratio = width / height;
  if (ratio >= WIDE) return ['wide'];
  if (ratio >= STORY[0] && ratio <= STORY[1]) return ['tall', 'story'];
  return [ratio <= TALL ? 'tall' : 'square'];
}
