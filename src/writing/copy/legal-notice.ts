import type { LocalizedText } from '../../ad/locale.ts';
import type { Statement, StatementKind } from '../../ad/statement.ts';

/** What is advertised: what is sold, for how much, what is off or given. */
const ADVERTISED: readonly StatementKind[] = ['product', 'price', 'offer'];

/** A drink, and no glass for it, nothing to eat with it and no course about it. */
const DRINK =
  /(?:(?<![가-힣])술|주류|소주|맥주|생맥|막걸리|동동주|탁주|청주|약주|과실주|전통주|민속주|담금주|와인|위스키|싱글몰트|버번|사케|정종|칵테일|하이볼|보드카|데킬라|테킬라|럼주|진토닉|샴페인|스파클링|브랜디|꼬냑|고량주|백주|양주|칭따오|연태|에일|라거|첫\s?잔|\b(?:alcohol|beers?|ales?|lagers?|stouts?|ciders?|wines?|champagne|prosecco|cocktails?|highballs?|whisk(?:e)?ys?|vodka|gin|rum|tequila|mezcal|sake|soju|makgeolli|brandy|spirits|happy hour|pints?)\b)(?!\s?(?:잔\s?(?:세트|\d)|컵|거품기|디스펜서|냉장고|셀러|거치대|안주|병따개|오프너|비누|빚기|만들기|클래스|수업|강의|glass(?:es)?\b|mats?\b|racks?\b|openers?\b|tasting class\b))/iu;

/**
 * What the law asks of an ad of this trade, which the reply tells and the ad does not: nobody but the owner says what an ad
 * says. A bar's plate of sea snails is no ad for a drink. An owner who warns himself needs not be told.
 *
 * Of drinks: National Health Promotion Act of Korea, article 8-2 (2) 4: an ad shows the warning of article 8 (4), whose
 * wording the producer chooses among those that the ministry has published. The sign about minors (Youth Protection Act,
 * article 28) hangs in the shop, and is asked of no ad.
 */
export function legalNotice(
  notice: LocalizedText | undefined,
  statements: readonly Statement[],
): readonly LocalizedText[] {
  if (notice === undefined || statements.some(({ text }) => WARNS.test(text))) return [];
  if (!OF_DRINKS.test(notice.en)) return [notice];
  const names = statements.some(({ kind, text }) => ADVERTISED.includes(kind) && DRINK.test(text));
  return names ? [notice] : [];
}

const OF_DRINKS = /alcohol/iu;

/** The warning itself: '지나친 음주는 …'. */
const WARNS = /지나친\s?음주|과음|excessive drinking|drink responsibly|흡연은/iu;
