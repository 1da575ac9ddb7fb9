import type { Face } from '../ad/face.ts';
import type { Unit } from './break-lines.ts';
import { chooseBreaks, fewestLines, splitWideUnits, type WidthOf } from './choose-breaks.ts';
import type { TextStyle } from './style.ts';
import { type SetText, setLine, setText } from './typeset.ts';

export interface FitRequest {
  readonly units: readonly Unit[];
  readonly style: TextStyle;
  /** Room across and down, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Em sizes in pixels between which the text may be set. */
  readonly smallest: number;
  readonly largest: number;
  readonly maxLines: number;
  /** Whether a word that is wider than the room may be parted: the last thing to do, before it is not said at all. */
  readonly mayPart: boolean;
}

/** A text set in a box. */
export interface Fit {
  readonly lines: readonly string[];
  readonly set: SetText;
  /** Em size, whole pixels. */
  readonly size: number;
  /** Of the ink, in pixels; never more than was asked for. */
  readonly width: number;
  readonly height: number;
  /** How badly its lines are broken, as in `Breaks`. */
  readonly cost: number;
}

/**
 * Every number of lines in which a text can be set, each at its largest size: measured on the ink of the glyphs, not
 * on font boxes. Empty when it does not fit even at the smallest size.
 */
export function fitText(request: FitRequest, faces: readonly Face[]): readonly Fit[] {
  const { style, width, smallest, maxLines, mayPart } = request;
  const widthOf: WidthOf = (text) => setLine(text, style, faces).advance;
  const units = mayPart ? splitWideUnits(request.units, widthOf, width / smallest) : request.units;
  const fits: Fit[] = [];
  for (let count = fewestLines(units); count <= maxLines; count++) {
    const breaks =
      chooseBreaks(units, count, widthOf, width / request.largest) ??
      chooseBreaks(units, count, widthOf, width / smallest);
    if (breaks === undefined) continue;
    const fit = fitLines(breaks.lines, request, faces);
    if (fit !== undefined) fits.push({ ...fit, cost: breaks.cost });
  }
  return fits;
}

/** Given lines at their largest size in the box; undefined when that is below the smallest. */
function fitLines(
  lines: readonly string[],
  { style, width, height, smallest, largest }: Omit<FitRequest, 'units' | 'maxLines' | 'mayPart'>,
  faces: readonly Face[],
): Omit<Fit, 'cost'> | undefined {
  const set = setText(lines, style, faces);
  const size = Math.floor(Math.min(largest, width / set.width, height / set.height));
  if (size < smallest) return undefined;
  return { lines, set, size, width: set.width * size, height: set.height * size };
}
