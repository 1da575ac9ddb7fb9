import type { Locale, LocalizedText } from '../../ad/locale.ts';

/** A line of the law about drinks: the Youth Protection Act asks for it where they are advertised. */
const OF_DRINKS = /주류/u;

/** Words that name a drink, or a shop by one. */
const DRINK =
  /술(?!가)|주류|소주|맥주|생맥|호프|막걸리|동동주|탁주|청주|약주|과실주|전통주|민속주|담금주|와인|위스키|사케|정종|칵테일|하이볼|보드카|데킬라|테킬라|럼주|진토닉|샴페인|스파클링|브랜디|꼬냑|고량주|백주|양주|칭따오|연태|에일|라거|펍|주점|\b(?:alcohol|beers?|ales?|lagers?|stouts?|ciders?|wines?|champagne|prosecco|cocktails?|highballs?|whisk(?:e)?ys?|vodka|gin|rum|tequila|mezcal|sake|soju|makgeolli|brandy|spirits|pubs?|brewery|taproom|happy hour|pints?|drinks?)\b/iu;

/**
 * The lines that the law asks for in an ad of a trade. Where a request names no drink, none is advertised: a bar's plate of
 * sea snails needs no line about minors.
 */
export function legalLines(
  notice: LocalizedText | undefined,
  text: string,
  locale: Locale,
): readonly string[] {
  if (notice === undefined || (OF_DRINKS.test(notice.ko) && !DRINK.test(text))) return [];
  return [notice[locale]];
}
