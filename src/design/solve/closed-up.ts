import type { Face } from '../../ad/face.ts';
import { bottom, right } from '../../ad/geometry.ts';
import type { TextBlock } from '../../ad/layout.ts';
import { setText } from '../../typography/typeset.ts';

/** Least height between the letters of two lines, in em of the smaller. */
const LEAST_GAP = 0.1;

/** A block's lines against what is near it: by a hair's breadth nearer to one another. */
const NEARER = 0.9;

/**
 * Pixels between the lines of a block, at the widest: from the lowest that letters of one reach to the highest of the next,
 * whatever letters these two happen to have. 0 = it has one line.
 */
export function lineGap(block: TextBlock, faces: readonly Face[]): number {
  const { pitches, letters } = linesOf(block, faces);
  return Math.max(0, ...pitches.map((pitch, i) => pitch - (letters[i] ?? 0)));
}

/**
 * Pixels to the nearest words straight above and below a block; infinite = there are none. Turned words and columns are
 * apart in other ways.
 */
export function apartFrom(
  { box }: TextBlock,
  others: readonly TextBlock[],
): { readonly above: number; readonly below: number } {
  const near = others.filter(
    (other) => isUpright(other) && other.box.x < right(box) && box.x < right(other.box),
  );
  const gaps = (distances: readonly number[]): number => Math.min(...distances.filter((gap) => gap >= 0));
  return {
    above: gaps(near.map((other) => box.y - bottom(other.box))),
    below: gaps(near.map((other) => other.box.y - bottom(box))),
  };
}

/** Whether a block is read as one thing whose lines belong together: details are a list. */
export const isOneThing = (block: TextBlock): boolean =>
  isUpright(block) && block.slot !== 'details' && block.lines.length > 1;

const isUpright = ({ angle, vertical }: TextBlock): boolean => angle === undefined && vertical === undefined;

/**
 * The blocks with their lines no further apart than the block stands from other words, as far as lines do not touch: what
 * is near is read together (the law of proximity).
 */
export function closedUp(blocks: readonly TextBlock[], faces: readonly Face[]): readonly TextBlock[] {
  return blocks.map((block) => {
    if (!isOneThing(block)) return block;
    const { above, below } = apartFrom(
      block,
      blocks.filter((other) => other !== block),
    );
    const wanted = NEARER * Math.min(above, below);
    if (lineGap(block, faces) <= wanted) return block;
    const { pitches, letters, least } = linesOf(block, faces);
    const heightFor = (gaps: readonly number[]): readonly number[] =>
      pitches.map((pitch, i) => (block.lineHeight * ((letters[i] ?? 0) + (gaps[i] ?? wanted))) / pitch);
    // The widest gap is to close; the narrowest must not.
    const lineHeight = Math.min(block.lineHeight, Math.max(Math.min(...heightFor([])), ...heightFor(least)));
    const closed = { ...block, lineHeight };
    const height = Math.min(block.box.height, Math.ceil(heightOf(closed, faces)));
    const y = block.box.y + (above < below ? block.box.height - height : 0);
    return { ...closed, box: { ...block.box, y, height } };
  });
}

/** Pixels between baselines, and what of each is letters. */
function linesOf(block: TextBlock, faces: readonly Face[]) {
  const { lines, baselines } = setText(block.lines, block, faces, block.icons, block.scales);
  const ascent = Math.max(...lines.map((line) => line.ascent / line.scale));
  const descent = Math.max(...lines.map((line) => line.descent / line.scale));
  const pitches = baselines.slice(1).map((baseline, i) => block.size * (baseline - (baselines[i] ?? 0)));
  const letters = lines
    .slice(1)
    .map((line, i) => block.size * (descent * (lines[i]?.scale ?? 1) + ascent * line.scale));
  const least = lines
    .slice(1)
    .map((line, i) => LEAST_GAP * block.size * Math.min(lines[i]?.scale ?? 1, line.scale));
  return { pitches, letters, least };
}

const heightOf = (block: TextBlock, faces: readonly Face[]): number =>
  block.size * setText(block.lines, block, faces, block.icons, block.scales).height;
