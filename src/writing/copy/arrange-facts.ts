import type { PurposeName } from '../../ad/purpose.ts';
import { defined } from '../../collections/defined.ts';
import { syllablesOf } from '../../language/hangul.ts';
import type { Fact, FactKind } from './facts.ts';

/** Where each fact goes. */
export interface FactPlan {
  /** For the headline of a sale, else for the place of the price. */
  readonly deal?: Fact;
  readonly price?: string;
  /** For the sub, most important first. */
  readonly sub: readonly Fact[];
  /** Place, hours, telephone, link. */
  readonly details: readonly Fact[];
  /** Discounts beyond the first: two in one picture confuse. */
  readonly tooMany: readonly Fact[];
}

const SUB_ORDER: readonly FactKind[] = [
  'period',
  'condition',
  'limit',
  'gift',
  'extra',
  'time',
  'list-price',
];
const DETAILS_ORDER: readonly FactKind[] = ['place', 'time', 'phone', 'link'];

/** Hours of opening rather than the time of an event. */
const HOURS = /[~∼–]|부터.*까지|영업|운영|오픈|마감|24|\d\s?(?:-|to)\s?\d|from .* to /iu;

/** Longest label of a price, in syllables. */
const LABEL = 10;

/** @param product the product as the request calls it, whose price needs no longer label */
export function arrangeFacts(
  text: string,
  facts: readonly Fact[],
  purpose: PurposeName,
  product?: string,
): FactPlan {
  const joined = joinNeighbours(text, facts);
  const of = (kind: FactKind): readonly Fact[] => joined.filter((fact) => fact.kind === kind);
  const [deal, ...tooMany] = of('deal');
  const prices = of('price');
  const labelled = prices.length > 1 ? prices.map((price) => labelOf(text, joined, price, product)) : prices;
  const [price, ...otherPrices] = labelled;
  const dated = joined.some((fact) => fact.kind === 'period');
  const isHours = (fact: Fact): boolean => HOURS.test(fact.text) || (purpose === 'opening' && !dated);
  const details = DETAILS_ORDER.flatMap((kind) => of(kind)).filter(
    (fact) => fact.kind !== 'time' || isHours(fact),
  );
  const sub = SUB_ORDER.flatMap((kind) => of(kind)).filter((fact) => !details.includes(fact));
  return {
    ...defined({ deal, price: price?.text }),
    sub: [
      ...sub.filter((fact) => fact.kind !== 'list-price'),
      ...otherPrices,
      ...sub.filter((fact) => fact.kind === 'list-price').map(listPrice),
    ],
    details,
    tooMany,
  };
}

/** The price before, called so. */
const listPrice = (fact: Fact): Fact => ({
  ...fact,
  text: /\p{Script=Hangul}/u.test(fact.text) ? `정가 ${fact.text}` : `was ${fact.text}`,
});

/** Facts that stand side by side and make one: '3만원 이상 구매 시 쿠폰 증정', '매주 수요일 저녁 8시'. */
function joinNeighbours(text: string, facts: readonly Fact[]): readonly Fact[] {
  const joined: Fact[] = [];
  for (const fact of facts) {
    const before = joined.at(-1);
    const beside = before !== undefined && /^\s*$/.test(text.slice(before.end, fact.start));
    if (before !== undefined && beside && belongTogether(before, fact)) {
      const hours = fact.kind === 'time' && HOURS.test(fact.text);
      const kind =
        before.kind === 'condition' || fact.kind === 'condition' || hours ? fact.kind : before.kind;
      joined[joined.length - 1] = {
        kind,
        text: `${before.text} ${fact.text}`,
        start: before.start,
        end: fact.end,
      };
    } else {
      joined.push(fact);
    }
  }
  return joined;
}

function belongTogether(before: Fact, fact: Fact): boolean {
  if (before.kind === 'condition')
    return fact.kind === 'gift' || fact.kind === 'extra' || fact.kind === 'condition';
  return (
    before.kind === 'period' && (fact.kind === 'time' || fact.kind === 'period' || fact.kind === 'condition')
  );
}

/** A price with what it is for, where the request says so right before it: '라떼 4,000원'. */
function labelOf(text: string, facts: readonly Fact[], price: Fact, product = ''): Fact {
  const from = facts.filter((fact) => fact.end <= price.start).at(-1)?.end ?? 0;
  const clause =
    text
      .slice(from, price.start)
      .split(/[,.!\n/]/)
      .at(-1) ?? '';
  const named = product === '' ? -1 : clause.indexOf(product);
  const label = clause
    .slice(Math.max(0, named))
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^(?:과|와|그리고|and)\s/, '');
  const fits = label !== '' && syllablesOf(label) <= LABEL;
  return fits ? { ...price, text: `${label} ${price.text}` } : price;
}
