import type { Fact } from '../copywriting/facts.ts';
import { STOP_WORDS } from '../language/english.ts';
import { isModifier, isProduct, type Term, type TermKind } from '../presets/lexicon.ts';
import type { Word } from './find-words.ts';
import { keyOf, kindOf, lettersEnd, termOf } from './word-means.ts';

/** What an ad is about. */
export interface Subject {
  /** Verbatim from the request. */
  readonly text: string;
  /** With the occasion or season right before it: '크리스마스 케이크'; else as `text`. */
  readonly fullText: string;
  /** With words of novelty between them too: '봄 신상 원피스'; else as `fullText`. */
  readonly longText: string;
  /** Where it stands in the request, its last particle too. */
  readonly start: number;
  readonly end: number;
  readonly en: string;
  /** The word that says what it is; absent where only unknown words name it. */
  readonly head?: Term;
  /** Whether its name says hardly more than what the trade does ('책' of a bookshop). */
  readonly vague: boolean;
  /** All its known words, the head among them. */
  readonly terms: readonly Term[];
  /** The words that it took. */
  readonly words: ReadonlySet<Word>;
}

interface Candidate {
  readonly words: readonly Word[];
  readonly head: Word;
  readonly score: number;
}

/** A phrase that scores less is part of the scene. */
const LEAST = 0.6;

/** Heads that hardly say anything. */
const VAGUE = new Set(
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

/** A size or a count that belongs to a noun: 30평, 4인용. */
const SPEC = /^\d+(?:평|평형|인용|단|색|종|구|cm|인치|호|층|년|회|kg|g|ml|가지)$/iu;

const BINDS = /^(?:와|과|랑|이랑|하고)$/;

/** What may stand between two products that are sold together. */
const TOGETHER = /^\s*(?:[+&·/]|and)\s*$/i;

/** Endings of verbs and adverbs that name nothing. */
/** Unknown words before a noun that are verbs: 들어온, 구워낸. */
export const ADNOMINAL = /[온은는던린된진든낸난한할인힌킨친]$/u;

const VERB =
  /(?:다|요|죠|까|니다|어서|아서|해서|하는|려고|도록|면서|지만|는데|네요|습니까|니까|하게|스럽게|러|고)$/u;

export const isVerb = (word: Word): boolean =>
  word.meanings.length === 0 && VERB.test(word.text + word.particle);

/** Finds what the ad is about: the best noun phrase of the request, in its own words. */
export function findSubject(
  text: string,
  words: readonly Word[],
  facts: readonly Fact[],
  isDenied: (word: Word) => boolean,
): Subject | undefined {
  const offers = facts.filter(
    (fact) => fact.kind === 'price' || fact.kind === 'deal' || fact.kind === 'list-price',
  );
  const phrases = phrasesOf(words, offers, isDenied);
  const best = phrases.reduce<Candidate | undefined>(
    (top, next) => (top === undefined || next.score > top.score ? next : top),
    undefined,
  );
  if (best === undefined || best.score < LEAST) return undefined;
  return subjectOf(text, words, partnersOf(text, phrases, best));
}

function phrasesOf(
  words: readonly Word[],
  offers: readonly Fact[],
  isDenied: (word: Word) => boolean,
): Candidate[] {
  const found: Candidate[] = [];
  let from = 0;
  while (from < words.length) {
    const phrase = phraseAt(words, from, isDenied);
    if (phrase === undefined) {
      from += 1;
      continue;
    }
    const head = phrase.at(-1);
    if (head !== undefined)
      found.push({ words: phrase, head, score: scoreOf(words, from, phrase, found.length, offers) });
    from += phrase.length;
  }
  return found;
}

/** The longest run from `from` of words that say more about a thing, up to the thing itself. */
function phraseAt(
  words: readonly Word[],
  from: number,
  isDenied: (word: Word) => boolean,
): readonly Word[] | undefined {
  let end: number | undefined;
  for (let at = from; at < words.length; at++) {
    const word = words[at];
    const first = words[from];
    if (word === undefined || word.run !== first?.run || isDenied(word)) break;
    const next = words[at + 1];
    if (!belongs(word, next, at > from && word.joined)) break;
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
      !STOP_WORDS.has(word.text.toLowerCase()) &&
      !isVerb(word) &&
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

/** Whether an unknown word right here is likely the name of something new: 신메뉴 우주슈페너. */
function namesNew(words: readonly Word[], from: number): boolean {
  const before = words[from - 1];
  const first = words[from];
  if (before === undefined || first === undefined || before.clause !== first.clause) return false;
  return termOf(before)?.group.means.purpose === 'new' || /^(?:메뉴|상품|제품)$/.test(before.text);
}

function scoreOf(
  words: readonly Word[],
  from: number,
  phrase: readonly Word[],
  order: number,
  offers: readonly Fact[],
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
    if (SCENE_BEFORE.test(before.text)) score -= 3;
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
  if (offers.some((fact) => fact.start >= (head?.end ?? 0) && fact.start - (head?.end ?? 0) <= 1))
    score += PRICED;
  return score;
}

/** The phrase and those right beside it that are sold together with it: 떡볶이+튀김, 딸기라떼와 케이크. */
function partnersOf(text: string, phrases: readonly Candidate[], best: Candidate): readonly Candidate[] {
  const at = phrases.indexOf(best);
  const bound = (first: Candidate | undefined, second: Candidate | undefined): boolean => {
    if (first === undefined || second === undefined) return false;
    const last = first.words.at(-1);
    const next = second.words[0];
    if (last === undefined || next === undefined || termOf(second.head) === undefined) return false;
    const between = text.slice(last.end, next.start);
    return TOGETHER.test(between) || (BINDS.test(last.particle) && /^\s*$/.test(between));
  };
  let from = at;
  let to = at;
  while (bound(phrases[from - 1], phrases[from])) from -= 1;
  while (bound(phrases[to], phrases[to + 1])) to += 1;
  return phrases.slice(from, to + 1);
}

function subjectOf(text: string, words: readonly Word[], parts: readonly Candidate[]): Subject | undefined {
  const all = parts.flatMap((part) => part.words);
  const first = all[0];
  const last = all.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const cut = (from: number): string => text.slice(from, lettersEnd(last)).replaceAll(/\s+/g, ' ').trim();
  const dated = dateBefore(words, first, 0);
  const longDated = dateBefore(words, first, 1);
  const head = headOf(all);
  return {
    text: cut(first.start),
    fullText: cut(dated?.start ?? first.start),
    longText: cut(longDated?.start ?? first.start),
    start: first.start,
    end: last.end,
    en: parts.map((part) => englishOf(part.words)).join(' and '),
    ...(head === undefined ? {} : { head }),
    vague: head !== undefined && VAGUE.has(head.en) && all.length === 1,
    terms: all.flatMap((word) => termOf(word) ?? []),
    words: new Set(all),
  };
}

/** What the phrase is: its last word, or the thing before it where that says hardly anything (떡볶이 세트). */
function headOf(words: readonly Word[]): Term | undefined {
  const things = words.flatMap((word) => termOf(word) ?? []).filter(isProduct);
  const last = things.at(-1);
  const telling = things.filter((term) => !VAGUE.has(term.en)).at(-1);
  return telling ?? last;
}

/** The season or the day before a phrase, past so many words of novelty (봄 신상 원피스). */
function dateBefore(words: readonly Word[], first: Word, past: number): Word | undefined {
  const at = words.indexOf(first);
  for (let back = 1; back <= past + 1; back++) {
    const word = words[at - back];
    if (word === undefined || word.run !== first.run || word.particle !== '') return undefined;
    if (keyOf(word, 'occasion') !== undefined || keyOf(word, 'season') !== undefined) return word;
    if (termOf(word)?.group.means.purpose !== 'new') return undefined;
  }
  return undefined;
}

/** The phrase in English, qualities first, the head last as in Korean. Unknown words stay as they are. */
function englishOf(words: readonly Word[]): string {
  const said = (word: Word): boolean => ['quality', 'cooking', 'colour'].includes(kindOf(word) ?? '');
  return [...words.filter(said), ...words.filter((word) => !said(word))]
    .flatMap((word) => termOf(word)?.en ?? (word.meanings.length === 0 ? word.text : []))
    .filter((word, index, all) => word !== all[index - 1])
    .join(' ');
}
