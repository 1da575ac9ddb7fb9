import type { TradeClass } from '../../ad/trade-class.ts';
import type { Presets } from '../../presets/presets.ts';
import type { TradeAct } from '../../presets/trade-acts.ts';
import { isDeedWord } from './shop-word.ts';
import { englishKey, hasHangul, koreanKey, longestKey, mostWords } from './word-keys.ts';

/** What a word says of the trade. */
export type TradeMeaning =
  /** A name of such a shop, or of what it does with things. */
  | { readonly is: 'name'; readonly key: string }
  /** What is sold there. */
  | { readonly is: 'goods'; readonly key: string }
  /** What is done with the thing before it, or, of `before`, with the thing behind it. */
  | { readonly is: 'act'; readonly act: TradeAct; readonly before: boolean };

/** All words that tell trades, keyed as the vocabulary's are. */
export interface TradeWords {
  readonly korean: ReadonlyMap<string, readonly TradeMeaning[]>;
  readonly english: ReadonlyMap<string, readonly TradeMeaning[]>;
  /** Most letters in a Korean key, and most words in an English one. */
  readonly longestKorean: number;
  readonly longestEnglish: number;
  /** By the keys of trades that have one. */
  readonly classes: ReadonlyMap<string, TradeClass>;
}

/** Gathers the words of all trades once. About 5 ms. */
export function tradeWordsOf({ industries, tradeActs }: Presets): TradeWords {
  const korean = new Map<string, TradeMeaning[]>();
  const english = new Map<string, TradeMeaning[]>();
  const putAt = (map: Map<string, TradeMeaning[]>, key: string, meaning: TradeMeaning): void => {
    const there = map.get(key);
    if (there === undefined) map.set(key, [meaning]);
    else if (!there.some((other) => same(other, meaning))) there.push(meaning);
  };
  const put = (text: string, meaning: TradeMeaning): void => {
    putAt(korean, koreanKey(text), meaning);
    if (!hasHangul(text)) putAt(english, englishKey(text), meaning);
  };
  const classes = new Map<string, TradeClass>();
  for (const { key, names, aliases, goods, tradeClass } of industries.rows) {
    if (tradeClass === undefined) continue;
    classes.set(key, tradeClass);
    const named = [...names.ko.split('·'), ...aliases.ko, names.en, ...aliases.en];
    const name: TradeMeaning = { is: 'name', key };
    const thing: TradeMeaning = { is: 'goods', key };
    for (const text of named) put(text, name);
    for (const list of [goods.ko, goods.en]) {
      for (const text of list) put(text, isDeedWord(text) ? name : thing);
    }
  }
  for (const act of tradeActs) {
    for (const text of [...act.words.ko, ...act.words.en]) put(text, { is: 'act', act, before: false });
    for (const text of [...act.before.ko, ...act.before.en]) put(text, { is: 'act', act, before: true });
  }
  return {
    korean,
    english,
    longestKorean: longestKey(korean.keys()),
    longestEnglish: mostWords(english.keys()),
    classes,
  };
}

const same = (a: TradeMeaning, b: TradeMeaning): boolean =>
  a.is === 'act' || b.is === 'act' ? a === b : a.key === b.key;
