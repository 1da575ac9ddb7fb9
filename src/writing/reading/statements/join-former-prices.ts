import type { Span } from '../normalise.ts';
import type { PlacedSegment } from './settle-products.ts';

/** A former price, called so: '정상가 45만원', '정가: 3만원'. */
const FORMER =
  /^(?:정상(?:\s?판매)?가(?:격)?|정가|기존가?|원래(?:\s?가격)?|원가|소비자가(?:격)?|시중가|권장가|출시가|백화점가|매장가|평소(?:가|에는|엔)?|평상시|할인\s?전)\s?[:은는]{0,2}\s?(?:₩\s?)?\d[\d,.]{0,12}\s?(?:만\s?)?(?:\d?\s?천\s?)?(?:원|₩)?$/u;

/** What stands between two prices of one thing. */
const BETWEEN = /^[\s(,/]{0,4}$/u;

/** Prices side by side of which one is called the former, as the one price that was lowered: '29만원 (정상가 45만원)'. */
export function joinFormerPrices(segments: readonly PlacedSegment[], text: string): readonly PlacedSegment[] {
  const joined: PlacedSegment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    const one = last === undefined ? undefined : lowered(last, segment, text);
    if (one === undefined) joined.push(segment);
    else joined[joined.length - 1] = one;
  }
  return joined;
}

function lowered(last: PlacedSegment, segment: PlacedSegment, text: string): PlacedSegment | undefined {
  if (last.kind !== 'price' || segment.kind !== 'price') return undefined;
  if (last.oldPrice !== undefined || segment.oldPrice !== undefined) return undefined;
  if (!BETWEEN.test(text.slice(last.end, segment.start))) return undefined;
  const isFormer = ({ start, end }: Span): boolean => FORMER.test(trimmedText(text.slice(start, end)));
  const [old, now] = isFormer(segment) ? [segment, last] : isFormer(last) ? [last, segment] : [];
  if (old === undefined || now === undefined || isFormer(now)) return undefined;
  return {
    ...last,
    end: segment.end,
    said: now.said ?? { start: now.start, end: now.end },
    oldPrice: { start: old.start, end: old.end },
  };
}

const trimmedText = (words: string): string => words.replaceAll(/^[\s(,]{1,4}|[\s),.]{1,4}$/gu, '');
