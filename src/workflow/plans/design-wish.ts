import type { Brief } from '../../ad/brief.ts';
import { ANY_FAMILY } from '../../ad/design.ts';
import type { PageContent } from '../../ad/page.ts';
import { bleedOf } from '../../ad/place.ts';
import { defined } from '../../collections/defined.ts';
import type { DesignFamily } from '../../design/design-request.ts';
import type { DesignWish } from '../../design/request-of-brief.ts';
import { looksFor, pageFamily } from '../../pages/page-family.ts';
import type { PlanInput } from './plan.ts';

/**
 * What a design is asked for. Of a page the families are the looks that its set may have, with the page's own boxes.
 *
 * @param boxesOf a look's on the page; absent = those of a page by itself
 * @param look that the set has already
 */
export function designWish(
  input: PlanInput,
  brief: Brief,
  boxesOf: (look: DesignFamily, page: PageContent) => DesignFamily = (look, page) =>
    pageFamily(look, page, input.pages),
  look?: string,
): Omit<DesignWish, 'heroes' | 'pictures'> {
  const { request, size, designs, logo, place } = input;
  const trade = input.tradeOf(brief.industry);
  const trades = [brief.industry, ...(trade === undefined ? [] : [trade.family])];
  const choice = request.letteringSeed ?? request.seed;
  const others = request.otherFamilies ?? [];
  const { page } = brief;
  const family = look ?? request.family;
  const looks =
    page === undefined
      ? undefined
      : looksFor(designs, { brief, trades, others, seed: choice, ...defined({ family }) });
  return {
    brief,
    size,
    seed: request.seed,
    choice,
    families: page === undefined || looks === undefined ? designs : looks.map((one) => boxesOf(one, page)),
    others,
    trades,
    ...defined({
      asked: looks?.[0]?.key ?? (request.family === ANY_FAMILY ? undefined : request.family),
      brand: request.brand,
      qr: request.parts?.qr,
      menu: request.parts?.menu,
      logo,
      safe: place?.safe?.is,
      round: place?.round?.is,
      bleed: place && bleedOf(place),
      letters: place?.letters?.is,
      mood: brief.mood === undefined ? undefined : input.moodOf(brief.mood),
    }),
  };
}
