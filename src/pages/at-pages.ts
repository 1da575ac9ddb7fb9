import type { Brief } from '../ad/brief.ts';
import { ANY_PAGES, type PagesAsked } from '../ad/page.ts';
import type { AdRequest, ProductPhoto } from '../ad/request.ts';
import type { Page } from './page.ts';
import { pagesWish } from './page-brief.ts';
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
  const photos = photosOf(request.photos, goods);
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

function shownOn(
  { role, good = -1 }: Page,
  all: readonly ProductPhoto[],
  own: readonly (ProductPhoto | undefined)[],
): readonly ProductPhoto[] {
  if (role === 'cover') return all;
  const photo = role === 'product' ? own[good] : undefined;
  return photo === undefined ? [] : [photo];
}

const bare = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/gu, '');

/**
 * Which photo is whose: one that is named after a thing is that thing's; of several the others follow the order in which
 * the things are named. A photo that comes alone and is named after nothing is the shop's, and stands on the cover.
 */
function photosOf(
  photos: readonly ProductPhoto[],
  goods: readonly string[],
): readonly (ProductPhoto | undefined)[] {
  const named = goods.map((good) =>
    photos.find(({ name = '' }) => bare(name.replace(/^.*[\\/]/, '')).includes(bare(good))),
  );
  if (photos.length < 2) return named;
  const rest = photos.filter((photo) => !named.includes(photo));
  return named.map((photo) => photo ?? rest.shift());
}
