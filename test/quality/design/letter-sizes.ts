import type { TextBlock } from '../../../src/ad/layout.ts';

/** The largest and the smallest em of a block's letters, in pixels. */
export function letterSizes({ size, scales }: TextBlock): readonly [smallest: number, largest: number] {
  const all = scales ?? [1];
  return [size * Math.min(...all), size * Math.max(...all)];
}
