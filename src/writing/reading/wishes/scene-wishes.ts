import { STOP_WORDS } from '../../../language/english.ts';
import type { TermKind } from '../../../presets/lexicon.ts';
import type { Word } from '../find-words.ts';
import { STANDS_BESIDE } from '../korean/places.ts';
import type { Span } from '../normalise.ts';
import { ADNOMINAL } from '../noun-phrase.ts';
import type { Segment } from '../statements/segment.ts';
import { splitClauses } from '../statements/split-clauses.ts';
import { keyOf, termOf } from '../word-means.ts';
import { isPictureClause } from './picture-clauses.ts';

/** What only the picture can show. */
const SHOWN: ReadonlySet<TermKind> = new Set(['material', 'backdrop', 'lighting', 'colour', 'mood']);

/** What may stand among it. */
const AMONG: ReadonlySet<TermKind> = new Set(['filler', 'weather', 'time', 'place', 'prop']);

/** How a phrase about the picture ends in Korean, where something else stands before it. */
const ENDS =
  /(?:위|위에|앞|앞에|아래|옆에|배경|배경으로|배경에|느낌|느낌으로|분위기|분위기로|스타일|스타일로|무드|무드로|톤|톤으로|풍|풍으로|하게|롭게|럽게|나게|에서|조명|조명에|빛|햇살)$/u;

const ADVERBIAL = /[가-힣](?:고|게)$/u;

/** What is told to customers, whatever stands beside it. */
const TOLD = /^(?:할인|세일|오픈|마감|휴무|품절|한정|예약|주차)|(?:니다|가능|불가)$/u;

const PREPOSITION = /^(?:on|in|with|against|under|by|at|before|beside)$/iu;

/** Clauses, and ends of clauses, that say only how the picture is to look: 'on a wood table', '창가 햇살 아래'. */
export function sceneWishes(text: string, words: readonly Word[]): readonly Segment[] {
  return clausesOf(text).flatMap((clause, index, all) => {
    const inside = words.filter(({ start, end }) => start >= clause.start && end <= clause.end);
    const said = text.slice(clause.start, clause.end);
    const tail = behindPrice(said, clause, words);
    if (tail !== undefined) return [tail];
    // 'no parties' is a rule of the house.
    if (/[\d%₩$€£¥]|^\s*(?:no|not|never|please no)\b/i.test(said)) return [];
    if (STANDS_BESIDE.test(said.trim())) return [];
    if (isLimit(said.trim())) return [];
    const listed = [all[index - 1], all[index + 1]].some(
      (beside) => index > 0 && beside !== undefined && isListed(inside, text, beside, words),
    );
    if (listed) return [];
    if (index > 0 && isPictureClause(said, inside, words)) {
      const start = inside[0]?.start ?? clause.start;
      return [{ kind: 'mood' as const, start, end: clause.end }];
    }
    const from = sceneFrom(inside, text);
    if (from === undefined) return [];
    return [{ kind: 'mood' as const, start: from, end: clause.end }];
  });
}

/** Whether a clause says what alone is left or meant: '노랑만', 'outside only'; a 'white background only' is asked for. */
const isLimit = (said: string): boolean =>
  /[가-힣]만$/u.test(said) ||
  (/\b(?:only|excluded|included|extra|available|allowed|welcome)$/iu.test(said) && !ASKED_ALONE.test(said));

const ASKED_ALONE =
  /\b(?:background|backdrop|style|mood|vibe|look|light(?:ing)?|colou?rs?|tones?|palette)\sonly$/iu;

/** Where words behind a clause's last figure say only what the picture is to show: '3,500원 나무 테이블 위에'. */
function behindPrice(said: string, clause: Span, words: readonly Word[]): Segment | undefined {
  const from = PRICED.exec(said)?.[0].length;
  if (from === undefined) return undefined;
  const start = clause.start + from;
  const inside = words.filter((word) => word.start >= start && word.end <= clause.end);
  const tail = said.slice(from);
  return inside.length > 0 && !STANDS_BESIDE.test(tail.trim()) && isPictureClause(tail, inside, words)
    ? { kind: 'mood', start, end: clause.end }
    : undefined;
}

/** Up to a price's end. */
const PRICED = /^.*\d\s?(?:원|만|천|만원|천원|%|달러)\s+(?=\p{Script=Hangul})/su;

/** The clauses, parted also where a wish about letters or ground begins without a mark: '숲나지 배경은 노란색으로'. */
const clausesOf = (text: string): readonly Span[] =>
  splitClauses(text).flatMap(({ start, end }) => {
    const starts = [...text.slice(start, end).matchAll(WISHED)].map(({ index }) => start + index);
    return [start, ...starts].map((from, index) => ({ start: from, end: starts[index] ?? end }));
  });

const WISHED = /(?<=\S )(?:글씨|글자|폰트|배경|바탕)(?:체|색)?[은는] /gu;

/** Whether a thing is one of several goods in a row, each told by one word: '식탁, 의자, 선반'. */
function isListed(inside: readonly Word[], text: string, beside: Span, words: readonly Word[]): boolean {
  const [thing] = inside;
  const kind = thing === undefined ? undefined : termOf(thing)?.group.kind;
  if (thing === undefined || inside.length > 1 || thing.particle !== '' || /\s/.test(thing.text))
    return false;
  if (kind !== 'material' && kind !== 'prop') return false;
  const next = text.slice(beside.start, beside.end).trim();
  return (
    /^[가-힣]{1,8}$/u.test(next) &&
    !words.some((word) => word.start >= beside.start && word.end <= beside.end && isShown(word))
  );
}

/** Where the words about the picture begin that reach to the end of a clause; undefined where none do. */
function sceneFrom(words: readonly Word[], text: string): number | undefined {
  let at = words.length;
  let shown = false;
  if (isName(words)) return undefined;
  while (at > 0 && belongs(words[at - 1])) {
    at -= 1;
    shown ||= isShown(words[at]);
  }
  const first = words[at];
  const last = words.at(-1);
  if (!shown || first === undefined || last === undefined) return undefined;
  if (at === 0) return words.some((word) => isProductLike(word)) ? undefined : first.start;
  const korean = /\p{Script=Hangul}/u.test(last.text);
  if (korean) {
    // A mood right before a thing is the thing's own: only what closes the clause like a wish is cut.
    const start = words.slice(at).find((word) => !word.joined);
    return ENDS.test(text.slice(last.start, last.end)) && start !== undefined ? start.start : undefined;
  }
  const preposition = words.slice(at).find((word) => PREPOSITION.test(word.text));
  if (preposition === undefined) return undefined;
  const behind = words.filter((word) => word.start >= preposition.start);
  const solid = behind.some((word) => isShown(word) && termOf(word)?.group.kind !== 'colour');
  return solid ? preposition.start : undefined;
}

/** Whether a clause is one name, or ends with one: behind an adnominal stands a noun, so a last word is none. */
function isName(words: readonly Word[]): boolean {
  const last = words.at(-1);
  if (last === undefined) return false;
  if (last.meanings.length === 0 && /\p{Script=Hangul}/u.test(last.text)) return true;
  return words.length > 1 && words.slice(1).every(({ joined }) => joined) && !ENDS.test(last.text);
}

function isShown(word: Word | undefined): boolean {
  if (word === undefined) return false;
  const term = termOf(word);
  if (term === undefined) return keyOf(word, 'style') !== undefined;
  // 'a juicy steak' tells of the steak; how it is to be shown closes like an adverb: '시원하고 상큼하게'.
  if (term.group.kind === 'mood') return term.group.said !== 'taste' || ADVERBIAL.test(word.text);
  return SHOWN.has(term.group.kind);
}

function belongs(word: Word | undefined): boolean {
  if (word === undefined || keyOf(word, 'trade') !== undefined) return false;
  const term = termOf(word);
  if (isShown(word)) return true;
  if (term !== undefined)
    return (
      AMONG.has(term.group.kind) && ![word.text, word.text + word.particle].some((said) => TOLD.test(said))
    );
  if (word.meanings.length > 0) return keyOf(word, 'season') !== undefined;
  return STOP_WORDS.has(word.text.toLowerCase()) || ADNOMINAL.test(word.text + word.particle);
}

const isProductLike = (word: Word): boolean => {
  const term = termOf(word);
  return term !== undefined && !isShown(word) && !AMONG.has(term.group.kind);
};
