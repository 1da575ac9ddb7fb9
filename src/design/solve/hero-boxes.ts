import type { Box, Size } from '../../ad/geometry.ts';
import type { DesignStyle } from '../../presets/design.ts';

type Anchor = NonNullable<DesignStyle['anchor']>;

/** Between two of several, as a share of their height. */
const GAP = 0.05;

/**
 * Where heroes stand in a box, as large as it lets them be: one alone at its anchor, several in a row on one line, or in
 * two rows where they are larger so.
 */
export function heroBoxes(box: Box, heroes: readonly Size[], anchor: Anchor = 'bottom'): readonly Box[] {
  if (heroes.length === 0) return [];
  const one = inRows(box, heroes, 1, anchor);
  const two = heroes.length > 2 ? inRows(box, heroes, 2, anchor) : undefined;
  return two !== undefined && areaOf(two) > 1.15 * areaOf(one) ? two : one;
}

/** The heroes that a box shows: all of them, or one. */
export function shownHeroes<Hero>(heroes: readonly Hero[], only: DesignStyle['only']): readonly Hero[] {
  if (only === undefined || heroes.length === 0) return heroes;
  const first = (only - 1) % heroes.length;
  return heroes.slice(first, first + 1);
}

const areaOf = (boxes: readonly Box[]): number =>
  boxes.reduce((sum, { width, height }) => sum + width * height, 0);

function inRows(box: Box, heroes: readonly Size[], rows: number, anchor: Anchor): readonly Box[] {
  const perRow = Math.ceil(heroes.length / rows);
  const grouped = Array.from({ length: rows }, (_, row) => heroes.slice(row * perRow, (row + 1) * perRow));
  const aspectOf = ({ width, height }: Size): number => width / height;
  const widest = Math.max(
    ...grouped.map((row) => row.reduce((sum, hero) => sum + aspectOf(hero), 0) + GAP * (row.length - 1)),
  );
  // Height of one: held by the box's height, and by the widest row.
  const height = Math.min(box.height / (rows + GAP * (rows - 1)), box.width / widest);
  const total = height * (rows + GAP * (rows - 1));
  const top = box.y + (box.height - total) * downShare(anchor);
  return grouped.flatMap((row, r) => {
    const length = height * (row.reduce((sum, hero) => sum + aspectOf(hero), 0) + GAP * (row.length - 1));
    let x = box.x + (box.width - length) * acrossShare(anchor);
    return row.map((hero) => {
      const width = height * aspectOf(hero);
      const place = { x, y: top + r * height * (1 + GAP), width, height };
      x += width + GAP * height;
      return place;
    });
  });
}

const downShare = (anchor: Anchor): number => (anchor === 'top' ? 0 : anchor.startsWith('bottom') ? 1 : 0.5);

const acrossShare = (anchor: Anchor): number =>
  anchor.endsWith('left') ? 0 : anchor.endsWith('right') ? 1 : 0.5;
