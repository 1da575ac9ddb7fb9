import type { TradeClass } from '../../ad/trade-class.ts';
import type { Span } from './normalise.ts';

type Place = TradeClass | undefined;

/** Large classes of places that people come to. */
const VISITED = new Set(['예술·스포츠', '음식', '숙박', '교육', '보건의료']);
/** Middle classes of such places, of other large ones. */
const VISITED_TOO = new Set(['이용·미용', '욕탕·신체관리', '기타 개인']);
/** Before work that somebody else does on a place: 'Aquarium cleaning', '놀이방 매트 청소'; not what cleans it: 'cleaning kit'. */
const WORKED_ON =
  /^(?:[ \t]+(?:(?!(?:with|and|free|no|for|plus|daily|in|at|is|the|an?)\b)[a-z]+[ \t]+){0,2}(?:cleaning|cleaners?|maintenance|repairs?|set-?up|installation|transport)\b(?![ \t]+(?:class|lesson|workshop|course))|[ \t](?:[가-힣]{1,6}[ \t]?)?(?:청소|방역|철거|세척|소독|살균)(?![가-힣]{3})|[ \t](?:[가-힣]{1,6}[ \t]){0,2}(?:촬영|스냅|영상 제작)(?![가-힣]{3}))/iu;
const CLEANED =
  /^[ \t]+cleaning\b(?![ \t]+(?:kits?|sets?|brush(?:es)?|solutions?|sprays?|cloths?|products?|supplies|tools?|wipes))/iu;

/** Units that food and drink are served in, not sold to take away: '막걸리 한 주전자', 'a pitcher of makgeolli'. */
const SERVED_AFTER =
  /^[ \t]{0,2}(?:(?:(?:한|두|세|네|\d{1,2})[ \t]?)(?:주전자|사발|잔|대접|접시|그릇|뚝배기|동이|상)(?![가-힣]{2})|\d{3,4}cc\b|(?:&|and)[ \t]chips\b|by the (?:glass|pitcher|carafe|pint)\b)/iu;
const SERVED_BEFORE =
  /\b(?:pints?|pitchers?|jugs?|carafes?|glass(?:es)?|kettles?|bowls?|plates?|mugs?|shots?)\sof\s(?:[a-z]+\s)?$/iu;
const SOLD_TO_EAT = new Set(['식료품', '음료']);

/**
 * Whether a place or a thing is only what somebody works on.
 *
 * @param behind the text behind its name
 * @param places the classes that its name tells
 */
export function isWorkedOn(behind: string, places: readonly Place[]): boolean {
  const visited = places.filter(
    (place) => VISITED.has(place?.large ?? '') || VISITED_TOO.has(place?.middle ?? ''),
  ).length;
  const sold = places.filter((place) => place?.large === '소매').length;
  if (visited + sold < places.length) return false;
  return visited > 0 ? WORKED_ON.test(behind) : sold > 0 && CLEANED.test(behind);
}

/** What is sent to whoever orders it is no restaurant's. */
const SENT =
  /(?:택배|택포|밀키트|대용량|산지[ \t]?직송|전국[ \t]?배송)(?![ \t]?(?:[은는이가도][ \t]?)?(?:안|불가|없|[xX]))/u;
const COOKED_HERE = new Set(['한식', '중식', '일식', '서양식']);

/** Whether what restaurants cook is sent by post, so that a grocer may sell it as well: '간장게장 택배비 별도'. */
export const isSentFood = (isSent: boolean, places: readonly Place[]): boolean =>
  isSent && places.length > 0 && places.every((place) => COOKED_HERE.has(place?.middle ?? ''));

/** Whether a text says that what is ordered is sent. */
export const saysSent = (text: string): boolean => SENT.test(text);

/** Whether what a grocer sells too is served here by the glass or the plate. */
export const isServedFood = (text: string, { start, end }: Span, places: readonly Place[]): boolean =>
  (SERVED_AFTER.test(text.slice(end, end + 24)) ||
    SERVED_BEFORE.test(text.slice(Math.max(0, start - 24), start))) &&
  places.every((place) => place?.large === '소매' && SOLD_TO_EAT.has(place.middle));

/** What is cooked is no longer a fishmonger's or a greengrocer's. */
const COOKED = /\b(?:grilled|fried|roasted|steamed|stir[- ]fried|barbecued)\s$/iu;

/** Whether the word that begins at a place is of something cooked. */
export const isCooked = (text: string, start: number): boolean =>
  COOKED.test(text.slice(Math.max(0, start - 14), start));
