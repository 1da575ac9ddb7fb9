import { connects, endsSentenceWith } from '../korean/endings.ts';
import type { Span } from '../normalise.ts';

/** What is typed behind a word and says nothing: '이에요ㅎㅎ', '주세요~^^'. */
const TYPED = /[ㄱ-ㅎㅏ-ㅣ~^!.,?;:)]{1,12}$/u;

/** Marks that end a part, and no comma of a number. */
const ENDS = /[.!?;,~)\u2026]{1,6}$|[.!?]{1,4}[ㅎㅋㅠㅜ~^]{1,8}$/u;

const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
]);

/** A word without what is typed behind it. */
const bare = (word: string): string => word.replace(TYPED, '');

/**
 * What is said at a time: up to a mark, a line's end, or the verb that ends a sentence. Quoted words are parts of their own.
 */
export function koreanParts(text: string): readonly Span[] {
  const parts: Span[] = [];
  let from: number | undefined;
  let quoted: string | undefined;
  const close = (end: number): void => {
    if (from !== undefined && end > from) parts.push({ start: from, end });
    from = undefined;
  };
  for (const { index, 0: word } of text.matchAll(/\S+|\n/gu)) {
    if (word === '\n' || word === '/' || word === '|' || word === '-') {
      close(index);
      continue;
    }
    const opened = QUOTES.get(word.charAt(0));
    if (quoted === undefined && opened !== undefined && text.indexOf(opened, index + 1) > 0) {
      close(index);
      quoted = opened;
    }
    if (quoted !== undefined) {
      // '“…”으로': the particle hangs on what is quoted.
      if (word.slice(word.startsWith(quoted) ? 1 : 0).includes(quoted)) quoted = undefined;
      continue;
    }
    from ??= index;
    const said = bare(word);
    if (ENDS.test(word) || (endsSentenceWith(said) && !connects(said))) close(index + word.length);
  }
  close(text.length);
  return parts;
}
