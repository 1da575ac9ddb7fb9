import type { Move } from '../ad/adjustment.ts';
import { type Box, centre, type Point, type Size } from '../ad/geometry.ts';
import type { TextBlock } from '../ad/layout.ts';

const NOT_MOVED: Move = { x: 0, y: 0, scale: 1 };

export const isMoved = ({ x, y, scale }: Move = NOT_MOVED): boolean => x !== 0 || y !== 0 || scale !== 1;

/** Moves and scales what belongs to a piece. */
export interface Placer {
  readonly scale: number;
  box(box: Box): Box;
}

/** About the middle of the piece. */
export function placer(piece: Box, { x, y, scale }: Move, sheet: Size): Placer {
  const middle = centre(piece);
  const moved = ({ x: left, y: top }: Point): Point => ({
    x: Math.round(middle.x + (left - middle.x) * scale + x * sheet.width),
    y: Math.round(middle.y + (top - middle.y) * scale + y * sheet.height),
  });
  return {
    scale,
    box: (box) => ({
      ...moved(box),
      width: Math.max(1, Math.round(box.width * scale)),
      height: Math.max(1, Math.round(box.height * scale)),
    }),
  };
}

/** Words, and the box that they fill. */
export function lettered(block: TextBlock, { box, scale }: Placer): TextBlock {
  return { ...block, box: box(block.box), size: Math.max(1, block.size * scale) };
}

/**
 * A product is never larger than the sheet, unless it has been, and its middle stays on it: what nobody sees cannot be
 * taken hold of again.
 */
export function bounded(move: Move, { x, y, width, height }: Box, sheet: Size): Move {
  const most = Math.max(1, Math.min(sheet.width / width, sheet.height / height));
  const within = (middle: number, by: number, length: number): number =>
    (Math.max(0, Math.min(length, middle + by * length)) - middle) / length;
  return {
    x: within(x + width / 2, move.x, sheet.width),
    y: within(y + height / 2, move.y, sheet.height),
    scale: Math.min(move.scale, most),
  };
}
