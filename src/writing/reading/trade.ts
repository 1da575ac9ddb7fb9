import { isProduct } from '../../presets/lexicon.ts';
import { GENERAL_TRADE } from '../../presets/presets.ts';
import type { Word } from './find-words.ts';
import type { Subject } from './subject.ts';
import { keyOf, kindOf, termOf } from './word-means.ts';

/** A trade, and the word that told it. */
export interface FoundTrade {
  readonly key: string;
  readonly by?: string;
}

/** Names of trades are sure signs; those that are goods too less so ('케이크', '안경'); goods are hints. */
const NAMED = 5;
const NAMED_BY_GOODS = 3;
const HINTS = [2, 1, 0.5];
const INGREDIENT = 0.5;
const SUBJECT = 2;

/** A name of a trade that another word beside it makes less sure. */
const WEAKER = 0.4;

/** Somewhere else than the shop itself: 약국 옆 카페. */
const BESIDE = /^(?:옆|옆에|근처|앞|앞에|맞은편|건너편|뒤|near|beside|opposite)$/i;

/** The trade that most words of the request speak for; the general one where none does. */
export function findTrade(
  words: readonly Word[],
  subject: Subject | undefined,
  isDenied: (word: Word) => boolean,
): FoundTrade {
  const scores = new Map<string, { score: number; by: string; first: number }>();
  const vote = (key: string, score: number, word: Word): void => {
    const there = scores.get(key) ?? { score: 0, by: word.text, first: word.start };
    scores.set(key, { ...there, score: there.score + score });
  };
  for (const [index, word] of words.entries()) {
    if (isDenied(word)) continue;
    const next = words[index + 1];
    const beside = next !== undefined && next.run === word.run && BESIDE.test(next.text);
    const trade = keyOf(word, 'trade');
    const term = termOf(word);
    if (trade !== undefined && !beside && kindOf(word) !== 'filler') {
      // Korean and English put the head last: a 카페 인테리어 is an interior.
      const heads = next !== undefined && next.run === word.run && keyOf(next, 'trade') !== undefined;
      const weaker = (heads && word.particle === '') || ofAnother(words[index - 1], word, trade) ? WEAKER : 1;
      vote(trade, (term === undefined ? NAMED : NAMED_BY_GOODS) * weaker, word);
    }
    if (term === undefined || beside) continue;
    const weight = isHead(word, subject) ? SUBJECT : term.group.kind === 'ingredient' ? INGREDIENT : 1;
    for (const [rank, key] of term.group.trades.entries()) vote(key, (HINTS[rank] ?? 0) * weight, word);
  }
  scores.delete(GENERAL_TRADE);
  const [best] = [...scores].sort((a, b) => b[1].score - a[1].score || a[1].first - b[1].first);
  return best === undefined || best[1].score < 1 ? { key: GENERAL_TRADE } : { key: best[0], by: best[1].by };
}

/** Whether a trade's name is only a word for 'shop' behind what another trade deals in: dog grooming salon. */
function ofAnother(before: Word | undefined, word: Word, trade: string): boolean {
  if (before === undefined || before.run !== word.run || before.particle !== '') return false;
  const term = termOf(before);
  return (
    term !== undefined &&
    isProduct(term) &&
    term.group.trades.length > 0 &&
    !term.group.trades.includes(trade)
  );
}

function isHead(word: Word, subject: Subject | undefined): boolean {
  return subject?.head !== undefined && termOf(word) === subject.head && subject.words.has(word);
}
