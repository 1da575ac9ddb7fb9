import type { OccasionKind } from '../../ad/occasion-kind.ts';
import type { Statement, StatementKind } from '../../ad/statement.ts';
import type { TradeClass } from '../../ad/trade-class.ts';
import { OCCASION_SIGNS, type OccasionSign } from './occasion-signs.ts';

/** Where it is not said what an ad is for. */
const ELSEWHERE: ReadonlySet<StatementKind> = new Set([
  'contact',
  'place',
  'shop',
  'wish',
  'mood',
  'exception',
]);

/** What is not said of the ad itself: 대여 불가, 할인 제외, 오픈 안 합니다, no discounts. */
const DENIED =
  /^[가-힣]{0,2}[ \t]*(?:제외|불가|아니|아님|아닙|아닌|없|말고|빼고|안[ \t]?(?:해|합|되|돼|됩|하)|하지[ \t]않|되지[ \t]않|금지|포함|별도|상품[ \t]?교환|과[ \t]?중복|중복)|^[ \t]*(?:excluded|not|not included|included|extra)\b/u;
const DENIED_BEFORE = /(?:\bno|\bnot|\bnever|\bwithout|\bcannot be combined with|안|무료|다른)[ \t]*$/iu;

/** Trades whose everyday work has a name of its own. */
const WORK: Readonly<Record<string, OccasionKind>> = {
  '컴퓨터 수리': 'repair',
  '통신장비 수리': 'repair',
  '가전제품 수리': 'repair',
  '기타 가정용품 수리': 'repair',
  '모터사이클 수리': 'repair',
  '가정용품 대여': 'rental',
  '운송장비 대여': 'rental',
};

/**
 * What an ad is for: the first kind of the signs that its text shows. Most notices are what an ad is for only where it
 * sells nothing; where no word tells, a repair shop repairs and a rental lends.
 */
export function findOccasionKind(
  text: string,
  statements: readonly Statement[],
  tradeClass: TradeClass | undefined,
): OccasionKind {
  const sells = statements.some(({ kind }) => kind === 'price' || kind === 'offer');
  const found = OCCASION_SIGNS.find((sign) => !(sells && sign.idle) && shows(text, statements, sign));
  if (found !== undefined) return found.kind;
  if (statements.some(({ kind, oldPrice }) => kind === 'price' && oldPrice !== undefined)) return 'sale';
  return WORK[tradeClass?.middle ?? ''] ?? 'everyday';
}

/** Whether a text shows a sign that it does not deny. */
function shows(
  text: string,
  statements: readonly Statement[],
  { pattern, except, not = [] }: OccasionSign,
): boolean {
  for (const match of text.matchAll(pattern)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const within = statements.filter((statement) => statement.start < end && statement.end > start);
    const [first, last] = [within[0], within.at(-1)];
    if (first === undefined || last === undefined) continue;
    if (ELSEWHERE.has(first.kind) || not.includes(first.kind)) continue;
    if (
      DENIED.test(text.slice(end, end + 24)) ||
      DENIED_BEFORE.test(text.slice(Math.max(0, start - 32), start))
    )
      continue;
    if (except?.test(text.slice(first.start, last.end + 8)) !== true) return true;
  }
  return false;
}
