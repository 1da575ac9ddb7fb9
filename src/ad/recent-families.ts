import { ANY_FAMILY, SCENE_FAMILY } from './design.ts';
import type { Recipe } from './recipe.ts';
import type { AdRequest } from './request.ts';

/** An ad differs in its design family from so many that its shop has had before it: ten in a row use six at least. */
export const MOST_AVOIDED = 6;

/** By which family an ad was made. */
export const familyOf = ({ decided }: Pick<Recipe, 'decided'>): string =>
  decided.design?.family ?? SCENE_FAMILY;

/** The families without what is said twice, the latest `MOST_AVOIDED` of them. @param families latest first */
export const latestFamilies = (families: readonly string[]): readonly string[] =>
  [...new Set(families)].slice(0, MOST_AVOIDED);

/** The request so that its ad looks unlike others; what was asked for stays. @param families latest first */
export function unlike(request: AdRequest, families: readonly string[]): AdRequest {
  const otherFamilies = latestFamilies(families);
  return request.family !== ANY_FAMILY || otherFamilies.length === 0
    ? request
    : { ...request, otherFamilies };
}
