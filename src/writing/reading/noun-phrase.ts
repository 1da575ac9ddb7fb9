import { STOP_WORDS } from '../../language/english.ts';
import { isModifier, isProduct, type TermKind } from '../../presets/lexicon.ts';
import { countsThings, isCounter } from './counts.ts';
import type { Word } from './find-words.ts';
import { keyOf, kindOf, termOf } from './word-means.ts';

/** A size or a count that belongs to a noun: 30평, 4인용. */
const SPEC = /^\d+(?:평|평형|인용|단|색|종|구|cm|인치|호|층|년|회|kg|g|ml|가지)$/iu;

/** Unknown words before a noun that are verbs: 들어온, 구워낸. */
export const ADNOMINAL = /[온은는던린된진든낸난한할인힌킨친]$/u;

/** Behind a time, before a thing: '7시 이전 와인 1+1'. */
const LIMIT = /^(?:이전|이후|이내|동안|까지|부터)$/u;

/** Endings of verbs and adverbs that name nothing. */
const VERB =
  /(?:다|요|죠|까|니다|어서|아서|해서|하는|려고|도록|면서|지만|는데|네요|습니까|니까|하게|스럽게|러|고)$/u;

export const isVerb = (word: Word): boolean =>
  word.meanings.length === 0 && VERB.test(word.text + word.particle);

/** Words of the longest name of a thing. */
const MAX_WORDS = 40;

/** The longest run from `from` of words that say more about a thing, up to the thing itself. */
export function nounPhraseAt(
  words: readonly Word[],
  from: number,
  isDenied: (word: Word) => boolean,
): readonly Word[] | undefined {
  let end: number | undefined;
  const last = Math.min(words.length, from + MAX_WORDS);
  for (let at = from; at < last; at++) {
    const word = words[at];
    const first = words[from];
    if (at > from && countsThings(word, words[at + 1])) {
      // 치킨 두 마리 세트: how many there are of a thing is a part of its name.
      at += 1;
      continue;
    }
    if (word === undefined || word.run !== first?.run || isDenied(word)) break;
    const next = words[at + 1];
    if (!belongs(word, next, at > from && word.joined)) {
      if (isCalledNew(word, next, words[at + 2])) end = at + 1;
      break;
    }
    const term = termOf(word);
    if (term !== undefined && isProduct(term)) end = at + 1;
    else if (word.meanings.length === 0 && namesNew(words, from)) end = at + 1;
    // A particle closes the phrase, but for the genitive.
    if (word.particle !== '' && word.particle !== '의' && !/용|맛$/.test(word.particle)) break;
  }
  return end === undefined ? undefined : words.slice(from, end);
}

/** Whether a word may be part of the name of a thing. */
function belongs(word: Word, next: Word | undefined, joined: boolean): boolean {
  if (keyOf(word, 'season') !== undefined || keyOf(word, 'occasion') !== undefined) {
    return joined || (next?.joined ?? false);
  }
  const term = termOf(word);
  if (term === undefined) {
    if (word.meanings.length > 0) return false;
    if (SPEC.test(word.text)) return true;
    return (
      word.text.length > 1 &&
      !/\d/.test(word.text) &&
      !isCounter(word.text) &&
      !STOP_WORDS.has(word.text.toLowerCase()) &&
      !isVerb(word) &&
      !LIMIT.test(word.text) &&
      !ADNOMINAL.test(word.text)
    );
  }
  // 생, 찐, 전: one syllable says more of a thing only where it has grown together with it.
  if (isModifier(term)) return word.text.length > 1 || joined || (next?.joined ?? false);
  if (isProduct(term)) return true;
  const nextKind = next === undefined || next.run !== word.run ? undefined : kindOf(next);
  const adjacent = word.particle === '' || word.joined;
  if (term.group.kind === 'colour') {
    return adjacent && (nextKind === 'flower' || nextKind === 'clothing' || nextKind === 'goods');
  }
  if (term.group.kind === 'material') return adjacent && (nextKind === 'goods' || nextKind === 'clothing');
  if (term.group.kind === 'mood' && term.group.form === undefined) return adjacent && nextIsThing(nextKind);
  if (term.group.kind === 'time') return adjacent && nextKind === 'service';
  if (term.group.kind === 'place') return adjacent && (nextKind === 'ingredient' || nextKind === 'food');
  return joined;
}

const nextIsThing = (kind: TermKind | undefined): boolean =>
  kind === 'service' || kind === 'goods' || kind === 'clothing' || kind === 'food';

/** Whether what is else a part of scenes is the thing itself, being the new product: 스탠드 조명 신제품. */
function isCalledNew(word: Word, next: Word | undefined, after: Word | undefined): boolean {
  const kind = kindOf(word);
  if (kind !== 'lighting' && kind !== 'prop') return false;
  if (next === undefined || next.run !== word.run || word.particle !== '') return false;
  return /^신(?:제품|상품|상)$/.test(next.text) && (after === undefined || after.clause !== next.clause);
}

/** Whether an unknown word right here is likely the name of something new: 신메뉴 우주슈페너. */
function namesNew(words: readonly Word[], from: number): boolean {
  const before = words[from - 1];
  const first = words[from];
  if (before === undefined || first === undefined || before.clause !== first.clause) return false;
  return termOf(before)?.group.means.purpose === 'new' || /^(?:메뉴|상품|제품)$/.test(before.text);
}
