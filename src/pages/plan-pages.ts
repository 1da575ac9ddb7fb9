import type { Brief } from '../ad/brief.ts';
import { type AdCopy, detailLines } from '../ad/copy.ts';
import type { MenuRow } from '../ad/design-part.ts';
import type { Hero } from '../ad/hero.ts';
import { type Good, PAGE_LIMITS, type PageRole } from '../ad/page.ts';
import type { RequestParts } from '../ad/request.ts';
import { defined } from '../collections/defined.ts';
import { iconOfModel } from '../design/model-icons.ts';
import { menuLine } from '../design/solve/menu-lines.ts';
import { fitted } from './fit-pages.ts';
import type { Page } from './page.ts';
import { partLines } from './part-lines.ts';
import { titleOf } from './titles.ts';

/** What pages are planned from. */
export interface PagesWish {
  /** Of the whole request, written as for one picture. */
  readonly brief: Brief;
  readonly parts?: RequestParts;
  readonly shopName?: string;
  /** Words for the headline that the person gave: they are kept as they are. */
  readonly headline?: string;
  /** How many pages; absent = one for each thing that there is to say. */
  readonly count?: number;
  /** Most pages; by default as many as a message holds. */
  readonly max?: number;
}

/**
 * The pages of a request: its cover, one for each of several things that are sold, a price list, and how to come. There
 * are only pages for which the owner said something, and each line of the ad's words stands on exactly one.
 */
export function planPages(wish: PagesWish): readonly Page[] {
  const { brief, parts, count, max = PAGE_LIMITS.max } = wish;
  const goods = brief.goods ?? [];
  const { told, rows } = withoutPrices(withoutGoods(brief.copy, goods), brief, goods, parts);
  const lines = partLines(detailLines(told.details), brief.statements);
  const { details: _, cta, ...cover } = told;
  const menu = menuOf(goods, rows, parts);
  const first: Page = {
    role: 'cover',
    copy: coverCopy(wish, cover, goods, lines.offer),
    hero: brief.hero ?? { kind: 'type' },
  };
  // Pages of a set show things alike: where one of them has no icon of its own, none does.
  const icons = goods.map(({ hero }) => iconOf(hero));
  const hasIcons = !icons.includes(undefined) && new Set(icons).size === icons.length;
  const products = goods.map(({ name, price, old, note, hero: own }, good): Page => {
    const hero: Hero = hasIcons ? own : { kind: 'type' };
    const amount = price !== undefined && old !== undefined ? `~~${old}~~ ${price}` : price;
    return { role: 'product', copy: defined({ headline: name, price: amount, sub: note }), hero, good };
  });
  const title = (role: PageRole): string => titleOf(role, brief, wish.shopName);
  const prices: readonly Page[] =
    menu === undefined ? [] : [{ role: 'prices', copy: { headline: title('prices') }, menu }];
  const notices: readonly Page[] =
    lines.notices.length === 0
      ? []
      : [{ role: 'notices', copy: { headline: title('notices'), details: lines.notices.join('\n') } }];
  const isThere = lines.visit.length > 0 || parts?.qr !== undefined;
  const visit: readonly Page[] = isThere
    ? [
        {
          role: 'visit',
          copy: defined({
            headline: title('visit'),
            details: lines.visit.length > 0 ? lines.visit.join('\n') : undefined,
            cta,
          }),
          ...(parts?.qr === undefined ? {} : { qr: true as const }),
        },
      ]
    : [];
  const lone = isThere || cta === undefined ? first : { ...first, copy: { ...first.copy, cta } };
  return fitted([lone, ...products, ...prices, ...notices, ...visit], count, max);
}

const iconOf = (hero: Hero): string | undefined => {
  if (hero.kind === 'icon') return hero.ids.join();
  return hero.kind === 'model' ? iconOfModel(hero.id) : undefined;
};

/** Fewer prices than this are told with what they are the prices of. */
const LEAST_ROWS = 2;

/** The owner's list; else what is sold for a price, where a list of it says more than its pages do. */
function menuOf(
  goods: readonly Good[],
  others: readonly MenuRow[],
  parts: RequestParts | undefined,
): readonly MenuRow[] | undefined {
  if (parts?.menu !== undefined) return parts.menu;
  const own = goods.flatMap(({ name, price, old, note }): readonly MenuRow[] => {
    if (price === undefined) return [];
    // PT, 10회 45만원: how much of it is sold stands with the name.
    const line = old === undefined && note === undefined ? menuLine(`${name} ${price}`) : undefined;
    return [line ?? { name, price, ...defined({ old, note }) }];
  });
  const rows = [...own, ...others];
  return rows.length < LEAST_ROWS ? undefined : rows;
}

/** The copy without further lines that are a thing and its price, where there are enough of them for a list. */
function withoutPrices(
  copy: AdCopy,
  { statements }: Brief,
  goods: readonly Good[],
  parts: RequestParts | undefined,
): { readonly told: AdCopy; readonly rows: readonly MenuRow[] } {
  const isPrice = (line: string): boolean =>
    statements.some(({ kind, text }) => kind === 'price' && text.includes(line)) &&
    menuLine(line) !== undefined;
  const found = [copy.price, copy.details].flatMap((words) => detailLines(words).filter(isPrice));
  if (parts?.menu !== undefined || found.length + goods.length < LEAST_ROWS || found.length === 0)
    return { told: copy, rows: [] };
  const kept = (words: string | undefined): string | undefined =>
    joined(detailLines(words).filter((line) => !found.includes(line)));
  const { price, details, ...others } = copy;
  return {
    told: defined({ ...others, price: kept(price), details: kept(details) }),
    rows: found.flatMap((line) => menuLine(line) ?? []),
  };
}

const joined = (lines: readonly string[]): string | undefined =>
  lines.length === 0 ? undefined : lines.join('\n');

/** The copy without what stands on the pages of the things that are sold: their prices, and lines of theirs. */
function withoutGoods(copy: AdCopy, goods: readonly Good[]): AdCopy {
  const own = new Set(
    goods.flatMap(({ name, price, old }) =>
      price === undefined
        ? [name]
        : [name, price, `${name} ${price}`, `~~${old}~~ ${price}`, `${name} ~~${old}~~ ${price}`],
    ),
  );
  const kept = (words: string | undefined): string | undefined =>
    joined(detailLines(words).filter((line) => !own.has(line)));
  const { sub, price, details, ...others } = copy;
  return defined({ ...others, sub: kept(sub), price: kept(price), details: kept(details) });
}

/** The cover of several things names all of them, and none as if it were the only one. */
function coverCopy(
  { brief, shopName, headline: given }: PagesWish,
  cover: AdCopy,
  goods: readonly Good[],
  offer: readonly string[],
): AdCopy {
  const details = offer.length > 0 ? offer.join('\n') : undefined;
  if (goods.length === 0) return defined({ ...cover, details });
  const names = goods.map(({ name }) => name).join(' · ');
  const written = given ?? cover.headline ?? '';
  const about = goods
    .reduce((words, { name }) => words.replace(name, ' '), written)
    .replaceAll(/\s*[·,+&/]\s*/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const occasion = brief.statements.find(({ kind }) => kind === 'occasion')?.text;
  const shop = shopName ?? brief.statements.find(({ kind }) => kind === 'shop')?.text;
  const isNamed = goods.every(({ name }) => written.includes(name));
  const headline = given ?? (isNamed ? written : about === '' ? (occasion ?? shop ?? names) : about);
  const rest = detailLines(cover.sub).filter((line) => line !== names && line !== headline);
  const listed = isNamed || headline === names ? [] : [names];
  const sub = [...listed, ...rest].join('\n');
  return defined({ ...cover, headline, sub: sub === '' ? undefined : sub, details });
}
