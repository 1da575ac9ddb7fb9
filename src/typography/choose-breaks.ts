import { graphemesOf } from '../text/graphemes.ts';
import { joinUnits, type Unit } from './break-lines.ts';

/** A way to set units in lines. */
export interface Breaks {
  readonly lines: readonly string[];
  /** Estimated advance of the widest line. */
  readonly width: number;
  /** How bad it reads: 0 = even lines broken at breaths; 1 = something a reader stumbles over. */
  readonly cost: number;
}

/** Advance of a text on one line, in any unit of length. */
export type WidthOf = (text: string) => number;

/** What a last line of one syllable costs. */
const LONE_SYLLABLE = 3;

/** A last line shorter than this share of the mean begins to look forgotten. */
const SHORT_LAST = 0.5;

/**
 * The best way to set the units in exactly `count` lines: even ones, the first a little shorter than the second,
 * broken after a comma rather than between words that lean on one another. A forced break is always kept.
 *
 * @param maxLines widest line that is allowed; absent = any
 * @returns undefined when there is no such way
 */
export function chooseBreaks(
  units: readonly Unit[],
  count: number,
  widthOf: WidthOf,
  maxLines = Number.POSITIVE_INFINITY,
): Breaks | undefined {
  if (units.length < count || count < 1) return undefined;
  const blank = widthOf('가 가') - 2 * widthOf('가');
  const widths = units.map((unit) => widthOf(unit.text));
  const single = units.map(({ text }) => text.length < 12 && graphemesOf(text).length === 1);
  const spans = (from: number, to: number): number => {
    let sum = 0;
    for (let i = from; i < to; i++) sum += widths[i]! + (i > from && units[i]!.spaced ? blank : 0);
    return sum;
  };
  const mean = spans(0, units.length) / count;
  // best[k][i]: least cost of setting the first i units in k lines.
  const best = Array.from({ length: count + 1 }, () =>
    new Float64Array(units.length + 1).fill(Number.POSITIVE_INFINITY),
  );
  const from = Array.from({ length: count + 1 }, () => new Int32Array(units.length + 1).fill(-1));
  best[0]![0] = 0;
  for (let line = 1; line <= count; line++) {
    for (let start = line - 1; start < units.length; start++) {
      const before = best[line - 1]![start]!;
      if (before === Number.POSITIVE_INFINITY) continue;
      let width = 0;
      for (let end = start + 1; end <= units.length; end++) {
        const last = units[end - 1]!;
        // A line never reaches over a break that its writer made.
        if (end - 1 > start && last.forced) break;
        width += widths[end - 1]! + (end - 1 > start && last.spaced ? blank : 0);
        if (width > maxLines) break;
        const lone = end - start === 1 && single[start]! && count > 1;
        const cost = before + (lone ? LONE_SYLLABLE : 0) + lineCost(units[start]!, width / mean, line, count);
        // Of ways that are equally good the one with the shorter line.
        if (cost <= best[line]![end]!) {
          best[line]![end] = cost;
          from[line]![end] = start;
        }
      }
    }
  }
  const cost = best[count]![units.length]!;
  if (cost === Number.POSITIVE_INFINITY) return undefined;
  const lines: string[] = [];
  let width = 0;
  for (let line = count, end = units.length; line > 0; line--) {
    const start = from[line]![end]!;
    lines.unshift(joinUnits(units.slice(start, end)));
    width = Math.max(width, spans(start, end));
    end = start;
  }
  return { lines, width, cost: Math.max(0, cost) };
}

/**
 * @param first unit of the line
 * @param share the line's width against the mean
 */
function lineCost(first: Unit, share: number, line: number, count: number): number {
  const off = share - 1;
  let cost = off * off;
  if (count === 1) return cost;
  if (line === 1 && off > 0) cost += 0.3 * off * off;
  if (line > 1 && !first.forced) cost += 0.25 * first.binding;
  if (line === count && share < SHORT_LAST) cost += 1.5 * (SHORT_LAST - share);
  return cost;
}

/** The fewest lines that a writer's own breaks leave open. */
export const fewestLines = (units: readonly Unit[]): number =>
  1 + units.filter((unit, i) => i > 0 && unit.forced).length;

/**
 * The same units with those that are wider than a line parted: at their blanks where they have some, else between
 * letters into even pieces of at least two. A piece of two or three letters may still be too wide.
 */
export function splitWideUnits(units: readonly Unit[], widthOf: WidthOf, max: number): readonly Unit[] {
  return units.flatMap((unit) => (widthOf(unit.text) <= max ? [unit] : part(unit, widthOf, max)));
}

function part(unit: Unit, widthOf: WidthOf, max: number): Unit[] {
  const words = unit.text.split(' ');
  if (words.length > 1) {
    const parted = words.map((text, i): Unit => (i === 0 ? { ...unit, text } : wordOf(text)));
    return [...splitWideUnits(parted, widthOf, max)];
  }
  const letters = lettersOf(unit.text);
  const fewest = Math.min(Math.ceil(widthOf(unit.text) / max), Math.floor(letters.length / 2));
  for (let count = fewest; count <= letters.length / 2; count++) {
    const pieces = evenPieces(letters, count);
    const fits = pieces.every((piece) => widthOf(piece) <= max);
    if (!fits && count + 1 <= letters.length / 2) continue;
    return pieces.map((text, i) =>
      i === 0 ? { ...unit, text } : { ...wordOf(text), spaced: false, binding: 0.9 },
    );
  }
  return [unit];
}

const wordOf = (text: string): Unit => ({ text, spaced: true, forced: false, binding: 0.5 });

/** Letters, with marks bound to the letter that they follow. */
function lettersOf(text: string): string[] {
  const letters: string[] = [];
  for (const grapheme of graphemesOf(text)) {
    if (letters.length > 0 && /^\p{P}$/u.test(grapheme)) letters[letters.length - 1] += grapheme;
    else letters.push(grapheme);
  }
  return letters;
}

/** `count` pieces whose numbers of letters differ by one at most. */
function evenPieces(letters: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const from = Math.round((i * letters.length) / count);
    const to = Math.round(((i + 1) * letters.length) / count);
    return letters.slice(from, to).join('');
  });
}
