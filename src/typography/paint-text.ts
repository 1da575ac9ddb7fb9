import { Path2D } from '@napi-rs/canvas';
import type { DetailKind } from '../ad/detail-kind.ts';
import type { Face } from '../ad/face.ts';
import { centre, type Point } from '../ad/geometry.ts';
import type { TextBlock } from '../ad/layout.ts';
import { DETAIL_ICONS } from './detail-icons.ts';
import type { Pen } from './pen.ts';
import { cssFont } from './register-faces.ts';
import { setColumns } from './set-columns.ts';
import { ICON, type SetRun, type SetText, setText } from './typeset.ts';

/** A run and where its origin is in the ad, in pixels. */
interface PlacedRun extends Point {
  readonly run: SetRun;
}

/** An icon and its left top corner in the ad, in pixels. */
interface PlacedIcon extends Point {
  readonly kind: DetailKind;
}

/** The letters of a block and their places in the ad. */
export interface PlacedText {
  readonly runs: readonly PlacedRun[];
  readonly icons: readonly PlacedIcon[];
  /** Em size in pixels. */
  readonly size: number;
  /** How all of it is turned, and about which point of the ad; absent = upright. */
  readonly turn?: Turn;
}

/** A turn by radians, clockwise. */
interface Turn {
  readonly radians: number;
  readonly about: Point;
}

/** Height of a stroke through digits, and how thick it is, in their em. */
const STRIKE = { height: 0.355, thickness: 0.055, overhang: 0.05 };

/** By how many pixels ink may be wider or higher than its box, which is of whole pixels. */
const ROUNDING = 1;

/**
 * Puts a block's lines into its box by their ink: edges of the ink on the edges of the box, so that blocks of any size
 * share an axis; in a pill, the middle of the ink in the middle of the pill. Letters never leave their box: where it was
 * measured with another font, or not by us, they are set smaller.
 */
export function placeLines(block: TextBlock, faces: readonly Face[]): PlacedText {
  const upright = block.vertical ? placeColumns(block, faces) : placeRows(block, faces);
  return block.angle === undefined ? upright : { ...upright, turn: turnOf(block.box, block.angle) };
}

const turnOf = (box: TextBlock['box'], degrees: number): Turn => ({
  radians: (degrees * Math.PI) / 180,
  about: centre(box),
});

function placeColumns(block: TextBlock, faces: readonly Face[]): PlacedText {
  const { box } = block;
  const set = setColumns(block.lines, block, faces);
  const size = Math.min(block.size, (box.width + ROUNDING) / set.width, (box.height + ROUNDING) / set.height);
  const left = box.x + (box.width - set.width * size) / 2;
  const runs = set.runs.map(({ run, x, y }) => ({ run, x: left + x * size, y: box.y + y * size }));
  return { runs, icons: [], size };
}

function placeRows(block: TextBlock, faces: readonly Face[]): PlacedText {
  const set = setText(block.lines, block, faces, block.icons, block.scales);
  const { box } = block;
  const size = Math.min(block.size, (box.width + ROUNDING) / set.width, (box.height + ROUNDING) / set.height);
  const top = box.y + (box.height - set.height * size) / 2;
  const icons: PlacedIcon[] = [];
  const runs = set.lines.flatMap((line, i) => {
    const x = box.x + originOf(set, i, block, size) - line.left * size;
    const y = top + set.baselines[i]! * size;
    const kind = block.icons?.[i];
    if (kind) {
      const left = box.x + originOf(set, i, block, size);
      icons.push({ kind, x: left, y: y - (ICON.side - ICON.below) * size });
    }
    return line.runs.map((run): PlacedRun => ({ run, x: x + run.x * size, y }));
  });
  return { runs, icons, size };
}

/** Distance from the box's left edge to the left edge of a line's ink, in pixels. */
function originOf(set: SetText, line: number, { box, align }: TextBlock, size: number): number {
  const { left, right } = set.lines[line]!;
  const room = box.width - (right - left) * size;
  if (align === 'left') return 0;
  return align === 'right' ? room : room / 2;
}

/** Fills the letters with the context's fill style. */
export function fillLetters(context: Pen, placed: PlacedText): void {
  context.save();
  turned(context, placed);
  for (const { run, x, y } of placed.runs) {
    setFont(context, run, placed.size);
    context.fillText(run.text, x, y);
    if (run.struck) fillStrike(context, run, x, y, placed.size);
  }
  context.strokeStyle = context.fillStyle;
  strokeIcons(context, placed, 0);
  context.restore();
}

function turned(context: Pen, { turn }: PlacedText): void {
  if (turn === undefined) return;
  context.translate(turn.about.x, turn.about.y);
  context.rotate(turn.radians);
  context.translate(-turn.about.x, -turn.about.y);
}

/** Strokes the letters' outlines, half of `width` (pixels) outside; joins are round. */
export function strokeLetters(context: Pen, placed: PlacedText, width: number): void {
  context.save();
  turned(context, placed);
  context.lineJoin = 'round';
  context.lineWidth = width;
  for (const { run, x, y } of placed.runs) {
    setFont(context, run, placed.size);
    context.strokeText(run.text, x, y);
  }
  strokeIcons(context, placed, width);
  context.restore();
}

/** Side of the square that icons are drawn in, and the width of their strokes in it. */
const ICON_SQUARE = 24;
const ICON_STROKE = 2;

const paths = new Map<DetailKind, Path2D>();

/** @param wider pixels by which the strokes are wider than they should be */
function strokeIcons(context: Pen, { icons, size }: PlacedText, wider: number): void {
  const scale = (ICON.side * size) / ICON_SQUARE;
  for (const { kind, x, y } of icons) {
    const path = paths.get(kind) ?? new Path2D(DETAIL_ICONS[kind]);
    paths.set(kind, path);
    context.save();
    context.translate(x, y);
    context.scale(scale, scale);
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.lineWidth = ICON_STROKE + wider / scale;
    context.stroke(path);
    context.restore();
  }
}

function setFont(context: Pen, run: SetRun, size: number): void {
  const em = size * run.scale;
  context.font = cssFont(run.font, em);
  context.letterSpacing = `${run.tracking * em}px`;
}

function fillStrike(context: Pen, run: SetRun, x: number, y: number, size: number): void {
  const em = size * run.scale;
  const left = x + (run.left - run.x) * size - STRIKE.overhang * em;
  const right = x + (run.right - run.x) * size + STRIKE.overhang * em;
  const thickness = Math.max(2, STRIKE.thickness * em);
  context.fillRect(left, y - STRIKE.height * em - thickness / 2, right - left, thickness);
}
