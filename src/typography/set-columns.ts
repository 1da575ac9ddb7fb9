import type { Face } from '../ad/face.ts';
import { graphemesOf } from '../text/graphemes.ts';
import type { TextStyle } from './style.ts';
import { type SetRun, setLine } from './typeset.ts';

/** Letters under one another, in em of the block's size. */
export interface SetColumns {
  /** Each with its origin on its baseline, from the left top corner. */
  readonly runs: readonly { readonly run: SetRun; readonly x: number; readonly y: number }[];
  readonly width: number;
  readonly height: number;
}

/** What a letter takes of its column, and a blank. */
const CELL = 1;
const BLANK = 0.42;

/** From the middle of a Hangul syllable's ink to its baseline, in em: ink reaches 0.79 above and 0.08 below. */
const BELOW_MIDDLE = 0.355;

/** Digits that stand beside one another in one cell; a longer number is not set in columns. */
const MAX_DIGITS = 3;

/** Room that such a number takes across, in em. */
const CROWDED = 0.98;

/** A number, or one letter, of a text that is written downwards. */
const PIECES = new RegExp(`[0-9A-Za-z+%]{2,${MAX_DIGITS}}`, 'g');

/**
 * Whether a text can be written downwards: Hangul, kana, Han, and numbers of three digits at most. Latin words and
 * telephone numbers would have to lie on their side.
 */
export const standsInColumns = (text: string): boolean =>
  !/[0-9A-Za-z]{4,}/.test(text) && !/[A-Za-z]{2,}/.test(text) && !/\d[.,:/~-]\d/.test(text);

/** How far a column reaches down, in em. @param tracking between letters, in em */
export const columnLength = (text: string, tracking: number): number =>
  piecesOf(text).reduce((sum, piece) => sum + (piece === ' ' ? BLANK : CELL + tracking), 0) - tracking;

/**
 * Lines as columns, the first at the right: letters upright in the middle of their column, numbers of two and three
 * digits beside one another in one cell (https://www.w3.org/TR/klreq/#vertical-writing-mode).
 */
export function setColumns(lines: readonly string[], style: TextStyle, faces: readonly Face[]): SetColumns {
  const pitch = style.lineHeight;
  const width = CELL + (lines.length - 1) * pitch;
  const height = Math.max(...lines.map((line) => columnLength(line, style.tracking)));
  const upright = { ...style, tracking: 0 };
  const runs = lines.flatMap((line, column) => {
    const middle = width - CELL / 2 - column * pitch;
    let y = 0;
    return piecesOf(line).flatMap((piece) => {
      if (piece === ' ') {
        y += BLANK;
        return [];
      }
      const set = setLine(piece, upright, faces);
      const across = set.right - set.left;
      const shrink = Math.min(1, CROWDED / Math.max(across, 0.01));
      const baseline = y + CELL / 2 + BELOW_MIDDLE * shrink;
      y += CELL + style.tracking;
      return set.runs.map((run) => ({
        run: { ...run, scale: run.scale * shrink },
        x: middle - (across / 2 + set.left - run.x) * shrink,
        y: baseline,
      }));
    });
  });
  return { runs, width, height };
}

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const number of text.matchAll(PIECES)) {
    pieces.push(...graphemesOf(text.slice(at, number.index)), number[0]);
    at = number.index + number[0].length;
  }
  return [...pieces, ...graphemesOf(text.slice(at))];
}
