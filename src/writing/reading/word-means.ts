import type { Term, TermKind } from '../../presets/lexicon.ts';
import type { Word } from './find-words.ts';

/** The lexicon's entry for a word, where it has one. */
export function termOf(word: Word): Term | undefined {
  const meaning = word.meanings.find((found) => found.is === 'term');
  return meaning?.is === 'term' ? meaning.term : undefined;
}

export function kindOf(word: Word): TermKind | undefined {
  return termOf(word)?.group.kind;
}

export function keyOf(word: Word, is: 'trade' | 'season' | 'occasion' | 'style'): string | undefined {
  const meaning = word.meanings.find((found) => found.is === is);
  return meaning === undefined || meaning.is === 'term' ? undefined : meaning.key;
}

/** A word's own letters in the request: without its particle. */
export const lettersEnd = (word: Word): number => word.end - word.particle.length;
