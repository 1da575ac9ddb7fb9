import type { Statement } from '../../ad/statement.ts';
import type { StatementGroup } from './statement-groups.ts';

/**
 * The groups with, of each price, the product that it is for: where an ad has several products no price stands without
 * the name of its own. A price belongs to the product that it binds, else to the one that it stands beside; an offer only
 * where each of the products has its own right behind it ('사료 1+1, 간식 20% 할인').
 */
export function withLabels(
  groups: readonly StatementGroup[],
  statements: readonly Statement[],
): readonly StatementGroup[] {
  const products = groups.filter(({ root }) => root.kind === 'product');
  const prices = groups.filter(({ root }) => root.kind === 'price');
  if (products.length < 2) return groups;
  const before = sides(products, prices, -1);
  const after = sides(products, prices, 1);
  const side = before.size >= after.size ? before : after;
  const ownDeals = dealsBehind(products, groups);
  return groups.map((group) => {
    const deal = ownDeals.get(group);
    if (deal !== undefined) return { ...group, label: deal };
    if (group.root.kind !== 'price') return group;
    const own = group.root.binds === undefined ? undefined : statements[group.root.binds];
    const label = own?.kind === 'product' ? own.text : side.get(group);
    return label === undefined ? group : { ...group, label };
  });
}

/** Of each price the product that is told right before (-1) or after it (1), no other price between. */
function sides(
  products: readonly StatementGroup[],
  prices: readonly StatementGroup[],
  side: -1 | 1,
): ReadonlyMap<StatementGroup, string> {
  const found = new Map<StatementGroup, string>();
  const taken = new Set<StatementGroup>();
  for (const price of prices) {
    const near = products
      .filter((product) => Math.sign(product.index - price.index) === side)
      .sort((a, b) => Math.abs(a.index - price.index) - Math.abs(b.index - price.index))[0];
    if (near === undefined || taken.has(near)) continue;
    const between = prices.some(
      ({ index }) => index !== price.index && (index - price.index) * (near.index - index) > 0,
    );
    if (between) continue;
    taken.add(near);
    found.set(price, near.root.text);
  }
  return found;
}

/** The offer or price right behind each product; none where a product has none. */
function dealsBehind(
  products: readonly StatementGroup[],
  groups: readonly StatementGroup[],
): ReadonlyMap<StatementGroup, string> {
  const found = new Map<StatementGroup, string>();
  for (const product of products) {
    const deal = groups.find(({ index }) => index === product.index + 1);
    if (deal === undefined || (deal.root.kind !== 'offer' && deal.root.kind !== 'price')) return new Map();
    found.set(deal, product.root.text);
  }
  return found;
}
