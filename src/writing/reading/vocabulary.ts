import type { SeasonName } from '../../ad/scene.ts';
import type { StyleName } from '../../ad/style.ts';
import { adjectiveForms } from '../../language/conjugation.ts';
import type { Term } from '../../presets/lexicon.ts';
import type { Mood } from '../../presets/mood.ts';
import type { Presets } from '../../presets/presets.ts';
import { isShopWord } from './shop-word.ts';
import { type TradeWords, tradeWordsOf } from './trade-words.ts';
import { englishKey, hasHangul, koreanKey, longestKey, mostWords } from './word-keys.ts';

export { englishKey } from './word-keys.ts';

/** What a word can mean: a word of the lexicon, or a name of the presets. */
export type Meaning =
  | { readonly is: 'term'; readonly term: Term }
  | { readonly is: 'trade'; readonly key: string }
  | { readonly is: 'season'; readonly key: SeasonName }
  | { readonly is: 'occasion'; readonly key: string }
  | { readonly is: 'style'; readonly key: StyleName };

/** Every word that requests may use. Hangul is keyed without blanks, Latin by single words in lower case. */
export interface Vocabulary {
  readonly korean: ReadonlyMap<string, readonly Meaning[]>;
  readonly english: ReadonlyMap<string, readonly Meaning[]>;
  /** Words that tell the trade. */
  readonly trades: TradeWords;
  /** In the order in which they count. */
  readonly moods: readonly Mood[];
  /** Most words in an English key. */
  readonly longestEnglish: number;
  /** Most letters in a Korean key. */
  readonly longestKorean: number;
}

/** Gathers the vocabulary once for all requests. About 15 ms. */
export function buildVocabulary(presets: Presets): Vocabulary {
  const korean = new Map<string, Meaning[]>();
  const english = new Map<string, Meaning[]>();
  const put = (map: Map<string, Meaning[]>, key: string, meaning: Meaning): void => {
    const there = map.get(key);
    if (there === undefined) map.set(key, [meaning]);
    else if (!there.some((other) => other.is === meaning.is)) there.push(meaning);
  };
  const name = (text: string, meaning: Meaning): void => {
    put(korean, koreanKey(text), meaning);
    if (!hasHangul(text)) put(english, englishKey(text), meaning);
  };
  for (const { key, names, aliases } of presets.occasions.rows) {
    for (const text of [names.ko, names.en, ...aliases.ko, ...aliases.en])
      name(text, { is: 'occasion', key });
  }
  for (const { key, names, aliases } of presets.seasons.rows) {
    for (const text of [names.ko, names.en, ...aliases.ko, ...aliases.en]) name(text, { is: 'season', key });
  }
  for (const { key, names, aliases } of presets.industries.rows) {
    const all = [...names.ko.split('·'), names.en, ...[...aliases.ko, ...aliases.en].filter(isShopWord)];
    for (const text of all) name(text, { is: 'trade', key });
  }
  for (const { key, names, aliases } of presets.styles.rows) {
    for (const text of [names.ko, names.en, ...aliases.ko, ...aliases.en]) name(text, { is: 'style', key });
  }
  for (const term of presets.lexicon) {
    const meaning: Meaning = { is: 'term', term };
    for (const form of formsOf(term)) name(form, meaning);
    put(english, englishKey(term.en), meaning);
  }
  return {
    korean,
    english,
    trades: tradeWordsOf(presets),
    moods: presets.moods.rows,
    longestEnglish: mostWords(english.keys()),
    longestKorean: longestKey(korean.keys()),
  };
}

const formsOf = (term: Term): readonly string[] =>
  term.group.form === 'adjective' && hasHangul(term.ko) ? adjectiveForms(term.ko).all : [term.ko];
