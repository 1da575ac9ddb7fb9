import { type DetailKind, detailKind } from '../ad/detail-kind.ts';
import type { Face } from '../ad/face.ts';
import { breakUnits, type Unit } from '../typography/break-lines.ts';
import { chooseBreaks } from '../typography/choose-breaks.ts';
import type { Fit } from '../typography/fit.ts';
import type { TextStyle } from '../typography/style.ts';
import { ICON_INDENT, setLine, setText } from '../typography/typeset.ts';

/** One line of an ad's details, ready to be set. */
export interface Detail {
  readonly text: string;
  readonly kind: DetailKind;
  readonly units: readonly Unit[];
}

export const detailOf = (text: string): Detail => ({ text, kind: detailKind(text), units: breakUnits(text) });

/** Details under one another. */
export interface DetailColumn {
  readonly fit: Fit;
  /** As a block's. */
  readonly icons?: readonly (DetailKind | null)[];
}

/** Details in columns beside one another, all in one size. */
export interface DetailColumns {
  readonly columns: readonly DetailColumn[];
  /** Between columns, in pixels. */
  readonly gap: number;
}

/** Most columns; beyond that they are read as a table. */
const MAX_COLUMNS = 4;

/** Between columns, and the narrowest column, in em. */
const GUTTER = 2.1;
const NARROWEST = 6;

/** By how much a line may come out wider than the sum of its words, in em. */
const HAIR = 0.05;

/** A detail is set in no more lines than this. */
const MAX_LINES = 7;
const MAX_LINES_AMONG_COLUMNS = 3;

/** How the width is shared by two columns. */
const HALVES = [0.5, 0.4, 0.6];

/** Share of the details that may go on in a second line before they are rather set smaller. */
const BROKEN = 0.34;

/** The same for columns, of which there can be fewer: a column of scraps is read by nobody. */
const BROKEN_AMONG_COLUMNS = 0.6;

/** What a detail that goes on in a second line costs, against one that is broken badly. */
const BREAK_COST = 0.25;

/** Sets the details of one ad; remembers where they break. */
export class DetailSetter {
  readonly #details: readonly Detail[];
  readonly #style: TextStyle;
  readonly #faces: readonly Face[];
  /** A text of whose lines nothing is known needs no icons. */
  readonly #marked: boolean;
  readonly #known = new Map<string, readonly string[] | undefined>();

  constructor(details: readonly Detail[], style: TextStyle, faces: readonly Face[]) {
    this.#details = details;
    this.#style = style;
    this.#faces = faces;
    this.#marked = details.some(({ kind }) => kind !== 'other');
  }

  /**
   * A way for each number of columns in which the details fit into a width; none broken inside a number or a word.
   *
   * @param width pixels
   * @param sizes em sizes in pixels that may be taken, largest first
   */
  ways(width: number, sizes: readonly number[]): readonly DetailColumns[] {
    const ways: DetailColumns[] = [];
    for (let count = 1; count <= Math.min(MAX_COLUMNS, this.#details.length); count++) {
      const way = this.#inColumns(count, width, sizes);
      if (way !== undefined) ways.push(way);
    }
    return ways;
  }

  #inColumns(count: number, width: number, sizes: readonly number[]): DetailColumns | undefined {
    for (const [i, size] of sizes.entries()) {
      const room = width / size - GUTTER * (count - 1);
      const shares = count === 2 ? HALVES : [1 / count];
      const options = shares.flatMap((share) => {
        const widths = Array.from({ length: count }, (_, k) =>
          count === 2 && k === 1 ? (1 - share) * room : share * room,
        );
        const option = Math.min(...widths) < NARROWEST ? undefined : this.#split(widths);
        return option === undefined ? [] : [option];
      });
      const best = options.toSorted((a, b) => a.height - b.height || a.broken - b.broken)[0];
      if (best === undefined) continue;
      const isLast = i === sizes.length - 1;
      const max = !isLast ? BROKEN : count > 1 ? BROKEN_AMONG_COLUMNS : Number.POSITIVE_INFINITY;
      if (best.broken > max * this.#details.length) continue;
      const columns = best.columns.map((lines) => this.#columnOf(lines, size));
      const gap = Math.round(GUTTER * size);
      const taken = columns.reduce((sum, { fit }) => sum + Math.ceil(fit.width), gap * (count - 1));
      if (taken <= width) return { columns, gap };
    }
    return undefined;
  }

  /** The details in their order, parted so that the highest column is as low as can be. @param widths em */
  #split(widths: readonly number[]): Split | undefined {
    const whole = widths.map((width) => this.#details.map((_, i) => this.#linesOf(i, width)));
    const total = Math.max(...whole.map((lines) => lines.reduce((sum, own) => sum + (own?.length ?? 1), 0)));
    for (let height = Math.ceil(this.#details.length / widths.length); height <= total; height++) {
      const columns: Line[][] = [];
      let at = 0;
      for (const lines of whole) {
        const column: Line[] = [];
        while (at < this.#details.length) {
          const own = lines[at];
          if (own === undefined || column.length + own.length > height) break;
          if (widths.length > 1 && own.length > MAX_LINES_AMONG_COLUMNS) break;
          column.push(...own.map((text, i): Line => ({ text, detail: at, goesOn: i > 0 })));
          at++;
        }
        columns.push(column);
      }
      if (at < this.#details.length || columns.some((column) => column.length === 0)) continue;
      const broken = columns.flat().filter(({ goesOn }) => goesOn).length;
      return { columns, height, broken };
    }
    return undefined;
  }

  /** A detail's lines; undefined where a word is wider than the column. @param width em */
  #linesOf(index: number, width: number): readonly string[] | undefined {
    const tenths = Math.floor(10 * width);
    const key = `${index}|${tenths}`;
    if (this.#known.has(key)) return this.#known.get(key);
    const lines = this.#broken(index, tenths / 10);
    this.#known.set(key, lines);
    return lines;
  }

  #broken(index: number, width: number): readonly string[] | undefined {
    const { units, text } = this.#details[index]!;
    const widthOf = (words: string): number => setLine(words, this.#style, this.#faces).right;
    const room = width - HAIR - (this.#marked ? ICON_INDENT : 0);
    if (widthOf(text) <= room) return [text];
    for (let count = 2; count <= MAX_LINES; count++) {
      const breaks = chooseBreaks(units, count, widthOf, room);
      if (breaks !== undefined) return breaks.lines;
    }
    return undefined;
  }

  #columnOf(column: readonly Line[], size: number): DetailColumn {
    const lines = column.map(({ text }) => text);
    const marks = column.map(({ detail, goesOn }) => (goesOn ? null : this.#details[detail]!.kind));
    const icons = this.#marked ? marks : undefined;
    const set = setText(lines, this.#style, this.#faces, icons);
    const broken = column.filter(({ goesOn }) => goesOn).length;
    const fit = {
      lines,
      set,
      size,
      width: set.width * size,
      height: set.height * size,
      cost: Math.min(1, (BREAK_COST * broken) / Math.max(1, column.length - broken)),
    };
    return icons === undefined ? { fit } : { fit, icons };
  }
}

interface Line {
  readonly text: string;
  /** Index of the detail that it is of. */
  readonly detail: number;
  readonly goesOn: boolean;
}

interface Split {
  readonly columns: readonly (readonly Line[])[];
  /** Lines of the highest column. */
  readonly height: number;
  /** Lines that go on with another. */
  readonly broken: number;
}
