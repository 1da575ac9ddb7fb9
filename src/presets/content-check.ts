import { UserError } from '../errors/user-error.ts';
import type { ForbiddenSet } from './forbidden.ts';

/** A set of words in small letters, ready to be looked for in a text in small letters. */
interface Rule {
  readonly words: readonly string[];
  readonly fine: readonly RegExp[];
  readonly why: ForbiddenSet['why'];
}

/** A letter or figure of any script. */
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Looks a text over for what no ad may be about: the word list of presets/unwanted.yaml. A word counts where one begins
 * with it, since syllables meet by chance inside and between others (엄마 약국, 총 기간); one of Latin letters where it
 * also ends.
 *
 * @returns throws UserError `content-refused`
 */
export function createContentCheck(unwanted: () => readonly ForbiddenSet[]): (text: string) => void {
  let rules: readonly Rule[] | undefined;
  return (text) => {
    rules ??= unwanted().map(ruleOf);
    const lower = text.toLowerCase();
    const found = rules.find((rule) => violates(lower, rule));
    if (found !== undefined) throw new UserError('content-refused', { why: found.why });
  };
}

const ruleOf = ({ words, except, why }: ForbiddenSet): Rule => ({
  words: words.map(({ word }) => word.toLowerCase()),
  fine: except.map((source) => new RegExp(source, 'giu')),
  why,
});

function violates(text: string, { words, fine }: Rule): boolean {
  const found = words.flatMap((word) =>
    occurrences(word, text).map((start) => ({ start, end: start + word.length })),
  );
  if (found.length === 0) return false;
  const allowed = fine.flatMap((pattern) => [...text.matchAll(pattern)]);
  return found.some(
    ({ start, end }) => !allowed.some((span) => start >= span.index && end <= span.index + span[0].length),
  );
}

/** Where in the text a word begins with this one. Searched for as it is: a pattern of them all takes 20 ms to compile. */
function occurrences(word: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const ends = !/[a-z]/.test(word) || !LETTER.test(characterAt(text, at + word.length));
    if (ends && !LETTER.test(characterBefore(text, at))) places.push(at);
  }
  return places;
}

const characterAt = (text: string, index: number): string => {
  const code = text.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
};

const characterBefore = (text: string, index: number): string =>
  characterAt(text, /[\uDC00-\uDFFF]/.test(text[index - 1] ?? '') ? index - 2 : index - 1);
