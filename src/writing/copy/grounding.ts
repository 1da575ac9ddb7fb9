import { type AdCopy, COPY_SLOTS, type CopySlot } from '../../ad/copy.ts';

/** Something that copy says and nobody told us. */
export interface Ungrounded {
  readonly slot: CopySlot;
  readonly kind: 'number' | 'name' | 'claim';
  readonly text: string;
}

const numbersIn = (text: string): string[] =>
  text.replaceAll(/(?<=\d),(?=\d{3})/g, '').match(/\d+(?:\.\d+)?/g) ?? [];

const wordsIn = (text: string): string[] => text.match(/[A-Za-z][A-Za-z'’]*/g) ?? [];

/**
 * What in `copy` is said without ground: numbers and Latin names that no source holds, and claims (free, organic,
 * same day…) of which no source holds a word.
 *
 * @param sources the request's text, the brand, and words that the person gave
 * @param claims groups of words that state one fact, in lower case
 */
export function findUngrounded(
  copy: AdCopy,
  sources: readonly string[],
  claims: readonly (readonly string[])[],
): readonly Ungrounded[] {
  const source = sources.join('\n').toLowerCase();
  const numbers = new Set(numbersIn(source));
  const words = new Set(wordsIn(source));
  const found: Ungrounded[] = [];
  for (const slot of COPY_SLOTS) {
    const text = copy[slot];
    if (text === undefined) continue;
    for (const number of numbersIn(text))
      if (!numbers.has(number)) found.push({ slot, kind: 'number', text: number });
    for (const name of namesIn(text)) {
      const lower = name.toLowerCase();
      if (!words.has(lower)) found.push({ slot, kind: 'name', text: name });
    }
    const said = text.toLowerCase();
    for (const group of claims) {
      const claim = group.find((word) => contains(said, word));
      if (claim !== undefined && !group.some((word) => contains(source, word))) {
        found.push({ slot, kind: 'claim', text: claim });
      }
    }
  }
  return found;
}

/** In Korean copy every Latin word is a name; in English one with a capital that does not begin a line. */
function namesIn(text: string): string[] {
  if (/\p{Script=Hangul}/u.test(text)) return wordsIn(text);
  return text.split(/[\n.!?:]/).flatMap((line) =>
    wordsIn(line)
      .slice(1)
      .filter((word) => /^[A-Z]/.test(word)),
  );
}

/** Latin words stand alone: 'off' is not in 'coffee'. */
function contains(text: string, word: string): boolean {
  if (!/[a-z]/.test(word)) return text.includes(word);
  const at = text.indexOf(word);
  if (at < 0) return false;
  const pattern = new RegExp(`(?<![a-z])${word.replaceAll(/[.*+?^${'$'}{}()|[\]\\/]/g, '\\$&')}(?![a-z])`);
  return pattern.test(text);
}
