import type { Segment } from '../statements/segment.ts';

/**
 * What a request says to the designer, and not to the shop's customers: the ad's size, colours, style and audience, and
 * 'make me a banner'. Kinds: `wish`, `mood`, `audience`. In order, without overlaps.
 */
export function findWishes(text: string): readonly Segment[] {
  void text;
  return [];
}
