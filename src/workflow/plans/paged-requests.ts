import type { Brief } from '../../ad/brief.ts';
import type { PagesAsked } from '../../ad/page.ts';
import { pagesAtPlaces } from '../../ad/parse/at-places.ts';
import type { RequestRules } from '../../ad/parse/request-rules.ts';
import type { Place } from '../../ad/place.ts';
import type { AdRequest } from '../../ad/request.ts';
import { atCards, atPages, atSlices, unshown } from '../../pages/at-pages.ts';
import type { AdMaker, AdRun } from './ad-maker.ts';

/** What one request is to become. */
export interface SetAsked {
  /** Absent = it is one picture. */
  readonly pages?: PagesAsked;
  /** Names of places; none = where the request itself goes. */
  readonly places: readonly string[];
}

/**
 * The request once for each of its files: for each of its pages, at each place all of them; and for each file of a long
 * page where a place takes such. How many there are is read in it. Errors as AdMaker's `draft`, and for unknown places.
 */
export async function pagedRequests(
  maker: Pick<AdMaker, 'draft'>,
  request: AdRequest,
  { pages, places: asked }: SetAsked,
  rules: Pick<RequestRules, 'place' | 'formatNear'>,
  run: Pick<AdRun, 'signal'> = {},
): Promise<readonly AdRequest[]> {
  const places = asked.length > 0 || request.place === undefined ? asked : [request.place];
  let read: Promise<Brief> | undefined;
  const brief = (): Promise<Brief> => {
    read ??= maker.draft(unshown(request), run);
    return read;
  };
  const set = pages === undefined ? [request] : atPages(request, await brief(), pages);
  if (places.length === 0) return set;
  const keys = new Set(places.map((name) => rules.place(name).key));
  const all: AdRequest[] = [];
  for (const key of keys) {
    all.push(...pagesAtPlaces(await filesAt(rules.place(key)), [key], rules));
  }
  return all;

  async function filesAt({ slices, bare, cards }: Place): Promise<readonly AdRequest[]> {
    if (slices !== undefined) return atSlices(request, await brief(), slices.is);
    // What takes no words takes no pages of them either.
    if (bare !== undefined) return [request];
    return cards === undefined || pages !== undefined ? set : atCards(request, await brief(), cards.is.min);
  }
}
