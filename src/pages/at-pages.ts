import type { Brief } from '../ad/brief.ts';
import { ANY_PAGES, type PagesAsked } from '../ad/page.ts';
import type { AdRequest, ProductPhoto } from '../ad/request.ts';
import { longPage } from './long-page.ts';
import type { Page } from './page.ts';
import { pagesWish } from './pages-wish.ts';
import { photosOfGoods } from './photos-of-goods.ts';
import { planPages } from './plan-pages.ts';

/** The request as it is read for pages: what is said does not hang on what is shown. */
export const unshown = (request: AdRequest): AdRequest => ({ ...request, photos: [] });

/**
 * The request once for each of its pages, in their order: the same words, seed and family, each with the photos that it
 * shows. What fills no more than one page stays as it is, unless a number was asked for.
 *
 * @param brief of the request, as it is read for pages
 */
export function atPages(request: AdRequest, brief: Brief, asked: PagesAsked): readonly AdRequest[] {
  const wish = pagesWish(request, brief);
  const pages = planPages(asked === ANY_PAGES ? wish : { ...wish, count: asked });
  if (asked === ANY_PAGES && pages.length < 2) return [request];
  const goods = (brief.goods ?? []).map(({ name }) => name);
  const photos = photosOfGoods(request.photos, goods);
  return pages.map((page, i) => ({
    ...request,
    photos: shownOn(page, request.photos, photos),
    page: {
      number: i + 1,
      of: pages.length,
      ...(asked === ANY_PAGES || asked === pages.length ? {} : { asked }),
    },
  }));
}

/**
 * As atPages, for a place that wants so many pictures of a set: what there is to say is parted finer for it, and no more
 * than that.
 */
export function atCards(request: AdRequest, brief: Brief, least: number): readonly AdRequest[] {
  const wish = pagesWish(request, brief);
  const own = planPages(wish).length;
  const count = own < least ? planPages({ ...wish, count: least }).length : own;
  return count < 2 ? [request] : atPages(request, brief, count);
}

/** The request once for each file of the long page that it makes at a place of such. */
export function atSlices(request: AdRequest, brief: Brief, most: number): readonly AdRequest[] {
  const files = longPage(request, brief, most);
  return files.map((_, i) => ({
    ...request,
    page: { number: i + 1, of: files.length, sliced: true },
  }));
}

function shownOn(
  { role, good = -1 }: Page,
  all: readonly ProductPhoto[],
  own: readonly (ProductPhoto | undefined)[],
): readonly ProductPhoto[] {
  if (role === 'cover') return all;
  const photo = role === 'product' ? own[good] : undefined;
  return photo === undefined ? [] : [photo];
}
