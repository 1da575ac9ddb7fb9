import type { DetailsPart } from '../../ad/design-part.ts';
import type { Face } from '../../ad/face.ts';
import { DetailSetter, detailOf } from '../../layout/set-details.ts';
import { noRoom, type PartDrawer, type PartLimits } from './part-drawer.ts';
import { readable, WORDS } from './readable.ts';
import { drawWords, type SizedWords, sizedLines, styleOf } from './words.ts';

/** Largest em of details against the box's shorter side, and the steps down from it. */
const LARGEST = 0.12;
const STEP = 0.94;

interface SetDetails {
  readonly columns: readonly SizedWords[];
  readonly gap: number;
  readonly width: number;
  readonly height: number;
  readonly em: number;
}

/** The way that is set largest; of those, the one with the fewest columns. */
function setDetails(part: DetailsPart, limits: PartLimits, faces: readonly Face[]): SetDetails | undefined {
  const style = styleOf('details', part.face, part.weight, { lineHeight: 1.5, tracking: -0.005 });
  const setter = new DetailSetter(part.lines.map(detailOf), style, faces);
  const largest = Math.max(limits.smallest, LARGEST * Math.max(limits.width, limits.height));
  for (let em = largest; em >= limits.smallest; em *= STEP) {
    for (const { columns, gap } of setter.ways(limits.width, [em])) {
      const sized = columns.map(({ fit, icons }) => sizedLines(fit.lines, style, fit.size, faces, icons));
      const height = Math.max(...sized.map((column) => column.height));
      if (height > limits.height) continue;
      const width = sized.reduce((sum, column) => sum + column.width, gap * (sized.length - 1));
      if (width > limits.width) continue;
      return { columns: sized, gap, width, height, em };
    }
  }
  return undefined;
}

/** The strip at the foot, set as layout/set-details sets it. */
export const details: PartDrawer<DetailsPart> = {
  measure(part, limits, faces) {
    const set = setDetails(part, limits, faces);
    return (
      set && {
        width: Math.min(limits.width, Math.ceil(set.width)),
        height: Math.min(limits.height, Math.ceil(set.height)),
        smallestText: set.em,
      }
    );
  },
  paint(context, part, box, { ground, ink }, faces) {
    const set = setDetails(part, { ...box, smallest: 1 }, faces);
    if (set === undefined) throw noRoom(part, box);
    const colour = readable(ink, ground, WORDS);
    let x = part.align === 'left' ? box.x : box.x + (box.width - set.width) / 2;
    const y = box.y + (box.height - set.height) / 2;
    for (const column of set.columns) {
      drawWords(context, column, { x, y }, colour, faces);
      x += column.width + set.gap;
    }
  },
};
