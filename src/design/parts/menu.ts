import type { MenuPart } from '../../ad/design-part.ts';
import type { Face } from '../../ad/face.ts';
import type { HexColour } from '../../ad/scene.ts';
import { mixHex } from '../../imaging/colour.ts';
import type { Pen } from '../../typography/pen.ts';
import { noRoom, type PartDrawer } from './part-drawer.ts';
import { readable, SIGNS, WORDS } from './readable.ts';
import { GUTTER, heightOf, LINE, NOTE, PITCH, type SetRow, setMenu, smallRate, widthOf } from './set-menu.ts';
import { drawWords, firstAscent, type SizedWords } from './words.ts';

/** Height of a Korean capital above the baseline, in em: what a row is centred by. */
const CAP = 0.74;

export const menu: PartDrawer<MenuPart, Pen> = {
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
  context: Pen,
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
  context: Pen,
  words: SizedWords,
  x: number,
  y: number,
  colour: HexColour,
  faces: readonly Face[],
): void {
  drawWords(context, words, { x, y: y - firstAscent(words) }, colour, faces);
}

function strike(context: Pen, words: SizedWords, x: number, baseline: number, colour: HexColour): void {
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
  context: Pen,
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
  context: Pen,
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
