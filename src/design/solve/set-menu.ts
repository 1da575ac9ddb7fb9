import type { Box } from '../../ad/geometry.ts';
import type { TextStyle } from '../../typography/style.ts';
import { setLine, setText } from '../../typography/typeset.ts';
import type { MenuLine } from './menu-lines.ts';
import type { Room, SetPart, SetWords, WordsToSet } from './set-words.ts';

export interface MenuToSet extends WordsToSet {
  readonly rows: readonly MenuLine[];
}

/** Between a name and its price, and between two columns, in em. */
const GAP = 1.4;
const GUTTER = 2.4;

/** The longest line that the eye follows from the name to its price, in em. */
const WIDEST = 17;

/** By how much prices are heavier than names. */
const HEAVIER = 200;

/** Smallest step between two sizes that are tried, in px. */
const STEP = 1;

/**
 * Things on lines of their own: names at the left, prices at the right, a hairline between two lines; in two columns
 * where the family lets them and they are larger so. No name is broken.
 *
 * @returns undefined where they find no room at the smallest size
 */
export function setMenu(
  menu: MenuToSet,
  room: Room,
  { largest, smallest }: { readonly largest: number; readonly smallest: number },
): SetWords | undefined {
  if (!Number.isFinite(room.width)) return undefined;
  const most = Math.min(menu.style.columns ?? 1, Math.floor(menu.rows.length / 2));
  for (let size = largest; size >= smallest; size -= STEP) {
    for (let columns = 1; columns <= Math.max(1, most); columns++) {
      const set = inColumns(menu, size, columns, room);
      if (set !== undefined) return set;
    }
  }
  return undefined;
}

function inColumns(menu: MenuToSet, size: number, columns: number, room: Room): SetWords | undefined {
  const { rows, type, faces } = menu;
  const names = type.style;
  const prices: TextStyle = { ...names, slot: 'price', weight: Math.min(900, names.weight + HEAVIER) };
  const widthOf = (text: string, style: TextStyle): number => setLine(text, style, faces).advance * size;
  const needed = Math.max(
    ...rows.map(({ name, price }) => widthOf(name, names) + widthOf(price, prices) + GAP * size),
  );
  const gutter = GUTTER * size;
  const width = Math.min((room.width - gutter * (columns - 1)) / columns, Math.max(needed, WIDEST * size));
  if (needed > width) return undefined;
  const perColumn = Math.ceil(rows.length / columns);
  const pitch = names.lineHeight * size;
  const parts: SetPart[] = [];
  const rules: Box[] = [];
  let height = 0;
  for (let column = 0; column < columns; column++) {
    const shown = rows.slice(column * perColumn, (column + 1) * perColumn);
    const x = column * (width + gutter);
    const left = partOf(
      shown.map(({ name }) => name),
      names,
      size,
    );
    const right = partOf(
      shown.map(({ price }) => price),
      prices,
      size,
    );
    // Baselines stand on one line: both begin with their first line's ink.
    const top = Math.max(left.ascent, right.ascent);
    parts.push({ ...left.part, x, y: top - left.ascent });
    parts.push({
      ...right.part,
      x: x + width - right.part.width,
      y: top - right.ascent,
      align: 'right',
      slot: prices.slot,
      weight: prices.weight,
      isAccent: true,
    });
    height = Math.max(height, top - left.ascent + left.part.height, top - right.ascent + right.part.height);
    for (let row = 1; row < shown.length; row++) {
      // In the middle between a line's foot and the next line's head.
      const y = top + row * pitch - 0.36 * size - pitch / 2;
      rules.push({ x, y: Math.round(y), width, height: Math.max(1, Math.round(0.04 * size)) });
    }
  }
  if (height > room.height) return undefined;
  return {
    width: Math.ceil(columns * width + (columns - 1) * gutter),
    height: Math.ceil(height),
    parts,
    rules,
  };

  function partOf(lines: readonly string[], style: TextStyle, em: number) {
    const set = setText(lines, style, faces);
    const part = { width: Math.ceil(set.width * em), height: Math.ceil(set.height * em), lines, size: em };
    return { part, ascent: (set.baselines[0] ?? 0) * em };
  }
}
