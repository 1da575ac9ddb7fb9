import type { CopySlot } from '../../ad/copy.ts';
import type { DetailKind } from '../../ad/detail-kind.ts';
import type { Face } from '../../ad/face.ts';
import type { Box, Point } from '../../ad/geometry.ts';
import type { HexColour } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import { breakUnits } from '../../typography/break-lines.ts';
import { fitText } from '../../typography/fit.ts';
import { paintLetters } from '../../typography/paint-block.ts';
import type { Pen } from '../../typography/pen.ts';
import type { TextStyle } from '../../typography/style.ts';
import { type SetText, setText } from '../../typography/typeset.ts';

/** Words in a size: their ink is `width` by `height` pixels. */
export interface SizedWords {
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly set: SetText;
  /** Em in pixels. */
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly icons?: readonly (DetailKind | null)[];
}

/** The style of a part's words. @param slot `price` sets digits large and their units small, anything else evenly */
export const styleOf = (
  slot: CopySlot,
  face: string,
  weight: number,
  more: Partial<Pick<TextStyle, 'lineHeight' | 'tracking'>> = {},
): TextStyle => ({ slot, face, weight, lineHeight: 1.2, tracking: -0.02, ...more });

/** Lines as they are, in a size. */
export function sizedLines(
  lines: readonly string[],
  style: TextStyle,
  size: number,
  faces: readonly Face[],
  icons?: readonly (DetailKind | null)[],
): SizedWords {
  const set = setText(lines, style, faces, icons);
  return {
    lines,
    style,
    set,
    size,
    width: set.width * size,
    height: set.height * size,
    ...defined({ icons }),
  };
}

/** Em in pixels of the smallest letters of words: in a price its unit is half, and words are less (typography/typeset). */
export const smallestEm = ({ set, size }: SizedWords): number =>
  size * Math.min(...set.lines.flatMap(({ runs }) => runs.map(({ scale }) => scale)));

/** From the top of the ink to the first line's baseline, in pixels. */
export const firstAscent = ({ set, size }: SizedWords): number => (set.lines[0]?.ascent ?? 0) * size;

export interface WordsRoom {
  readonly width: number;
  readonly height: number;
  /** Em sizes in pixels. */
  readonly smallest: number;
  readonly largest: number;
  readonly maxLines: number;
}

/** How much smaller words may be for being broken well. */
const GOOD_BREAK = 0.3;

/** A text as large as it can be in a room, broken where it reads well; undefined where it does not fit. */
export function fittedWords(
  text: string,
  style: TextStyle,
  room: WordsRoom,
  faces: readonly Face[],
): SizedWords | undefined {
  const units = breakUnits(text);
  if (units.length === 0) return undefined;
  const fits = fitText({ units, style, mayPart: false, ...room }, faces);
  const rated = fits.map((fit) => ({ fit, worth: fit.size * (1 - GOOD_BREAK * Math.min(1, fit.cost)) }));
  const best = rated.toSorted((a, b) => b.worth - a.worth)[0]?.fit;
  return (
    best && {
      lines: best.lines,
      style,
      set: best.set,
      size: best.size,
      width: best.width,
      height: best.height,
    }
  );
}

/** Draws words with the top left corner of their ink at a point. */
export function drawWords(
  context: Pen,
  words: SizedWords,
  at: Point,
  colour: HexColour,
  faces: readonly Face[],
  align: 'left' | 'centre' | 'right' = 'left',
): void {
  const box: Box = { x: at.x, y: at.y, width: words.width, height: words.height };
  paintLetters(
    context,
    {
      ...words.style,
      lines: words.lines,
      size: words.size,
      box,
      align,
      colour,
      treatment: 'none',
      contrast: { wcag: 0, apca: 0 },
      ...defined({ icons: words.icons }),
    },
    faces,
  );
}
