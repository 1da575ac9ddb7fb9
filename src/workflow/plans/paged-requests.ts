import type { PagesAsked } from '../../ad/page.ts';
import type { AdRequest } from '../../ad/request.ts';
import { atPages, unshown } from '../../pages/at-pages.ts';
import type { AdMaker, AdRun } from './ad-maker.ts';

/** The request once for each of its pages, by what is read in it. Errors as AdMaker's `draft`. */
export async function pagedRequests(
  maker: Pick<AdMaker, 'draft'>,
  request: AdRequest,
  asked: PagesAsked,
  run: Pick<AdRun, 'signal'> = {},
): Promise<readonly AdRequest[]> {
  return atPages(request, await maker.draft(unshown(request), run), asked);
}
