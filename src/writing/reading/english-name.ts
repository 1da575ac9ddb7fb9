import type { Word } from './find-words.ts';
import { keyOf, kindOf, termOf } from './word-means.ts';

/** The phrase in English, qualities first, the head last as in Korean. Unknown words stay as they are. */
export function englishName(words: readonly Word[]): string {
  const said = (word: Word): boolean => ['quality', 'cooking', 'colour'].includes(kindOf(word) ?? '');
  const inOrder = [...words.filter(said), ...words.filter((word) => !said(word))].flatMap(englishOf);
  return inOrder.filter((name, index) => !isSaidLater(name, inOrder.slice(index + 1))).join(' ');
}

function englishOf(word: Word): string | readonly [] {
  const term = termOf(word);
  if (term !== undefined) return term.en;
  if (word.meanings.length === 0) return word.text;
  // A day that has grown into the name is part of it: 벚꽃네일, 크리스마스케이크.
  return keyOf(word, 'occasion')?.replaceAll('-', ' ') ?? [];
}

/** Whether a later name holds the whole of this one: 마늘 in 마늘 + 간장치킨 (soy garlic chicken). */
const isSaidLater = (name: string, later: readonly string[]): boolean =>
  later.some((other) => ` ${other} `.includes(` ${name} `));
