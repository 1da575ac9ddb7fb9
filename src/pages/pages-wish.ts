import type { Brief } from '../ad/brief.ts';
import type { AdRequest } from '../ad/request.ts';
import { defined } from '../collections/defined.ts';
import type { PagesWish } from './plan-pages.ts';

/** What of a request pages are planned from. */
export const pagesWish = (
  { parts, brand, copy, page }: Pick<AdRequest, 'parts' | 'brand' | 'copy' | 'page'>,
  brief: Brief,
): PagesWish => ({
  brief,
  ...defined({ parts, shopName: brand?.shopName, headline: copy.headline, count: page?.asked ?? page?.of }),
});
