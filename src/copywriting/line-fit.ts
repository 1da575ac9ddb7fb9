import { syllablesOf } from '../language/hangul.ts';

/** A headline has two lines of at most so many syllables; Latin letters count half. */
export const LINE_SYLLABLES = 14;
const LINES = 2;

/** Where a pattern may be broken. */
const BREAK = ' / ';

/**
 * A filled pattern as a headline: in one piece where it is short, else broken where the pattern says, else between
 * words so that the lines are most alike.
 *
 * @returns undefined where it does not fit two lines
 */
export function headlineOf(filled: string): string | undefined {
  const parts = filled.split(BREAK).map((part) => part.trim());
  const whole = parts.join(' ');
  if (fits(whole)) return whole;
  if (parts.length <= LINES && parts.every(fits)) return parts.join('\n');
  return brokenBetweenWords(whole);
}

const fits = (line: string): boolean => syllablesOf(line) <= LINE_SYLLABLES;

function brokenBetweenWords(text: string): string | undefined {
  const words = text.split(' ');
  let best: { lines: string; difference: number } | undefined;
  for (let cut = 1; cut < words.length; cut++) {
    const lines = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
    if (!lines.every(fits)) continue;
    const [first = 0, second = 0] = lines.map(syllablesOf);
    const difference = Math.abs(first - second);
    if (best === undefined || difference < best.difference) best = { lines: lines.join('\n'), difference };
  }
  return best?.lines;
}

/** A line of a sub or a footer. */
export const plainLine = (filled: string): string => filled.split(BREAK).join(' ').trim();
