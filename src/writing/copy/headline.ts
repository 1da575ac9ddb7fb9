import type { OccasionKind } from '../../ad/occasion-kind.ts';
import { isSidePrice } from '../../ad/side-price.ts';
import type { StatementKind } from '../../ad/statement.ts';
import { syllablesOf } from '../../language/hangul.ts';
import { INTRODUCED } from '../../language/spoken-endings.ts';
import { closingHeadline, type Headline, inOrder, productClosing } from './closing-headline.ts';
import type { CopyMaterial } from './copy-material.ts';
import { fits } from './ledger.ts';
import { HEADLINE_SYLLABLES } from './line-fit.ts';
import { productSentence } from './product-sentence.ts';
import { groupText, rootText, type StatementGroup, squeezed } from './statement-groups.ts';

/** Between products that the owner told one by one. */
const AND = ' · ';

/** Longest word of an occasion that a badge has, and longest notice that stands beside the product, in syllables. */
const SHORT = 8;

/** Longest reason for an ad that a headline has together with what binds it. */
const WHOLE = 10;

/** Occasions that are news, and stand well on a badge; a rental, a repair or a class belongs to what is rented. */
const NEWS: ReadonlySet<OccasionKind> = new Set([
  'new',
  'opening',
  'season-opening',
  'sale',
  'closing-down',
  'event',
]);

/** A notice that is the reason for an ad, whatever else it says. */
const ANNOUNCES =
  /품절|매진|완판|소진(?:됐|되었|됨|입니다)|다\s?(?:나갔|팔렸|떨어졌|나감)|휴무|휴업|쉽니다|쉬어요|폐업|이전|마감|중단|단종|없앱|없애|회수(?:합니다|해요|\s?안내)?$|리콜|가격\s?인상|영업\s?(?:종료|재개)|\bsold\b(?! (?:in|at|by|from|as|with|on|only)\b)|closed|closing|moved|moving/iu;

const HOURS = /\d\s?시|\d:\d{2}|\d\s?[ap]\.?m\b/iu;

/** What a headline says where there is no product, first what is most the reason for the ad. */
const REASONS: readonly StatementKind[] = ['occasion', 'offer', 'notice'];

/** What it says else, where there is no price to say it. */
const INSTEAD: readonly StatementKind[] = ['description', 'audience', 'schedule', 'condition'];

/** The same where nothing says whose the hours are. */
const INSTEAD_OF_ALL: readonly StatementKind[] = ['description', 'audience', 'condition'];

/** What says what an ad is about where nothing else does. */
const LAST: readonly StatementKind[] = ['exception', 'price', 'notice', 'schedule', 'place', 'contact'];

const isShort = (text: string): boolean => syllablesOf(text) <= HEADLINE_SYLLABLES && fits(text, 'headline');

/**
 * The product in the owner's own words, with the occasion or a short notice that stands beside it; without a product what
 * the ad is for, with the shop's name or the word for its trade.
 */
export function headlineFor(material: CopyMaterial, open: readonly StatementGroup[]): Headline | undefined {
  const products = open.filter(({ root }) => root.kind === 'product');
  return (
    productHeadline(products, open, material) ??
    holdingProduct(open, material) ??
    shopHeadline(open, material)
  );
}

function productHeadline(
  products: readonly StatementGroup[],
  open: readonly StatementGroup[],
  material: CopyMaterial,
): Headline | undefined {
  const named: StatementGroup[] = [];
  let text = '';
  for (const group of products) {
    const next = text === '' ? group.root.text : `${text}${AND}${group.root.text}`;
    const first = text === '' && fits(next, 'headline');
    if (!first && !isShort(next)) break;
    text = next;
    named.push(group);
    // What binds a product stands right below: below several it would bind them all.
    if (group.bound.length > 0) break;
  }
  if (named.length === 0) return undefined;
  if (named.length === products.length) text = wordedTogether(named, material.product) ?? text;
  text = withTrade(text, named, material);
  const [only, ...others] = named;
  const sentence =
    only !== undefined && others.length === 0 ? productSentence(text, only, open, material) : undefined;
  if (sentence !== undefined && isShort(sentence.text))
    return { text: sentence.text, whole: [], roots: [...named, ...sentence.groups] };
  const closing = productClosing(text, named, open, material);
  if (closing !== undefined) return closing;
  const beside = besideProduct(named, open, material);
  const joined = beside === undefined ? undefined : inOrder(text, named, beside);
  if (beside === undefined || joined === undefined || !isShort(joined))
    return { text, whole: [], roots: named };
  return { text: joined, whole: [], roots: [...named, beside] };
}

/** With the word for the trade, where the product does not say by itself what it is. */
function withTrade(
  text: string,
  [first, ...more]: readonly StatementGroup[],
  { statements, isKnown, text: request }: CopyMaterial,
): string {
  if (isKnown !== false || first === undefined || more.length > 0) return text;
  const before = statements.slice(0, first.index).findLast(({ kind }) => kind === 'trade');
  const after = statements[first.index + 1];
  const behind = before === undefined && after?.kind === 'trade' ? after : undefined;
  // 'Bakery, fresh sourdough': the owner's own comma stays between.
  const joint = (from: number | undefined, to: number | undefined): string =>
    from !== undefined && to !== undefined && /^\s?,\s?$/u.test(request?.slice(from, to) ?? '') ? ', ' : ' ';
  const lead =
    before === undefined
      ? ''
      : `${before.text.replace(INTRODUCED, '')}${joint(before.end, first.root.start)}`;
  const tail = behind === undefined ? '' : `${joint(first.root.end, behind.start)}${behind.text}`;
  const whole = `${lead}${text}${tail}`;
  return isShort(whole) ? whole : text;
}

/** The owner's own way of naming all products together: '딸기라떼와 쿠키'. */
function wordedTogether(named: readonly StatementGroup[], product: string | undefined): string | undefined {
  if (product === undefined || !isShort(product)) return undefined;
  const all = squeezed(product);
  return named.every(({ root }) => all.includes(squeezed(root.text))) ? product : undefined;
}

/** A short notice, the occasion unless a badge takes it, or whom it is for, right beside the product. */
function besideProduct(
  named: readonly StatementGroup[],
  open: readonly StatementGroup[],
  material: CopyMaterial,
): StatementGroup | undefined {
  const beside = open.filter((group) => isBeside(named, group, material));
  const notice = beside.find(
    ({ root, index }) =>
      root.kind === 'notice' &&
      ANNOUNCES.test(root.text) &&
      syllablesOf(root.text) <= SHORT &&
      // '멸치김밥 품절' before '참치김밥' is of another thing.
      (!/\S\s\S/u.test(root.text) || named.some((product) => product.index < index)),
  );
  // An ad that gives notice says it, however long.
  const news =
    material.occasionKind === 'notice' && !open.some(({ root }) => root.kind === 'price')
      ? beside.find(
          ({ root }) => (root.kind === 'notice' || root.kind === 'schedule') && ANNOUNCES.test(root.text),
        )
      : undefined;
  // A badge has one occasion; another stands beside the product: '가을 신상 / 니트 입고'.
  const onBadge = open.find((group) => group.root.kind === 'occasion' && isBadge(group, open, material));
  return (
    notice ??
    news ??
    beside.find((group) => group.root.kind === 'occasion' && group !== onBadge) ??
    beside.find(({ root }) => root.kind === 'audience')
  );
}

/** Whether an occasion is news that a badge shows; where there is an offer, that is what the badge shows. */
export function isBadge(
  { root }: StatementGroup,
  open: readonly StatementGroup[],
  { occasionKind, given, prefer }: CopyMaterial,
): boolean {
  const preferred = prefer?.get(root.start);
  return (
    given.badge === undefined &&
    (preferred === 'badge' || (preferred !== 'headline' && NEWS.has(occasionKind))) &&
    syllablesOf(root.text) <= SHORT &&
    !open.some((group) => group.root.kind === 'offer')
  );
}

/** Nothing that is lettered stands between them. */
function isBeside(
  named: readonly StatementGroup[],
  { index }: StatementGroup,
  { statements }: CopyMaterial,
): boolean {
  return named.some((product) => {
    const between = statements.slice(Math.min(index, product.index) + 1, Math.max(index, product.index));
    return index !== product.index && between.every(({ kind }) => kind === 'trade' || kind === 'shop');
  });
}

/** A short statement that holds the product's name: '참기름 직접 짜요'. */
function holdingProduct(open: readonly StatementGroup[], { product }: CopyMaterial): Headline | undefined {
  if (product === undefined) return undefined;
  const name = squeezed(product);
  const holding = open.find(
    ({ root }) => root.kind !== 'price' && squeezed(root.text).includes(name) && isShort(root.text),
  );
  if (holding !== undefined) return { text: holding.root.text, whole: [], roots: [holding] };
  return fits(product, 'headline') ? { text: product, whole: [], roots: [] } : undefined;
}

function shopHeadline(open: readonly StatementGroup[], material: CopyMaterial): Headline | undefined {
  const shops = open.filter(({ root }) => root.kind === 'shop');
  const trade = material.statements.find(({ kind }) => kind === 'trade')?.text;
  const shop = material.shop;
  const base = shop ?? trade;
  const inBase =
    shop === undefined ? [] : shops.filter(({ root }) => squeezed(shop).includes(squeezed(root.text)));
  const priced = open.some(({ root }) => root.kind === 'price' && !isSidePrice(root.text));
  const closing = priced ? undefined : closingHeadline(open, base, inBase);
  if (closing !== undefined) return closing;
  const others = base === undefined ? INSTEAD_OF_ALL : priced ? [] : INSTEAD;
  const reasons = [...REASONS, ...others];
  for (const [index, kind] of [...reasons, ...(base === undefined ? LAST : [])].entries()) {
    const group = open.find(
      ({ root }) =>
        root.kind === kind &&
        // Hours are no reason for an ad; a closed day is.
        (kind !== 'schedule' || base === undefined || !HOURS.test(root.text) || ANNOUNCES.test(root.text)) &&
        (kind !== 'notice' || !priced || index >= reasons.length || ANNOUNCES.test(root.text)) &&
        root.oldPrice === undefined &&
        (kind !== 'price' || !(isSidePrice(root.text) || /^출장\s/u.test(root.text))) &&
        fits(root.text, 'headline'),
    );
    if (group === undefined) continue;
    const words = rootText(group);
    const whole = group.bound.length > 0 && syllablesOf(groupText(group)) <= WHOLE ? groupText(group) : words;
    const text = base === undefined || squeezed(whole).includes(squeezed(base)) ? whole : `${base} ${whole}`;
    // A notice of its own may be long: its reader wants to know whose it is.
    const short = isShort(text) || (kind === 'notice' && !priced && fits(text, 'headline'));
    if (!short && ((base !== undefined && kind === 'notice') || !fits(words, 'headline'))) continue;
    const isWhole = short && whole !== words;
    return {
      text: short ? text : words,
      whole: [...(isWhole ? [group] : []), ...(short ? inBase : [])],
      roots: isWhole ? [] : [group],
    };
  }
  return base === undefined || !fits(base, 'headline') ? undefined : { text: base, whole: inBase, roots: [] };
}
