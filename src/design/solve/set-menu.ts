import type { Box } from '../../ad/geometry.ts';
import type { TextStyle } from '../../typography/style.ts';
import { setLine, setText } from '../../typography/typeset.ts';
import type { MenuLine } from './menu-lines.ts';
import type { Room, SetPart, SetWords, WordsToSet } from './set-parts.ts';

export interface MenuToSet extends WordsToSet {
  readonly rows: readonly MenuLine[];
}

/** Between a name and its price, and between two columns, in em. */
const GAP = 1.4;
const GUTTER = 2.4;

/** The longest line that the eye follows from the name to its price along the hairlines, in em. */
const WIDEST = 28;

/** By how much prices are heavier than names. */
const HEAVIER = 200;

/** Middle of letters above their baseline, and how thick a hairline is, in em. */
const MIDDLE = 0.36;
const RULE = 0.04;

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
    const pairs = shown.map(({ name, price }) => [partOf(name, names), partOf(price, prices)] as const);
    const top = Math.max(...(pairs[0] ?? []).map(({ ascent }) => ascent));
    // A thing and its price are lettered one after the other, and both stand on one line.
    for (const [row, [left, right]] of pairs.entries()) {
      const baseline = top + row * pitch;
      const amount = { slot: prices.slot, weight: prices.weight, align: 'right', isAccent: true } as const;
      parts.push({ ...left.part, x, y: baseline - left.ascent, align: 'left' });
      parts.push({ ...right.part, ...amount, x: x + width - right.part.width, y: baseline - right.ascent });
      height = Math.max(height, ...[left, right].map(({ part, ascent }) => baseline - ascent + part.height));
      // In the middle between a line's foot and the next line's head.
      const y = Math.round(baseline - MIDDLE * size - pitch / 2);
      if (row > 0) rules.push({ x, y, width, height: Math.max(1, Math.round(RULE * size)) });
    }
  }
  if (height > room.height) return undefined;
  return {
    width: Math.ceil(columns * width + (columns - 1) * gutter),
    height: Math.ceil(height),
    parts,
    rules,
  };

  function partOf(line: string, style: TextStyle) {
    const set = setText([line], style, faces);
    const part = {
      width: Math.ceil(set.width * size),
      height: Math.ceil(set.height * size),
      lines: [line],
      size,
    };
    return { part, ascent: (set.baselines[0] ?? 0) * size };
  }
}
