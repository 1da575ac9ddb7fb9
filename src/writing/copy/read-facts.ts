import type { Locale } from '../../ad/locale.ts';
import { ENGLISH_FACTS, ENGLISH_SALE, ENGLISH_SIGNS } from './english-facts.ts';
import type { Fact, FactKind, FactPattern } from './facts.ts';
import { KOREAN_FACTS, KOREAN_SALE } from './korean-facts.ts';
import { findPlaces } from './korean-places.ts';

/** A share of something is not a discount: 카카오 70%, 순면 100%. */
const CONTENT =
  /(?:카카오|함량|과즙|순면|면|원액|수분|알코올|도수|충전|습도|국산|한우|캐시미어|울|실크|진심|만족)\s?$/u;

/** UTF-16 units of the longest of these words, and a blank. */
const LONGEST_CONTENT = 5;

/** Facts in the order of the text. What one fact has taken no other may take. */
export function readFacts(text: string, locale: Locale): readonly Fact[] {
  const facts: Fact[] = [];
  const saleIn = saleWordsIn(text);
  const free = (start: number, end: number): boolean =>
    facts.every((fact) => end <= fact.start || start >= fact.end);
  const take = (kind: FactKind, words: string, start: number, end: number): void => {
    if (end > start && free(start, end)) facts.push({ kind, text: tidy(words), start, end });
  };
  const english = ENGLISH_SIGNS.test(text) ? ENGLISH_FACTS : [];
  const patterns: readonly FactPattern[] = locale === 'ko' ? [...KOREAN_FACTS, ...english] : english;
  const sale = locale === 'ko' ? KOREAN_SALE : ENGLISH_SALE;
  for (const { kind, pattern, needs } of [...patterns, sale]) {
    if (needs?.test(text) === false) continue;
    if (pattern === sale.pattern && facts.some((fact) => fact.kind === 'deal')) continue;
    for (const match of text.matchAll(pattern)) {
      const [whole] = match;
      const before = text.slice(Math.max(0, match.index - LONGEST_CONTENT), match.index);
      if (kind === 'deal' && !isDeal(whole, before, saleIn)) continue;
      const { fact, when } = match.groups ?? {};
      const words = fact ?? (when === undefined ? whole : `${when} ${whole}`);
      take(kind, kind === 'deal' ? spelled(words, saleIn) : words, match.index, match.index + whole.length);
    }
    // Places come after numbers: 3번 출구 belongs to a station, 3번 alone to nothing.
    if (kind === 'link' && locale === 'ko') {
      for (const place of findPlaces(text)) take('place', place.text, place.start, place.end);
    }
  }
  return facts.sort((a, b) => a.start - b.start);
}

/** Whether a share is a discount: it says so, or a sale is spoken of. */
function isDeal(words: string, before: string, saleIn: SaleWords): boolean {
  if (!/%|퍼센트|프로/.test(words)) return true;
  if (/[가-힣A-Za-z]\s*$/u.test(words)) return !/^\d+\s?프로$/u.test(words) || saleIn.discount;
  return !CONTENT.test(before) && saleIn.any;
}

/** How a text speaks of a sale, looked for once. */
interface SaleWords {
  readonly discount: boolean;
  readonly any: boolean;
  /** The word that a bare share is said with. */
  readonly word: string | undefined;
}

function saleWordsIn(text: string): SaleWords {
  return {
    discount: /할인|세일/.test(text),
    any: /할인|세일|쿠폰|이벤트|첫 ?방문|시즌오프|오픈|특가|sale|off/i.test(text),
    word: /할인|세일|시즌오프/.exec(text)?.[0],
  };
}

/** A bare share as a deal: '30%' of '첫 방문 30%, 할인은…' says 할인 as the text does. */
function spelled(deal: string, { word }: SaleWords): string {
  if (!/(?:%|퍼센트|프로)\s*$/u.test(deal)) return deal;
  const turned = /^(할인|세일|적립|쿠폰)\s?(.+)$/u.exec(deal.trim());
  if (turned !== null) return `${turned[2]} ${turned[1]}`;
  return word === undefined ? deal : `${deal.trim()} ${word}`;
}

/** Whom a discount is for, where nothing but the group is said. */
const GROUP = /^(?:학생|수험생|군인|경로|커플|단체|회원|생일자)$/u;

/** Even blanks, closed-up units and grouped thousands: '5500 원' becomes '5,500원'. */
function tidy(words: string): string {
  return words
    .trim()
    .replace(GROUP, '$& 대상')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(\d)\s+(?=원|%|명|개|시(?!간)|일|월)/g, '$1')
    .replaceAll(/(?<![\d,.])\d{4,}(?=원)/g, (digits) => Number(digits).toLocaleString('en-US'))
    .replaceAll(/(?<=\d)\s?퍼센트/g, '%')
    .replaceAll(/[∼]/g, '~');
}
