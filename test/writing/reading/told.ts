import { readRequest } from '../../../src/writing/reading/read-request.ts';
import { buildVocabulary } from '../../../src/writing/reading/vocabulary.ts';
import { presets } from '../../engines/offline/write.ts';

const vocabulary = buildVocabulary(presets);

export const read = (text: string) => readRequest(text, vocabulary);

/** What of a request may be lettered: each statement by itself, in small letters, a former price beside its new one. */
function toldBy(text: string): readonly string[] {
  return read(text)
    .statements.filter(({ kind }) => kind !== 'trade' && kind !== 'mood' && kind !== 'wish')
    .map(({ text: words, oldPrice = '' }) => folded(`${words} ${oldPrice}`));
}

/** Without blanks and case, as an ad's words are compared. */
const folded = (words: string): string => words.toLowerCase().replaceAll(/[\s,]/g, '');

/** The words that no statement has whole. */
export const lostOf = (text: string, words: readonly string[]): readonly string[] => {
  const told = toldBy(text);
  return words.filter((word) => !told.some((statement) => statement.includes(folded(word))));
};

/** The words that some statement has. */
export const foundOf = (text: string, words: readonly string[]): readonly string[] => {
  const told = toldBy(text);
  return words.filter((word) => told.some((statement) => statement.includes(folded(word))));
};
