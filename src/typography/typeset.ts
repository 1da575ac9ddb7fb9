import type { Face } from '../ad/face.ts';
import { BoundedMap } from '../collections/bounded-map.ts';
import { coverText } from './glyph-coverage.ts';
import { measureRun } from './measure.ts';
import { type PricePart, priceRuns } from './price.ts';
import type { Font } from './register-faces.ts';
import type { TextStyle } from './style.ts';

/** A piece of a line in one font and one size. Lengths are in em of the block's size. */
export interface SetRun {
  readonly text: string;
  readonly font: Font;
  /** Its own em. */
  readonly scale: number;
  /** Between letters, in its own em. */
  readonly tracking: number;
  /** Of its origin, from the line's. */
  readonly x: number;
  /** Edges of its ink, from the line's origin. */
  readonly left: number;
  readonly right: number;
  readonly struck: boolean;
}

/** A line of text whose letters have their places. Lengths are in em of the block's size. */
export interface SetLine {
  readonly runs: readonly SetRun[];
  readonly advance: number;
  /** Edges of the ink: from the origin, and from the baseline (both counted outwards). */
  readonly left: number;
  readonly right: number;
  readonly ascent: number;
  readonly descent: number;
  /** Largest em of its runs. */
  readonly scale: number;
}

/** Lines under one another. Lengths are in em of the block's size. */
export interface SetText {
  readonly lines: readonly SetLine[];
  /** Of each line, from the top of the ink. */
  readonly baselines: readonly number[];
  /** Of the ink. */
  readonly width: number;
  readonly height: number;
}

interface Piece {
  readonly text: string;
  readonly scale: number;
  readonly weight: number;
  readonly tracking: number;
  readonly struck: boolean;
  /** Before it, in em of the block. */
  readonly gap: number;
}

/** Sizes of a price's parts against its digits; a Korean 원 stands at half of them. */
const PRICE_SCALES: Readonly<Record<PricePart, number>> = { number: 1, unit: 0.5, words: 0.42, old: 0.42 };

/** A share is read as one sign with its number. */
const PERCENT_SCALE = 0.62;

/** Between a number and its unit: a hair's breadth. */
const UNIT_GAP = 0.035;

/** Signs that part two things on one line; at a line's end there is nothing to part. */
const SEPARATOR_AT_END = /(?<!\s)\s*[·•|ㆍ]\s*$/u;

/** Lines that were set, by the faces they were set with: finding breaks asks for the same words again and again. */
const known = new WeakMap<readonly Face[], BoundedMap<string, SetLine>>();

/** Lines remembered for one list of faces. */
const REMEMBERED = 5000;

/** @param last whether no line follows */
export function setLine(line: string, style: TextStyle, faces: readonly Face[], last = true): SetLine {
  const visible = last ? line : line.replace(SEPARATOR_AT_END, '');
  const { slot, face, weight, tracking } = style;
  const key = [slot === 'price', face, weight, tracking, visible].join('|');
  const lines = known.get(faces) ?? new BoundedMap<string, SetLine>(REMEMBERED);
  known.set(faces, lines);
  const before = lines.peek(key);
  if (before !== undefined) return before;
  const set = setVisible(visible, style, faces);
  lines.set(key, set);
  return set;
}

function setVisible(visible: string, style: TextStyle, faces: readonly Face[]): SetLine {
  const pieces = style.slot === 'price' ? pricePieces(visible, style) : [plainPiece(visible, style)];
  const runs: SetRun[] = [];
  let x = 0;
  let [ascent, descent] = [0, 0];
  for (const piece of pieces) {
    x += piece.gap;
    for (const { text, font } of coverText(piece.text, style.face, piece.weight, faces)) {
      const extent = measureRun(text, font, piece.tracking);
      const { scale, tracking, struck } = piece;
      runs.push({
        text,
        font,
        scale,
        tracking,
        struck,
        x,
        left: x + extent.left * scale,
        right: x + extent.right * scale,
      });
      ascent = Math.max(ascent, extent.ascent * scale);
      descent = Math.max(descent, extent.descent * scale);
      x += (extent.advance + tracking) * scale;
    }
  }
  const inked = runs.filter((run) => run.text.trim() !== '');
  return {
    runs,
    advance: x,
    left: Math.min(...inked.map((run) => run.left), inked.length === 0 ? 0 : Number.POSITIVE_INFINITY),
    right: Math.max(...inked.map((run) => run.right), 0),
    ascent,
    descent,
    scale: Math.max(...runs.map((run) => run.scale), 0.01),
  };
}

const plainPiece = (text: string, style: TextStyle): Piece => ({
  text,
  scale: 1,
  weight: style.weight,
  tracking: style.tracking,
  struck: false,
  gap: 0,
});

function pricePieces(line: string, style: TextStyle): Piece[] {
  const runs = priceRuns(line);
  const numberless = runs.every(({ part }) => part === 'words');
  return runs.map(({ part, text }, i) => ({
    text,
    scale: numberless ? 0.6 : part === 'unit' && text.includes('%') ? PERCENT_SCALE : PRICE_SCALES[part],
    weight: part === 'number' ? style.weight : part === 'unit' ? style.weight - 100 : 500,
    tracking: part === 'number' ? style.tracking : style.tracking / 2,
    struck: part === 'old',
    gap: i > 0 && (part === 'unit' || runs[i - 1]?.part === 'unit') ? UNIT_GAP : 0,
  }));
}

/**
 * An icon before a line, in em: its side, the gap behind it, and how far it hangs below the baseline, which puts its
 * middle on the letters'.
 */
export const ICON = { side: 1.08, gap: 0.42, below: 0.2 };

/** What a line is moved in by for its icon, in em. */
export const ICON_INDENT = ICON.side + ICON.gap;

/** Distance of lines that go on with the one above, against that of two details. */
const CONTINUED = 0.8;

/** A line with room for an icon before it: its ink reaches as high and as low as the icon, so all such lines are alike. */
const indented = (line: SetLine): SetLine => ({
  ...line,
  runs: line.runs.map((run) => ({ ...run, x: run.x + ICON_INDENT - line.left })),
  advance: line.advance + ICON_INDENT - line.left,
  left: 0,
  right: line.right + ICON_INDENT - line.left,
  ascent: Math.max(line.ascent, ICON.side - ICON.below),
  descent: Math.max(line.descent, ICON.below),
});

/** A line in letters of another size. */
const scaled = (line: SetLine, by: number): SetLine => ({
  runs: line.runs.map((run) => ({
    ...run,
    scale: run.scale * by,
    x: run.x * by,
    left: run.left * by,
    right: run.right * by,
  })),
  advance: line.advance * by,
  left: line.left * by,
  right: line.right * by,
  ascent: line.ascent * by,
  descent: line.descent * by,
  scale: line.scale * by,
});

/**
 * @param icons as a block's
 * @param scales as a block's
 * @throws RangeError for no lines
 */
export function setText(
  lines: readonly string[],
  style: TextStyle,
  faces: readonly Face[],
  icons?: readonly unknown[],
  scales?: readonly number[],
): SetText {
  if (lines.length === 0) throw new RangeError('A block has at least one line');
  const set = lines.map((line, i) => {
    // With icons every line is a whole text.
    const last = icons !== undefined || i === lines.length - 1;
    const bare = setLine(line, style, faces, last);
    const sized = scales === undefined ? bare : scaled(bare, scales[i] ?? 1);
    return icons === undefined ? sized : indented(sized);
  });
  const baselines: number[] = [];
  for (const [i, line] of set.entries()) {
    const before = set[i - 1];
    // A small line above a large one needs less than the large one's pitch.
    const rate = icons?.[i] === null ? CONTINUED : 1;
    const pitch =
      before === undefined ? 0 : rate * style.lineHeight * (0.75 * line.scale + 0.25 * before.scale);
    baselines.push((baselines.at(-1) ?? set[0]!.ascent) + pitch);
  }
  return {
    lines: set,
    baselines,
    width: Math.max(...set.map((line) => line.right - line.left)),
    height: baselines.at(-1)! + set.at(-1)!.descent,
  };
}
