import type { PrintSheet } from '../ad/place.ts';

export const POINTS_PER_MM = 72 / 25.4;

/** Millimetres around the bleed: room for the marks. */
export const MARGIN = 7;

/** Of the marks, millimetres: from the bleed, and how long. A hairline, in all inks, so that each plate has them. */
const GAP = 1;
const LONG = 5;
const HAIRLINE = 0.25;

/** Operators that draw two marks at each corner of the trimmed sheet, outside of its bleed. */
export function cropMarks({ trim, bleed }: PrintSheet): string {
  const edge = MARGIN + bleed;
  const columns = [edge, edge + trim.width];
  const rows = [edge, edge + trim.height];
  const [right, foot] = [trim.width + 2 * edge, trim.height + 2 * edge];
  const near = [MARGIN - GAP - LONG, MARGIN - GAP];
  const lines = [
    ...columns.flatMap((x) => [near, near.map((y) => foot - y)].map(([from, to]) => line(x, from, x, to))),
    ...rows.flatMap((y) => [near, near.map((x) => right - x)].map(([from, to]) => line(from, y, to, y))),
  ];
  return ['q 1 1 1 1 K', `${HAIRLINE} w`, ...lines, 'Q'].join('\n');
}

const line = (...ends: readonly (number | undefined)[]): string => {
  const [x1, y1, x2, y2] = ends.map((mm = 0) => (mm * POINTS_PER_MM).toFixed(3));
  return `${x1} ${y1} m ${x2} ${y2} l S`;
};
