import type { Box } from '../../../ad/geometry.ts';
import type { Plane, Raster } from '../../raster.ts';
import type { GroundBeside } from './ground-beside.ts';

/** Rows above and below a line that are compared, as a share of the product's height. */
const REACH = 0.03;

/** Rows next to the line that are left out: it may be soft. */
const SOFT = 0.006;

/** Least step (0–255, over three channels) across a line, such as from wall to table. */
const STEP = 36;

/** How much of the ground's step is seen through glass or through what is in it; more would be an edge of its own. */
const SEEN = { least: 0.15, most: 1.15 } as const;

/** Least step inside (0–255, over three channels) that is told from noise. */
const FAINT = 8;

/** Part of the step inside that may point elsewhere than the ground's. */
const ASIDE = 0.35;

/**
 * In how many of the columns where a line of the ground meets the product that line goes on inside of it: the edge of
 * a table behind a glass. A step of the same kind at the same height on an opaque product would be a coincidence.
 *
 * @returns 0–1; 0 where the ground has no line at the product's height
 */
export function shareSeenThrough(photo: Raster, shares: Plane, box: Box, ground: GroundBeside): number {
  const reach = Math.max(4, Math.round(REACH * box.height));
  const soft = Math.max(1, Math.round(SOFT * box.height));
  const line = lineOf(box, ground, reach, soft);
  if (line === undefined) return 0;
  const middle = ground.fallAt(middleOf(box));
  let [inside, through] = [0, 0];
  const [step, behind] = [new Float64Array(3), new Float64Array(3)];
  for (let x = box.x; x < box.x + box.width; x++) {
    const y = Math.round(line + ground.fallAt(x) - middle);
    if (shares.data[(y - reach) * photo.width + x]! < 1 || shares.data[(y + reach) * photo.width + x]! < 1) {
      continue;
    }
    inside++;
    stepAcross(y, reach, soft, step, (row, c) => photo.data[(row * photo.width + x) * 4 + c]!);
    stepAcross(y, reach, soft, behind, colourOf(ground, x));
    const long = lengthOf(behind);
    let along = 0;
    for (let c = 0; c < 3; c++) along += (step[c]! * behind[c]!) / long ** 2;
    const aside = Math.hypot(...[0, 1, 2].map((c) => step[c]! - along * behind[c]!));
    const seen = Math.max(FAINT, SEEN.least * long);
    if (along * long >= seen && along <= SEEN.most && aside <= ASIDE * along * long) through++;
  }
  return inside === 0 ? 0 : through / inside;
}

const middleOf = ({ x, width }: Box): number => x + (width >> 1);

/** The row of the middle column in which the ground steps most; undefined where it nowhere does. */
function lineOf(box: Box, ground: GroundBeside, reach: number, soft: number): number | undefined {
  const step = new Float64Array(3);
  const colour = colourOf(ground, middleOf(box));
  let found: { row: number; size: number } | undefined;
  for (let row = box.y + 2 * reach; row < box.y + box.height - 2 * reach; row++) {
    stepAcross(row, reach, soft, step, colour);
    const size = lengthOf(step);
    if (size > (found?.size ?? STEP)) found = { row, size };
  }
  return found?.row;
}

const colourOf = (ground: GroundBeside, x: number) => {
  const colour = new Float64Array(3);
  let last = -1;
  return (row: number, c: number): number => {
    if (row !== last) ground.colourAt(x, row, colour);
    last = row;
    return colour[c]!;
  };
};

/** Mean colour below a row less that above it, into `out`. */
function stepAcross(
  row: number,
  reach: number,
  soft: number,
  out: Float64Array,
  valueAt: (row: number, c: number) => number,
): void {
  out.fill(0);
  const rows = reach - soft + 1;
  for (let d = soft; d <= reach; d++) {
    for (let c = 0; c < 3; c++) out[c]! += (valueAt(row + d, c) - valueAt(row - d, c)) / rows;
  }
}

const lengthOf = (step: Float64Array): number => Math.hypot(step[0]!, step[1]!, step[2]!);
