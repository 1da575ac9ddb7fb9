import type { Box } from '../../../ad/geometry.ts';
import type { Raster } from '../../raster.ts';

export const SIDES = ['top', 'bottom', 'left', 'right'] as const;

export type Side = (typeof SIDES)[number];

export type Rgb = readonly [r: number, g: number, b: number];

/** A part of a picture as lines that are parallel to one of its sides, counted from there. */
export interface Lines {
  readonly count: number;
  /** Pixels a line. */
  readonly length: number;
  /** Offset of a pixel in the raster's bytes. */
  at(line: number, position: number): number;
}

export function linesFrom({ width }: Raster, box: Box, side: Side): Lines {
  const across = side === 'top' || side === 'bottom';
  const [count, length] = across ? [box.height, box.width] : [box.width, box.height];
  const back = side === 'bottom' || side === 'right';
  return {
    count,
    length,
    at(line, position) {
      const inward = back ? count - 1 - line : line;
      const [x, y] = across ? [position, inward] : [inward, position];
      return ((box.y + y) * width + box.x + x) * 4;
    },
  };
}

/** The greatest difference in any channel, 0–255. */
export const difference = (data: Raster['data'], at: number, [r, g, b]: Rgb): number =>
  Math.max(Math.abs(data[at]! - r), Math.abs(data[at + 1]! - g), Math.abs(data[at + 2]! - b));

/** The median colour of a line, channel by channel. */
export function medianColour({ data }: Raster, lines: Lines, line: number): Rgb {
  const middle = (channel: number): number => {
    const counts = new Uint32Array(256);
    for (let i = 0; i < lines.length; i++) counts[data[lines.at(line, i) + channel]!]!++;
    let value = 0;
    for (let below = counts[0]!; below < lines.length / 2; below += counts[value]!) value++;
    return value;
  };
  return [middle(0), middle(1), middle(2)];
}

/** The box without so many lines at one side. */
export function without(box: Box, side: Side, lines: number): Box {
  const { x, y, width, height } = box;
  switch (side) {
    case 'top':
      return { x, y: y + lines, width, height: height - lines };
    case 'bottom':
      return { x, y, width, height: height - lines };
    case 'left':
      return { x: x + lines, y, width: width - lines, height };
    case 'right':
      return { x, y, width: width - lines, height };
  }
}
