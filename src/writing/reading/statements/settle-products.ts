import { isSidePrice } from '../../../ad/side-price.ts';
import { isProduct } from '../../../presets/lexicon.ts';
import { isPlaceWord } from '../korean/trade-words.ts';
import type { Span } from '../normalise.ts';
import { termOf } from '../word-means.ts';
import type { Segment, SegmentContext } from './segment.ts';

/** A segment, and the clause that it is of; those that no clause was asked about have none. */
export interface PlacedSegment extends Segment {
  readonly clause?: number;
}

/** Kinds that a name right before them labels: '쿠키 3,000원', '라떼 30% 할인', '시력검사 5시 마감'. */
const LABELLED: readonly string[] = ['price', 'offer', 'notice', 'schedule'];

/** Kinds that names of products may follow and still be products of the same list. */
const BESIDE: readonly string[] = ['product', 'trade', 'shop', 'occasion', 'wish', 'mood', 'audience'];

const PARTICLE = /^(?:은|는|이|가|을|를|와|과|랑|이랑|의|으로|로|에)$/u;

/** What only heads a list of products. */
const HEADING = /^(?:(?:대표|추천|인기|오늘의)?메뉴판?|가격표?|메뉴안내|가격안내|안내|공지사항?|소식|알림)$/u;

/**
 * Which of the names are the products. The first ones are; a later one labels the price or the offer behind it, is a
 * product where the vocabulary knows it as one, and else says more of what came before.
 */
export function settleProducts(
  segments: readonly PlacedSegment[],
  context: SegmentContext,
): readonly PlacedSegment[] {
  const settled: PlacedSegment[] = [];
  let named = false;
  let beside = true;
  let priced = false;
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at];
    if (segment === undefined) break;
    const next = segments[at + 1];
    if (segment.kind !== 'product') {
      if (!BESIDE.includes(segment.kind)) beside = false;
      if (segment.kind === 'price' && !isSidePrice(context.text.slice(segment.start, segment.end).trim()))
        priced = true;
      settled.push(segment);
      continue;
    }
    // The title of a list: each name behind it labels its own price.
    if (segment.clause === undefined) {
      named = true;
      beside = false;
      settled.push(segment);
      continue;
    }
    const known = isKnownProduct(segment, context);
    if (next === undefined && !named && !priced && !known && signs(segment, settled.at(-1), context)) {
      settled.push({ ...segment, kind: 'shop' });
      continue;
    }
    const before = settled.at(-1);
    const hangs = before?.kind === 'product' && before.clause === segment.clause;
    const heads = HEADING.test(
      context.text.slice(segment.start, segment.end).replaceAll(/[^\p{L}\p{N}]/gu, ''),
    );
    const labels =
      next !== undefined &&
      next.clause === segment.clause &&
      LABELLED.includes(next.kind) &&
      !isTold(context.text.slice(segment.start, segment.end));
    // '신발 끈 2천원 색상 12가지': behind its price more is said of what was named.
    const told = named && !labels && before?.kind === 'price' && before.clause === segment.clause;
    // '스케일링 알리는 포스터 …. 스케일링 12만원': it is named again, for its price.
    const again =
      labels && settled.some((other) => other.kind === 'product' && sameWords(other, segment, context.text));
    if ((named || priced) && labels && (again || !(beside && known))) {
      settled.push({ ...next, start: segment.start });
      if (next.kind === 'price') priced = true;
      beside = false;
      at += 1;
    } else if (heads || told || (named && (hangs || (!beside && !known))) || (!named && priced && !known)) {
      settled.push({ ...segment, kind: 'description' });
    } else {
      named = true;
      settled.push(withoutParticle(segment, context));
    }
  }
  return named ? settled : withDeed(settled, context);
}

/** Where no product is named, what the trade does is what is sold: '이삿짐 1톤 12만원부터', '복사 흑백 50원'. */
function withDeed(settled: readonly PlacedSegment[], { text }: SegmentContext): readonly PlacedSegment[] {
  const deed = settled.find(
    ({ kind, start, end }) => kind === 'trade' && !isPlaceWord(text.slice(start, end)),
  );
  return deed === undefined
    ? settled
    : settled.map((segment) => (segment === deed ? { ...segment, kind: 'product' } : segment));
}

/** Whether words end as a sentence does: '원본 전체 드림'. */
const isTold = (words: string): boolean => /\S\s+(?:드림|드려요|드립니다|드릴게요)$/u.test(words.trim());

/** Whether two names are written alike. */
const sameWords = (a: Span, b: Span, text: string): boolean =>
  text.slice(a.start, a.end).trim() === text.slice(b.start, b.end).trim();

/** Kinds of sentences that a shop signs with its name. */
const SIGNED: readonly string[] = ['notice', 'schedule', 'occasion'];

/** Whether one word behind a sentence is the name of who says it: '오늘 하루 쉽니다 국수나라'. */
function signs(segment: Span, before: PlacedSegment | undefined, { text }: SegmentContext): boolean {
  if (before === undefined || !SIGNED.includes(before.kind)) return false;
  const sentence = text.slice(before.start, before.end).trimEnd();
  const word = text.slice(segment.start, segment.end).trim();
  return /(?:니다|[어아해워려]요)[.!~]?$/u.test(sentence) && /^[가-힣A-Za-z]{2,10}$/u.test(word);
}

/** Without the particle that a sentence hung on the name: 소금빵이 → 소금빵. */
function withoutParticle(segment: PlacedSegment, { text, words }: SegmentContext): PlacedSegment {
  const end = segment.start + text.slice(segment.start, segment.end).trimEnd().length;
  const last = words.findLast((word) => word.end === end && word.start >= segment.start);
  if (last === undefined || last.meanings.length === 0 || !PARTICLE.test(last.particle)) return segment;
  return { ...segment, said: { start: segment.start, end: end - last.particle.length } };
}

/** Whether the vocabulary knows a thing in these words. */
export const isKnownProduct = ({ start, end }: Span, { words }: SegmentContext): boolean =>
  words.some((word) => {
    const term = word.start >= start && word.end <= end ? termOf(word) : undefined;
    return term !== undefined && isProduct(term);
  });
