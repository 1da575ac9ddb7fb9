import type { Brief } from '../ad/brief.ts';
import type { LocalizedText } from '../ad/locale.ts';
import { localeOf } from '../ad/locale.ts';
import type { PageRole } from '../ad/page.ts';

/** What heads a page that has no words of the owner's for it: what it is, and no claim. */
const TITLES: Readonly<Partial<Record<PageRole, LocalizedText>>> = {
  prices: { ko: '가격', en: 'Prices' },
  notices: { ko: '안내', en: 'Please note' },
  visit: { ko: '오시는 길', en: 'Find us' },
};

/** Where nobody is told where to come to. */
const ASK: LocalizedText = { ko: '이용 안내', en: 'Good to know' };

/** A page's title; `shopName` is the shop's own, which stands over how to come to it. */
export function titleOf(role: PageRole, { statements, copy }: Brief, shopName: string | undefined): string {
  const locale = localeOf([...statements.map(({ text }) => text), ...Object.values(copy)].join(' '));
  const shop = shopName ?? statements.find(({ kind }) => kind === 'shop')?.text;
  if (role === 'visit' && shop !== undefined) return shop;
  const hasPlace = statements.some(({ kind }) => kind === 'place');
  const title = role === 'visit' && !hasPlace ? ASK : TITLES[role];
  return title?.[locale] ?? '';
}
