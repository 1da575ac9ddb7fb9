import { exactSyllables, syllablesOf } from '../../language/hangul.ts';

/** A headline has two lines of at most so many syllables; Latin letters count half. */
export const LINE_SYLLABLES = 14;
const LINES = 2;

/** Syllables of the longest headline. */
export const HEADLINE_SYLLABLES = LINES * LINE_SYLLABLES;

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
  const all = exactSyllables(text);
  if (all > HEADLINE_SYLLABLES) return undefined;
  const words = text.split(' ');
  let best: { cut: number; difference: number } | undefined;
  let before = 0;
  for (let cut = 1; cut < words.length; cut++) {
    before += exactSyllables(words[cut - 1] ?? '');
    const [first, second] = [Math.ceil(before), Math.ceil(all - before)];
    if (first > LINE_SYLLABLES || second > LINE_SYLLABLES) continue;
    const difference = Math.abs(first - second);
    if (best === undefined || difference < best.difference) best = { cut, difference };
  }
  if (best === undefined) return undefined;
  return `${words.slice(0, best.cut).join(' ')}\n${words.slice(best.cut).join(' ')}`;
}

/** A line of a sub or of the details. */
export const plainLine = (filled: string): string => filled.split(BREAK).join(' ').trim();
