import type { SKRSContext2D } from '@napi-rs/canvas';
import type { MenuPart, MenuRow } from '../../ad/design-part.ts';
import type { Face } from '../../ad/face.ts';
import type { HexColour } from '../../ad/scene.ts';
import { mixHex } from '../../imaging/colour.ts';
import { breakUnits } from '../../typography/break-lines.ts';
import { chooseBreaks } from '../../typography/choose-breaks.ts';
import { setLine } from '../../typography/typeset.ts';
import { noRoom, type PartDrawer, type PartLimits } from './part-drawer.ts';
import { readable, SIGNS, WORDS } from './readable.ts';
import { drawWords, firstAscent, type SizedWords, sizedLines, styleOf } from './words.ts';

/** From so many rows on they stand in two columns, where there is the width for them. */
const TWO_COLUMNS = 8;

/** In em of the names: pitch of rows and of the lines of one name, sizes of what is said small. */
const PITCH = 1.72;
const LINE = 1.22;
const SMALL = 0.74;

/** From a name's last baseline to its note's, in em. */
const NOTE = 1.08;

/** In em: between name and price, between columns, and the width beyond which a row is read across with pains. */
const GAP = 1.1;
const GUTTER = 2.4;
const WIDEST = 20;

/** Em of the names as a share of the box's height at most: three rows fill no sheet. */
const LARGEST = 0.16;

const MAX_NAME_LINES = 3;
const STEP = 0.97;

/** Height of a Korean capital above the baseline, in em: what a row is centred by. */
const CAP = 0.74;

/** Words for what is gone, as they stand on paper menus. */
const SOLD_OUT = { ko: '품절', en: 'Sold out' };

interface SetRow {
  readonly row: MenuRow;
  readonly name: SizedWords;
  readonly note?: SizedWords;
  /** Right to left: the price, and the old one. */
  readonly price?: SizedWords;
  readonly old?: SizedWords;
  readonly lines: number;
}

interface SetMenu {
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
      ...(note === undefined ? {} : { note }),
      ...(price === undefined ? {} : { price }),
      ...(old === undefined ? {} : { old }),
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

const heightOf = ({ lines, note }: SetRow, em: number): number =>
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

function setMenu(
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
const smallRate = ({ rows }: MenuPart): number =>
  rows.some(({ note, old, soldOut }) => note !== undefined || old !== undefined || soldOut === true)
    ? SMALL
    : 1;

const widthOf = ({ columns, columnWidth, em }: SetMenu): number =>
  columns.length * columnWidth + (columns.length - 1) * GUTTER * em;

export const menu: PartDrawer<MenuPart> = {
  measure(part, limits, faces) {
    const set = setMenu(part, limits, faces);
    return (
      set && {
        width: Math.min(limits.width, Math.ceil(widthOf(set))),
        height: Math.min(limits.height, Math.ceil(set.height)),
        smallestText: smallRate(part) * set.em,
      }
    );
  },
  paint(context, part, box, { ground, ink, accent }, faces) {
    const set = setMenu(part, { ...box, smallest: 1 }, faces);
    if (set === undefined) throw noRoom(part, box);
    const colours = {
      ink: readable(ink, ground, WORDS),
      price: readable(accent, ground, WORDS),
      quiet: readable(mixHex(ink, ground, 0.35), ground, WORDS),
      guide: mixHex(readable(ink, ground, SIGNS), ground, 0.55),
    };
    const left = box.x + (box.width - widthOf(set)) / 2;
    for (const [i, column] of set.columns.entries()) {
      let y = box.y + (box.height - set.height) / 2;
      const x = left + i * (set.columnWidth + GUTTER * set.em);
      for (const [j, row] of column.entries()) {
        drawRow(
          context,
          part,
          row,
          { x, y, width: set.columnWidth, em: set.em, last: j === column.length - 1 },
          colours,
          faces,
        );
        y += heightOf(row, set.em);
      }
    }
  },
};

interface RowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly em: number;
  readonly last: boolean;
}

type MenuColours = Readonly<Record<'ink' | 'price' | 'quiet' | 'guide', HexColour>>;

function drawRow(
  context: SKRSContext2D,
  part: MenuPart,
  set: SetRow,
  { x, y, width, em, last }: RowPlace,
  colours: MenuColours,
  faces: readonly Face[],
): void {
  const { row, name, note, price, old } = set;
  const gone = row.soldOut === true;
  const heading = row.price === undefined && !gone;
  const baseline = y + (em * (PITCH + CAP)) / 2;
  drawOnBaseline(
    context,
    name,
    x,
    baseline,
    gone ? colours.quiet : heading ? colours.price : colours.ink,
    faces,
  );
  if (note !== undefined)
    drawOnBaseline(context, note, x, baseline + em * ((set.lines - 1) * LINE + NOTE), colours.quiet, faces);
  let end = x + width;
  if (price !== undefined) {
    end -= price.width;
    drawOnBaseline(context, price, end, baseline, gone ? colours.quiet : colours.price, faces);
  }
  if (old !== undefined) {
    end -= old.width + 0.5 * em;
    drawOnBaseline(context, old, end, baseline, colours.quiet, faces);
    strike(context, old, end, baseline, colours.quiet);
  }
  const [first] = name.set.lines;
  const begin = x + (first === undefined ? 0 : (first.right - first.left) * em);
  if (gone) strikeLine(context, x, begin, baseline - 0.34 * em, 0.06 * em, colours.quiet);
  if (part.guide === 'leader' && price !== undefined)
    drawLeader(context, begin + 0.45 * em, end - 0.45 * em, baseline, em, colours.guide);
  if (part.guide === 'rule' && !last) {
    context.fillStyle = colours.guide;
    context.fillRect(x, Math.round(y + heightOf(set, em)) - 1, width, Math.max(1, Math.round(em / 28)));
  }
}

/** Words with their first line's baseline at `y`. */
function drawOnBaseline(
  context: SKRSContext2D,
  words: SizedWords,
  x: number,
  y: number,
  colour: HexColour,
  faces: readonly Face[],
): void {
  drawWords(context, words, { x, y: y - firstAscent(words) }, colour, faces);
}

function strike(
  context: SKRSContext2D,
  words: SizedWords,
  x: number,
  baseline: number,
  colour: HexColour,
): void {
  const over = 0.08 * words.size;
  strikeLine(
    context,
    x - over,
    x + words.width + over,
    baseline - 0.34 * words.size,
    0.075 * words.size,
    colour,
  );
}

function strikeLine(
  context: SKRSContext2D,
  from: number,
  to: number,
  y: number,
  thickness: number,
  colour: HexColour,
): void {
  const high = Math.max(2, thickness);
  context.fillStyle = colour;
  context.fillRect(from, y - high / 2, to - from, high);
}

/** Dots that stand under one another in all rows. */
function drawLeader(
  context: SKRSContext2D,
  from: number,
  to: number,
  baseline: number,
  em: number,
  colour: HexColour,
): void {
  const pitch = 0.34 * em;
  const radius = Math.max(1, 0.045 * em);
  context.fillStyle = colour;
  for (let x = Math.ceil(from / pitch) * pitch; x <= to; x += pitch) {
    context.beginPath();
    context.arc(x, baseline - radius, radius, 0, 2 * Math.PI);
    context.fill();
  }
}
