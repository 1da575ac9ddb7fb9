import type { MenuPart, MenuRow } from '../../ad/design-part.ts';
import type { Face } from '../../ad/face.ts';
import { defined } from '../../collections/defined.ts';
import { breakUnits } from '../../typography/break-lines.ts';
import { chooseBreaks } from '../../typography/choose-breaks.ts';
import { setLine } from '../../typography/typeset.ts';
import type { PartLimits } from './part-drawer.ts';
import { type SizedWords, sizedLines, styleOf } from './words.ts';

/** From so many rows on they stand in two columns, where there is the width for them. */
const TWO_COLUMNS = 8;

/** In em of the names: pitch of rows and of the lines of one name, sizes of what is said small. */
export const PITCH = 1.72;
export const LINE = 1.22;
const SMALL = 0.74;

/** From a name's last baseline to its note's, in em. */
export const NOTE = 1.08;

/** In em: between name and price, between columns, and the width beyond which a row is read across with pains. */
const GAP = 1.1;
export const GUTTER = 2.4;
const WIDEST = 20;

/** Em of the names as a share of the box's height at most: three rows fill no sheet. */
const LARGEST = 0.16;

const MAX_NAME_LINES = 3;
const STEP = 0.97;

/** Words for what is gone, as they stand on paper menus. */
const SOLD_OUT = { ko: '품절', en: 'Sold out' };

/** One row at its em. */
export interface SetRow {
  readonly row: MenuRow;
  readonly name: SizedWords;
  readonly note?: SizedWords;
  /** Right to left: the price, and the old one. */
  readonly price?: SizedWords;
  readonly old?: SizedWords;
  readonly lines: number;
}

/** A menu at the largest em that its limits allow. */
export interface SetMenu {
  readonly em: number;
  readonly columns: readonly (readonly SetRow[])[];
  /** Of one column, pixels. */
  readonly columnWidth: number;
  readonly height: number;
}

const plain = (part: MenuPart, weight: number) =>
  styleOf('details', part.face, weight, { lineHeight: LINE, tracking: -0.01 });
const strong = (part: MenuPart): number => Math.min(900, part.weight + 200);

/** The rows at an em; undefined where one is wider than its column. */
function setRows(
  part: MenuPart,
  em: number,
  width: number,
  faces: readonly Face[],
): readonly SetRow[] | undefined {
  const rows: SetRow[] = [];
  for (const row of part.rows) {
    const heading = row.price === undefined && row.soldOut !== true;
    const gone = row.soldOut === true;
    const said = gone ? soldOutFor(part) : row.price;
    const price =
      said === undefined
        ? undefined
        : sizedLines(
            [said],
            gone ? plain(part, part.weight) : { ...plain(part, strong(part)), slot: 'details' },
            gone ? SMALL * em : em,
            faces,
          );
    const old =
      row.old === undefined || gone
        ? undefined
        : sizedLines([row.old], plain(part, part.weight), SMALL * em, faces);
    const taken =
      (price === undefined ? 0 : price.width + GAP * em) + (old === undefined ? 0 : old.width + 0.5 * em);
    const style = plain(part, heading ? strong(part) : part.weight);
    const lines = nameLines(row.name, width - taken, em, style, faces);
    if (lines === undefined) return undefined;
    const note =
      row.note === undefined
        ? undefined
        : sizedLines([row.note], plain(part, part.weight), SMALL * em, faces);
    if (note !== undefined && note.width > width - taken) return undefined;
    rows.push({
      row,
      name: sizedLines(lines, style, em, faces),
      lines: lines.length,
      ...defined({ note, price, old }),
    });
  }
  return rows;
}

function nameLines(
  name: string,
  width: number,
  em: number,
  style: ReturnType<typeof plain>,
  faces: readonly Face[],
): readonly string[] | undefined {
  const widthOf = (text: string): number => setLine(text, style, faces).right;
  const units = breakUnits(name);
  for (let count = 1; count <= MAX_NAME_LINES; count++) {
    const breaks = chooseBreaks(units, count, widthOf, width / em);
    if (breaks !== undefined && Math.max(...breaks.lines.map(widthOf)) * em <= width) return breaks.lines;
  }
  return undefined;
}

const soldOutFor = ({ rows }: MenuPart): string =>
  rows.some(({ name }) => /\p{Script=Hangul}/u.test(name)) ? SOLD_OUT.ko : SOLD_OUT.en;

export const heightOf = ({ lines, note }: SetRow, em: number): number =>
  em * (PITCH + (lines - 1) * LINE + (note === undefined ? 0 : NOTE));

/** The rows in their order, parted where the columns come out most even. */
function inColumns(rows: readonly SetRow[], count: number, em: number): readonly (readonly SetRow[])[] {
  if (count === 1) return [rows];
  const heights = rows.map((row) => heightOf(row, em));
  const total = heights.reduce((sum, height) => sum + height, 0);
  let [at, sum] = [0, 0];
  for (const height of heights.slice(0, -1)) {
    if (sum + height / 2 >= total / 2) break;
    sum += height;
    at++;
  }
  return [rows.slice(0, at), rows.slice(at)];
}

/** Undefined where it does not fit readably. */
export function setMenu(
  part: MenuPart,
  { width, height, smallest }: PartLimits,
  faces: readonly Face[],
): SetMenu | undefined {
  const counts = part.rows.length >= TWO_COLUMNS ? [2, 1] : [1];
  let best: SetMenu | undefined;
  for (const count of counts) {
    for (
      let em = LARGEST * height;
      SMALL * em >= smallest || em * 0.999 >= smallest / smallRate(part);
      em *= STEP
    ) {
      if (best !== undefined && em <= best.em * (count === 1 ? 1.15 : 1)) break;
      const gutter = count === 1 ? 0 : GUTTER * em;
      const columnWidth = Math.floor(Math.min(WIDEST * em, (width - gutter) / count));
      const rows = setRows(part, em, columnWidth, faces);
      if (rows === undefined) continue;
      const columns = inColumns(rows, count, em);
      const tall = Math.max(
        ...columns.map((column) => column.reduce((sum, row) => sum + heightOf(row, em), 0)),
      );
      if (tall > height) continue;
      best = { em, columns, columnWidth, height: tall };
      break;
    }
  }
  return best;
}

/** What the smallest words of a menu are against its names. */
export const smallRate = ({ rows }: MenuPart): number =>
  rows.some(({ note, old, soldOut }) => note !== undefined || old !== undefined || soldOut === true)
    ? SMALL
    : 1;

export const widthOf = ({ columns, columnWidth, em }: SetMenu): number =>
  columns.length * columnWidth + (columns.length - 1) * GUTTER * em;
