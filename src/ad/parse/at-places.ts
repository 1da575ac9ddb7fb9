import { UserError } from '../../errors/user-error.ts';
import type { AdRequest } from '../request.ts';
import type { RequestRules } from './request-rules.ts';

/** Names of places in a text: '인스타 피드, 카톡 메시지', 'mms,800x400'. */
export const placeNames = (text: string): readonly string[] =>
  text
    .split(/[,、，\n]/u)
    .map((name) => name.trim())
    .filter(Boolean);

/**
 * The request once for each place: the same words, photos and seed, so that what does not hang on the size is made once.
 * Without places the request itself.
 *
 * @throws UserError `unknown-name`, `place-size`
 */
export function atPlaces(
  request: AdRequest,
  names: readonly string[],
  rules: Pick<RequestRules, 'place' | 'formatNear'>,
): readonly AdRequest[] {
  if (names.length === 0) return [request];
  const places = new Map(names.map((name) => rules.place(name)).map((place) => [place.key, place]));
  return [...places.values()].map(({ key, pixels }) => ({
    ...request,
    format: rules.formatNear(pixels.is),
    place: key,
  }));
}

/** The pages of one set at each place: all of them at one place before the next, since they are put up together. */
export function pagesAtPlaces(
  pages: readonly AdRequest[],
  names: readonly string[],
  rules: Pick<RequestRules, 'place' | 'formatNear'>,
): readonly AdRequest[] {
  const spread = pages.map((page) => atPlaces(page, names, rules));
  return (spread[0] ?? []).flatMap((_, place) => spread.flatMap((at) => at[place] ?? []));
}

/** At how many places the pictures of one order are put up; 1 where none is named. */
export const placeCount = (order: readonly Pick<AdRequest, 'place'>[]): number =>
  Math.max(1, new Set(order.flatMap(({ place }) => place ?? [])).size);

/**
 * The pictures of one order: each variant at each place.
 *
 * @throws UserError `too-many-places`
 */
export function checkPictures(pictures: number, max: number): void {
  if (pictures > max) throw new UserError('too-many-places', { pictures, max });
}
