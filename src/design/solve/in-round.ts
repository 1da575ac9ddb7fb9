import type { DesignLayer } from '../../ad/design.ts';
import type { Face } from '../../ad/face.ts';
import { type Box, centre, type Point, right } from '../../ad/geometry.ts';
import type { TextBlock } from '../../ad/layout.ts';
import { lineBoxes } from '../check/line-boxes.ts';
import { NOTCH } from '../paint/paint-fill.ts';

/** Share of a round shape's radius that words keep from its edge. */
const RIM = 0.06;

/** A shape carries words whose middle is no farther from its own, in radii; else it only lies behind them. */
const CARRIED = 0.5;

/** Shrinking moves what is set beside the middle as well: after so many steps what is left is below a pixel. */
const STEPS = 3;

/** An ellipse that words are to lie in. */
interface Round {
  readonly middle: Point;
  readonly across: number;
  readonly down: number;
}

/**
 * The blocks with those smaller whose letters would reach over the edge of the disc or star that they stand on: boxes are
 * solved by their sides, which a round shape does not have. Two lines fill a square whose corners are outside of it.
 */
export function inRound(
  blocks: readonly TextBlock[],
  layers: readonly DesignLayer[],
  faces: readonly Face[],
): readonly TextBlock[] {
  return blocks.map((block) => {
    const round = layers.flatMap((layer) => roundUnder(layer, block)).at(-1);
    if (round === undefined) return block;
    let inside = block;
    for (let step = 0; step < STEPS; step++) {
      const over = reach(inside, round, faces);
      if (over <= 1) break;
      inside = smaller(inside, 1 / over);
    }
    return inside;
  });
}

/** The inside of a disc or star on which the block stands; none where it is no such shape, or lies elsewhere. */
function roundUnder(layer: DesignLayer, { box }: TextBlock): readonly Round[] {
  if (layer.kind !== 'disc' && layer.kind !== 'burst') return [];
  const { width, height } = layer.box;
  const [at, middle] = [centre(box), centre(layer.box)];
  const off = Math.hypot((at.x - middle.x) / (width / 2), (at.y - middle.y) / (height / 2));
  if (off > CARRIED || box.width > width || box.height > height) return [];
  const notch = layer.kind === 'burst' ? NOTCH : 1;
  const rim = layer.stroke?.width ?? 0;
  const radius = (side: number): number => (side / 2) * (notch - RIM) - rim;
  return [{ middle, across: radius(width), down: radius(height) }];
}

/** How far the farthest corner of its letters is from the middle, in radii. */
function reach(block: TextBlock, { middle, across, down }: Round, faces: readonly Face[]): number {
  const corners = lineBoxes(block, faces).flatMap(({ box, toAd }) => cornersOf(box).map(toAd));
  return Math.max(
    0,
    ...corners.map(({ x, y }) => Math.hypot((x - middle.x) / across, (y - middle.y) / down)),
  );
}

const cornersOf = (box: Box): readonly Point[] =>
  [box.y, box.y + box.height].flatMap((y) => [
    { x: box.x, y },
    { x: right(box), y },
  ]);

/** The block with its letters so much smaller, about its own middle. */
function smaller(block: TextBlock, factor: number): TextBlock {
  const { x, y } = centre(block.box);
  const width = Math.floor(block.box.width * factor);
  const height = Math.floor(block.box.height * factor);
  const box = { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height };
  return { ...block, size: block.size * factor, box };
}
