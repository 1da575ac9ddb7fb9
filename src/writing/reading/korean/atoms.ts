import { stripParticles } from '../../../language/particles.ts';
import type { Span } from '../normalise.ts';
import { ANCHORS } from './anchors.ts';
import { NO_PLACE, PLACE, TOWN } from './places.ts';
import {
  ADNOMINAL,
  ADVERB,
  FINAL,
  GROWN,
  LEANING_PARTICLE,
  LEANS,
  NO_FINAL,
  NO_ONLY,
  NO_TOPIC,
  ONLY,
  TOPIC_MARKED,
  WORD_CLASSES,
} from './word-classes.ts';

/** A figure, a place or a word of a clause, with the letter of its class. */
export interface Atom extends Span {
  readonly code: string;
  readonly text: string;
}

/** Blanks and marks between atoms. */
const BETWEEN = /(?:(?!->|=>)[\s,.;:!?·|/"'“”‘’…()[\]{}<>~=^*_\-–—&])+/uy;

const BREAK = /[\s,;!?|"“”…()[\]{}<>]/u;

/** What may begin inside of a word, behind its letters. */
const INSIDE = ANCHORS.filter(({ code }) => 'mp'.includes(code));

const DATED = /(?:까지만?|부터|에도|에만|마다|한정|만|은|는)$/u;

/** Classes of words that say nothing of their own, and so may be a trade's. */
const MAY_BE_TRADE = /[wzbVjvU!]/;

/** Longest word, in UTF-16 units, that is looked at as a whole. */
const MAX_WORD = 40;

/** The atoms of a part of a text, in order. */
export function atomsOf(
  text: string,
  { start, end }: Span,
  struck: readonly Span[],
  isTrade: (from: number, to: number) => boolean,
  first = true,
): readonly Atom[] {
  const atoms: Atom[] = [];
  const part = text.slice(0, end);
  let at = start;
  while (at < end) {
    const anchor = anchorAt(part, at, struck);
    if (anchor !== undefined) {
      atoms.push(anchor);
      at = anchor.end;
      continue;
    }
    BETWEEN.lastIndex = at;
    if (BETWEEN.test(part)) {
      at = BETWEEN.lastIndex;
      continue;
    }
    const to = wordEnd(part, at);
    const said = part.slice(at, to);
    const code = classOf(said);
    const early = atoms.length < 3 && atoms.every((atom) => 'TwzjU'.includes(atom.code));
    atoms.push({
      code:
        first &&
        (early || /(?:점|집|가게|샵|숍|카페)$/u.test(said)) &&
        MAY_BE_TRADE.test(code) &&
        isTrade(at, to)
          ? 'T'
          : code,
      start: at,
      end: to,
      text: said,
    });
    at = to;
  }
  return atoms.map((atom, index) => inPlace(atom, atoms[index - 1], atoms[index + 1]));
}

/** Whether '무료' stands before what it gives: 무료 체험; not behind it: 견적 무료, 각인 무료. */
function isGivenBehind(before: Atom | undefined, after: Atom | undefined): boolean {
  if (!/[FLUw]/.test(after?.code ?? '') || /[FLUcj]/.test(before?.code ?? '')) return false;
  return before?.code !== 'w' || GIVEN.test(after?.text ?? '');
}

/** What shops give for nothing. */
const GIVEN =
  /(?:상담|체험|주차|배송|배달|견적|시식|시음|설치|수거|점검|검사|진단|리필|대여|셔틀|픽업|강의|특강|수업|매칭|시술|관리|샘플|교체|입장|관람|음료|포장|각인|세차)/u;

const CAPACITY = /^\d{1,4}\s?(?:기가|테라|GB|TB)$/iu;

/** What a share of is neither an offer nor good news. */
const NO_REDUCTION =
  /(?:효율|함량|함유|수수료|위약금|도수|농도|순도|습도|금리|이율|이자|할증|공제|계약금|예약금|선금|잔금|카카오|과즙)(?:은|는|이|가)?$/u;

const BESIDE = /^(?:앞|옆|뒤|근처|맞은편|건너편)(?:에|에서|의)?$/u;

const SPAN_OF_TIME = /^(?:달|주|해|학기|시즌|분기)(?:까지만|까지|부터|에만|에|만|동안)?$/u;

/** Stems of verbs before 는: 보이는, 마시는, 어울리는, 흐르는. */
const VERB_STEM = /^[가-힣]{1,3}[이시기리지키치르나우내]는$/u;

/** Words that a verb hangs on. */
const OF_A_VERB = /[가-힣](?:이|가|을|를|에|에서|에게|로|으로|게|과|와)$/u;

/** Whether a word that ends like a topic is a verb that says more of the noun behind it. */
const isVerbOf = (atom: Atom, before: Atom | undefined, after: Atom | undefined): boolean =>
  VERB_STEM.test(atom.text) &&
  /[wbyV]/.test(before?.code ?? '') &&
  (OF_A_VERB.test(before?.text ?? '') || ADVERB.test(before?.text ?? '')) &&
  /[wzTjFL]/.test(after?.code ?? '');

/** A class that its neighbours decide. */
function inPlace(atom: Atom, before: Atom | undefined, after: Atom | undefined): Atom {
  // '6,500원에서 4,900원으로': the former price.
  if (atom.code === 'm' && after?.code === 'm' && /에서$/.test(atom.text)) return { ...atom, code: 's' };
  if (atom.code === 'm' && /(?:이상|이하|미만|이내)$/.test(atom.text)) return { ...atom, code: 'k' };
  // '바다가 보이는 객실', '창가에서 마시는 커피': behind what it is done with, a verb and no topic.
  if (atom.code === 'V' && isVerbOf(atom, before, after)) return { ...atom, code: 'z' };
  // '이번 달까지'
  if (atom.code === 'w' && /^(?:이번|다음|지난|이)$/.test(before?.text ?? '') && SPAN_OF_TIME.test(atom.text))
    return { ...atom, code: DATED.test(atom.text) ? 'd' : 'n' };
  if (atom.text === '마감' && /^(?:할인|세일|특가)/.test(after?.text ?? '')) return { ...atom, code: 'q' };
  // '특가 20% 할인' is one offer; '특가 9,900원' is a price.
  if (/^(?:특가|할인가|행사가)$/.test(atom.text) && /[px]/.test(after?.code ?? ''))
    return { ...atom, code: 'q' };
  if (atom.text === '전에' && /[wz]/.test(before?.code ?? '')) return { ...atom, code: 'b' };
  // What is for nothing stands before it: 무료 체험; or behind: 견적 무료.
  if (atom.text === '무료' && isGivenBehind(before, after)) return { ...atom, code: 'I' };
  // It says what is for nothing itself: 무료배송.
  if (atom.code === 'o' && /^무료.|.무료$/.test(atom.text)) return { ...atom, code: 'J' };
  if (atom.text === '추가' && /[mkpce]/.test(before?.code ?? '') && !/^무료/.test(after?.text ?? ''))
    return { ...atom, code: 'E' };
  // What a thing holds is of its name: 아이폰15 128기가.
  if (/[wj]/.test(before?.code ?? '') && CAPACITY.test(atom.text)) return { ...atom, code: 'w' };
  // A share that is no reduction: 수수료 50%, 배터리 효율 92%.
  if (atom.code === 'p' && NO_REDUCTION.test(before?.text ?? '')) return { ...atom, code: 'G' };
  if (atom.text === '기타' && /^(?:문의|사항|질문|비용|품목|안내)/.test(after?.text ?? ''))
    return { ...atom, code: 'q' };
  // Figures with a word grown to them, and figures said in words, count what is sold before a price: 4본, 한 드럼.
  if (/[mk]/.test(after?.code ?? '') && /^\d{1,4}(?:\.\d)?[가-힣A-Za-z]{1,3}$/u.test(atom.text))
    return { ...atom, code: 'c' };
  if (atom.code === 'w' && /^\d{1,4}[가-힣]$/u.test(atom.text)) return { ...atom, code: 'c' };
  // Sizes label a price; letters with a figure or more of them are a model or a course: FM2, PT.
  if (
    /[wj]/.test(atom.code) &&
    /[mc]/.test(after?.code ?? '') &&
    /^(?:[A-Z]|X{1,3}L|SS|LK|CK)$/.test(atom.text)
  )
    return { ...atom, code: 'U' };
  if (/[ou]/.test(atom.code) && after?.code === 'm' && /^무(?:제한|한리필)$/.test(atom.text))
    return { ...atom, code: 'U' };
  if (/[dt]/.test(atom.code) && /(?:이후|이전|전)$/.test(atom.text)) return { ...atom, code: 'D' };
  if (atom.code === 'N' && atom.text === '마감' && /[dt]/.test(after?.code ?? ''))
    return { ...atom, code: 'S' };
  if (/^[월화수목금토일]$/.test(atom.text) && after?.code === 'C') return { ...atom, code: 'd' };
  // Somewhere else than the shop itself: 편의점 앞.
  if (atom.code === 'T' && BESIDE.test(after?.text ?? '')) return { ...atom, code: 'a' };
  if (BESIDE.test(atom.text) && before?.code === 'T') return { ...atom, code: 'a' };
  if (/^지참/.test(atom.text) && after?.code !== 'K') return { ...atom, code: 'G' };
  if (atom.code === 'g' && before?.code === 'Q' && /^(?:재?입고|출시)/.test(atom.text))
    return { ...atom, code: 'Q' };
  if (atom.code === 'Q' && FINAL.test(atom.text)) return { ...atom, code: 'W' };
  // '이전' behind a time is 'before', else a move.
  if (atom.text === '이전' && !/[dtnc]/.test(before?.code ?? '')) return { ...atom, code: 'Q' };
  // A month before a name belongs to it: 12월 낭독회.
  if (atom.code === 'd' && after?.code === 'w' && /^\d{1,2}월$/.test(atom.text))
    return { ...atom, code: 'n' };
  if (atom.code === 'c' && /(?:부터|이상|이하|미만|이내|까지|까지만|한정|만)$/.test(atom.text))
    return { ...atom, code: 'e' };
  return atom;
}

function anchorAt(part: string, at: number, struck: readonly Span[]): Atom | undefined {
  const before = part[at - 1] ?? ' ';
  if (!/[\p{L}]/u.test(before)) {
    PLACE.lastIndex = at;
    const place = PLACE.exec(part)?.[0];
    if (place !== undefined && !NO_PLACE.test(place.trim()))
      return { code: TOWN.test(place.trim()) ? 'R' : 'a', start: at, end: at + place.length, text: place };
  }
  for (const { code, pattern } of ANCHORS) {
    pattern.lastIndex = at;
    const found = pattern.exec(part)?.[0];
    if (found === undefined || found.trim() === '') continue;
    // Where it begins decides: '원' may stand behind what is struck out.
    const isStruck = 'm#'.includes(code) && struck.some((span) => at >= span.start && at < span.end);
    return { code: isStruck ? 's' : code, start: at, end: at + found.length, text: found };
  }
  return undefined;
}

/** Where a word ends: at a blank or a mark, or where a price or a share has grown to it: 딸기라떼6,500원. */
function wordEnd(part: string, from: number): number {
  let at = from;
  while (at < part.length && at - from < MAX_WORD) {
    const sign = part[at] ?? '';
    if (BREAK.test(sign)) break;
    if (at > from && sign === ':' && !/\d/.test(part[at + 1] ?? '')) break;
    if (at > from && /\d/.test(sign) && /[가-힣]/.test(part[at - 1] ?? '')) {
      if (
        INSIDE.some(({ pattern }) => {
          pattern.lastIndex = at;
          return pattern.test(part);
        })
      )
        break;
    }
    at += 1;
  }
  // A whole letter of two units; at least one letter is taken.
  if (at === from) at += 1;
  if (/[\ud800-\udbff]$/.test(part.slice(from, at))) at += 1;
  return at;
}

/** Whether a word hangs on what follows: an object, a place, a means, a verb that goes on. */
const leans = (word: string): boolean =>
  LEANS.test(word) ||
  stripParticles(word).some(({ stem, particle }) => stem.length >= 2 && LEANING_PARTICLE.test(particle));

function classOf(said: string): string {
  const word = said.replace(/(?<![.~:'’)\]])[.~:'’)\]]{1,40}$/u, '');
  for (const { code, pattern } of WORD_CLASSES) {
    // A day with what limits it is as good as a date: 새벽에도, 오늘까지.
    if (!pattern.test(word)) continue;
    if (code === 'n') return DATED.test(word) ? 'd' : code;
    return 'FLoOSU'.includes(code) && /[가-힣][은는]$/u.test(word) ? 'V' : code;
  }
  for (const { code, pattern } of GROWN) if (pattern.test(word)) return code;
  if (/^[A-Za-z][\w.-]*$/.test(word)) return 'j';
  if (ADVERB.test(word)) return 'y';
  if (FINAL.test(word) && !NO_FINAL.test(word)) return 'v';
  if (TOPIC_MARKED.test(word) && !NO_TOPIC.test(word)) return 'V';
  if (ONLY.test(word) && !NO_ONLY.test(word)) return '!';
  if (leans(word)) return 'b';
  if (ADNOMINAL.test(word)) return 'z';
  return 'w';
}
