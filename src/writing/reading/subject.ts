import type { Statement } from '../../ad/statement.ts';
import { defined } from '../../collections/defined.ts';
import { isProduct, type Term, type TermKind } from '../../presets/lexicon.ts';
import { englishName } from './english-name.ts';
import type { Word } from './find-words.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import { scorePhrase, VAGUE } from './score-phrase.ts';
import { keyOf, lettersEnd, termOf } from './word-means.ts';

/** What an ad is about. */
export interface Subject {
  /** Verbatim from the request. */
  readonly text: string;
  /** With the occasion or season right before it: '크리스마스 케이크'; else as `text`. */
  readonly fullText: string;
  /** Where it stands in the request, its last particle too. */
  readonly start: number;
  readonly end: number;
  readonly en: string;
  /** What kind of thing it is; absent where only unknown words name it. */
  readonly kind?: TermKind;
  /** How it looks, where its name does not tell. */
  readonly look?: string;
  /** How it is brought: 'in a tall clear glass'. */
  readonly served?: string;
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
const MIN_SCORE = 0.6;

const BINDS = /^(?:와|과|랑|이랑|하고)$/;

/** What may stand between two products that are sold together. */
const TOGETHER = /^\s*(?:[+&·/]|and)\s*$/i;

/** Finds what the ad is about: the best noun phrase of the request, in its own words. */
export function findSubject(
  text: string,
  words: readonly Word[],
  told: readonly Statement[],
  isDenied: (word: Word) => boolean,
): Subject | undefined {
  const offers = told.filter(({ kind }) => kind === 'price' || kind === 'offer');
  const phrases = phrasesOf(words, offers, isDenied);
  const best = phrases.reduce<Candidate | undefined>(
    (top, next) => (top === undefined || next.score > top.score ? next : top),
    undefined,
  );
  if (best === undefined || best.score < MIN_SCORE) return undefined;
  return subjectOf(text, words, partnersOf(text, phrases, best));
}

function phrasesOf(
  words: readonly Word[],
  offers: readonly Statement[],
  isDenied: (word: Word) => boolean,
): Candidate[] {
  const found: Candidate[] = [];
  let from = 0;
  while (from < words.length) {
    const phrase = nounPhraseAt(words, from, isDenied);
    if (phrase === undefined) {
      from += 1;
      continue;
    }
    const head = phrase.at(-1);
    if (head !== undefined)
      found.push({ words: phrase, head, score: scorePhrase(words, from, phrase, found.length, offers) });
    from += phrase.length;
  }
  return found;
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
  const dated = dateBefore(words, first);
  const head = headOf(all);
  return {
    text: cut(first.start),
    fullText: cut(dated?.start ?? first.start),
    start: first.start,
    end: last.end,
    en: parts.map((part) => englishName(part.words)).join(' and '),
    ...defined({ head, kind: head?.group.kind, look: head?.look, served: head?.group.served }),
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

/** The season or the day right before a phrase. */
function dateBefore(words: readonly Word[], first: Word): Word | undefined {
  const word = words[words.indexOf(first) - 1];
  if (word === undefined || word.run !== first.run || word.particle !== '') return undefined;
  return keyOf(word, 'occasion') !== undefined || keyOf(word, 'season') !== undefined ? word : undefined;
}
