import type { Statement } from '../../ad/statement.ts';
import type { Word } from './find-words.ts';
import { keyOf, kindOf, termOf } from './word-means.ts';

/** Heads that hardly say anything. */
export const VAGUE = new Set(
  'product,set,food,dish,drink,gift,meal,snack,new product,gift set,trip,rest,books,clothes,liquor,home'.split(
    ',',
  ),
);

/** Words of place behind a noun make it part of the scene: 테이블 위, 꽃 배경. */
const SCENE_AFTER =
  /^(?:위|위에|옆|옆에|앞|앞에|뒤|뒤에|배경|배경으로|배경에|분위기|느낌|소품|컨셉|콘셉트|테마|톤|무드|전에|전|후에|때|가는|보는|background|backdrop|setting)$/i;
const SCENE_BEFORE = /^(?:on|in|at|by|near|under|against|beside|over|behind)$/i;
/** What likens the picture to a thing: 꽃 배경, 레몬 느낌. */
const LIKENED = /^(?:풍|톤|느낌|스타일|분위기|무드|감성|디자인|컨셉|콘셉트|배경|컬러|빛)/;

/** A price or a discount right behind a thing is for that thing. */
const PRICED = 2;

const WITH = /^(?:with|among|around)$/i;

/** Whether the words before a phrase say what is off for it: 'summer sale on', '20% off'. */
function isOffered(words: readonly Word[], from: number, offers: readonly Statement[]): boolean {
  const before = words[from - 1];
  if (before === undefined || !/^(?:on|for)$/i.test(before.text)) return false;
  const earlier = words[from - 2];
  return (
    (earlier !== undefined && kindOf(earlier) === 'purpose') ||
    offers.some(({ kind, end }) => kind === 'offer' && (end === before.start || end + 1 === before.start))
  );
}

/** How likely a noun phrase is what an ad is about; `order` counts the phrases before it. */
export function scorePhrase(
  words: readonly Word[],
  from: number,
  phrase: readonly Word[],
  order: number,
  offers: readonly Statement[],
): number {
  const head = phrase.at(-1);
  const term = head === undefined ? undefined : termOf(head);
  const before = words[from - 1];
  const after = words[from + phrase.length];
  let score = term === undefined ? 1 : term.group.kind === 'ingredient' ? 2.2 : 3;
  if (term !== undefined && VAGUE.has(term.en)) score -= phrase.length > 1 ? 0.5 : 2.2;
  if (term?.group.means.purpose === 'notice') score -= 1;
  score += 0.2 * (phrase.length - 1) - 0.15 * order;
  if (before?.clause === phrase[0]?.clause && before !== undefined) {
    if (kindOf(before) === 'purpose') score += 2;
    if (isOffered(words, from, offers)) score += PRICED;
    else if (SCENE_BEFORE.test(before.text)) score -= 3;
    if (WITH.test(before.text) || WITH.test(words[from - 2]?.text ?? '')) score -= 2.5;
    if (/^(?:a|an|the)$/i.test(before.text) && SCENE_BEFORE.test(words[from - 2]?.text ?? '')) score -= 3;
  }
  if (after !== undefined && after.clause === head?.clause) {
    if (kindOf(after) === 'purpose') score += 1.5;
    if (SCENE_AFTER.test(after.text)) score -= 3;
  }
  if (LIKENED.test(head?.particle ?? '')) score -= 3;
  if (/^(?:에|에서)$/.test(head?.particle ?? '')) {
    score -= head !== undefined && keyOf(head, 'trade') !== undefined ? 0 : 2.5;
  }
  if (offers.some((offer) => offer.start >= (head?.end ?? 0) && offer.start - (head?.end ?? 0) <= 1))
    score += PRICED;
  return score;
}
