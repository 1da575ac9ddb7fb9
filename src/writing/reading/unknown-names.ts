import { SLOT } from '../../presets/pattern.ts';
import type { Presets } from '../../presets/presets.ts';
import { findWords, type Word } from './find-words.ts';
import { ADNOMINAL, isVerb } from './noun-phrase.ts';
import { tokensOf } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

const HANGUL = /\p{Script=Hangul}/u;

/**
 * Words of a line that may be names: no source holds them, and neither the lexicon, nor our own patterns, nor the
 * list of plain words knows them. The names of people, brands and places that nobody told are among these.
 */
export function findUnknownNames(
  line: string,
  sources: readonly string[],
  presets: Presets,
  vocabulary: Vocabulary,
): readonly string[] {
  const plain = plainWords(presets, vocabulary);
  const said = sources.join('\n').toLowerCase().replaceAll(/\s+/g, '');
  const isStranger = (word: Word): boolean => {
    const text = word.text.toLowerCase();
    if (word.meanings.length > 0 || text.length < 2 || !HANGUL.test(text)) return false;
    // 보다 and 이다 end like verbs, and hang on names.
    if (word.particle === '' && (isVerb(word) || ADNOMINAL.test(text))) return false;
    return !said.includes(text) && !plain.has(text) && !plain.has(text + word.particle);
  };
  return findWords(tokensOf(line, []), vocabulary)
    .filter(isStranger)
    .map((word) => word.text);
}

const gathered = new WeakMap<Presets, ReadonlySet<string>>();

/** Words of our own patterns and of the list of plain words, with and without their particles. */
function plainWords(presets: Presets, vocabulary: Vocabulary): ReadonlySet<string> {
  const there = gathered.get(presets);
  if (there !== undefined) return there;
  const words = new Set(presets.plainWords);
  const add = (lines: readonly string[] | undefined): void => {
    for (const line of lines ?? []) {
      for (const { text, particle } of findWords(tokensOf(line.replaceAll(SLOT, ' '), []), vocabulary)) {
        words.add(text);
        words.add(text + particle);
      }
    }
  };
  for (const { copy } of presets.industries.rows) {
    const { headline, sub, cta } = copy.ko;
    for (const table of [headline, sub, cta]) for (const lines of Object.values(table)) add(lines);
  }
  for (const { headline, sub } of presets.occasions.rows) {
    add(headline.ko);
    add(sub?.ko);
  }
  gathered.set(presets, words);
  return words;
}
