import type { Loop, LoopItem } from './loop.ts';

/** The same ad with what changes the most pixels at rest; undefined where only one thing moves, without which it is a still. */
export function calmLoop(loop: Loop): Loop | undefined {
  const moving = loop.items.filter(({ gestures }) => gestures.length > 0);
  if (moving.length < 2) return undefined;
  const largest = moving.reduce((most, item) => (changed(item) > changed(most) ? item : most));
  return { ...loop, items: loop.items.map((item) => (item === largest ? { ...item, gestures: [] } : item)) };
}

/** Pixels of its box times the seconds in which it moves. */
const changed = ({ box, gestures }: LoopItem): number =>
  box.width * box.height * gestures.reduce((seconds, { from, to }) => seconds + to - from, 0);
