import type { Locale } from '../../ad/locale.ts';
import { adjectiveForms } from '../../language/conjugation.ts';
import type { Word } from './find-words.ts';
import { termOf } from './word-means.ts';

/** Most adjectives in one phrase. */
const MAX_MOODS = 2;

/** Adjectives of the request that copy may say before a noun: '따뜻하고 아늑한', 'warm and cosy'. */
export function moodPhrase(
  words: readonly Word[],
  said: 'feeling' | 'taste',
  locale: Locale,
  isDenied: (word: Word) => boolean,
): string | undefined {
  const found: string[] = [];
  for (const word of words) {
    const term = termOf(word);
    if (term?.group.said !== said || isDenied(word) || found.length === MAX_MOODS) continue;
    const adjective = locale === 'ko' ? term.ko : word.text.toLowerCase();
    if (/\p{Script=Hangul}/u.test(adjective) === (locale === 'ko') && !found.includes(adjective))
      found.push(adjective);
  }
  const last = found.pop();
  if (last === undefined) return undefined;
  if (locale === 'en') return [...found, last].join(' and ');
  return [...found.map((word) => adjectiveForms(word).connective), adjectiveForms(last).adnominal].join(' ');
}
