import type { StatementKind } from '../../../ad/statement.ts';
import { CLOCK, DATE, DAYS, SHOP } from './patterns.ts';

/** What a part that is told whole says. */

const NOT =
  /\b(?:no|not|never|without|cannot|can't|cant|don't|doesn't|won't|isn't|aren't|except|excluding|excludes|excl\.?|unless|non|other than|apart from|nothing|none|neither|nor|prohibited|forbidden)\b|n['’]t\b/iu;

/** A condition or a limit that says nothing alone: it binds what was said before it. */
const BINDING =
  /^\(?(?:not\b|except\b|excluding\b|excludes\b|excl\b|unless\b|but not\b|other than\b|apart from\b|only\b|if\b|when\b|with (?:any|every|each|all|purchase|orders?|a purchase|minimum|min\b)|for (?:students?|members?|seniors?|new|first|groups?|kids|children|couples|families|military|teachers?|residents|locals|online|orders|a limited|one|the first|up to|parties|two|three|four|\d)|on (?:orders|purchases|all|selected|your first|first)|orders? (?:over|above|of)|min(?:imum|\.)?\b|max(?:imum|\.)?\b|at least\b|at most\b|up to \d|while (?:stocks?|supplies)|limited to\b|(?:\d+|one|two|three|four|five)(?: [a-z]+)? per\b|per (?:person|table|customer|household)\b|terms\b|subject to\b|(?:students?|members?|seniors?|adults|kids|weekdays?|weekends?|new customers|cash|card|takeaway|take-out|takeout|dine-in|pick-?up|online|in-store)(?: [a-z]+)? only\b)/iu;

const EXCEPTION =
  /^\(?(?:not\b|except\b|excluding\b|excludes\b|excl\b|unless\b|but not\b|other than\b|apart from\b)/iu;

const FINITE =
  /\b(?:is|are|was|were|will|has|have|can|may not|must|cannot|do|does|did|closes?|closed|opens|starts|begins|ends|delivers?|ships?|accepts?|includes?|needs?|requires?|takes|runs|returns|re-?opens?|moved|moving|we're|we've|it's|they're|you're|offers?|serves?|stops?|gets?|comes?|pays?|costs?|lasts|contains?|welcomes?)\b|['’](?:re|ve|ll|s (?:open|closed|back|here|now))\b/iu;

const SUBJECT =
  /^(?:we|you|they|it|i|our|the|all|every|each|your|kids|children|dogs|pets|this|that|these|there|doors?|kitchen|parking|shop|store|everyone|nobody|no one|some)\b/iu;

/** A verb that tells what the shop does now: 'now delivers until 1 a.m.'. */
const PREDICATE =
  /^(?:(?:now|also|still|always|even)\s)*(?:delivers?|ships?|opens?|open|closes?|closed|accepts?|serves?|offers?|runs?|re-?opens?|starts?|begins?|ends?|includes?|comes|takes?|needs?|moved|moves|moving)\b/iu;

const IMPERATIVE =
  /^(?:please |now |also |always |don['’]t |do not )?(?:buy|get|bring|spend|pay|save|join|book|order|ask|show|follow|try|come|drop|stop by|pick up|sign up|register|reserve|enjoy|win|earn|collect|use|mention|present|subscribe|tag|share|review|leave|walk in|call|visit|see|meet|ring|refer|trade in|tell|treat|choose|pick(?! your own)|learn|discover)\b/iu;

const TIMES = new RegExp(
  String.raw`\b(?:open|opens|closed|closes|close|hours?|doors|last orders?|kitchen|break)\b|${CLOCK}|${DATE}|\b${DAYS}`,
  'iu',
);

const NOTICE =
  /\b(?:sold out|out of stock|closing down|(?:we(?:'ve|’ve| have)? )?mov(?:ed|ing) to|relocat\w+|renovation|temporarily|allerg\w+|contains?|may contain|parking|wheelchair|pets|smoking|cash only|(?:credit |debit |bank )cards?|(?<!\b(?:business|greeting|gift|playing|trading|post|invitation|wedding|birthday|christmas|loyalty|punch|thank-you|name|place) )cards?(?! games?\b)|wi-?fi|refunds?|exchanges?|permanently|back in stock|caution|warning|age limit|id required|photo id|no \w+)\b/iu;

const CONDITION =
  /\b(?:reservations?|bookings?|by appointment|appointments?|required|preferred|members?|students?|purchase|minimum|min\.|maximum|at least|per (?:person|table|customer|household)|while (?:stocks?|supplies)|limited|first come|first-come|first \d+|only \d+|(?<!\b(?:car|booster|bike|child|baby|toilet|toddler|garden|window|love)\s)seats|spots|places left|only|deposit|prepaid|prepayment|subject to|terms|valid|up to \d+ (?:people|persons|guests)|or more|capacity|max\.?)\b/iu;

const OFFER =
  /\b(?:free|complimentary|gift|giveaway|bonus|on the house|% ?off|discount|half[ -]price|bogo|voucher|coupon|save|cash ?back|sale)\b|% off/iu;

const AUDIENCE =
  /^(?:(?:for|ideal for|perfect for|suitable for|open to)\b|(?:all ages|ages?)\b|(?:adults|kids|children|beginners|teens|couples|families|seniors|ladies|men|women)(?:\s(?:and|&|or|welcome|over|under|aged|from|up to)\b.*)?$)/iu;

const OCCASION =
  /^(?:(?:the |our |a )?(?:(?:grand|soft|official|re|season|spring|summer|autumn|fall|winter|weekend|week-?end|end[ -]of[ -](?:season|year|summer|winter|line)|clearance|closing[ -]down|moving|black friday|christmas|holiday|new year|anniversary|(?:\d+(?:st|nd|rd|th)|first|second) anniversary|flash|warehouse|garage|stock|mid-?year|year-?end|opening|back to school|easter|halloween|valentine['’]?s?(?: day)?|mother['’]?s day|father['’]?s day|big|special|monthly|weekly|happy hour|pop-?up|charity|moving-out|liquidation)[ -]){0,3}(?:sale|opening|re-?opening|clearance|anniversary|event|open day|open house|launch|promotion|promo|festival|celebration)|now open|we['’]?re open|now hiring|we['’]?re hiring|hiring|help wanted|opening soon|coming soon|just arrived|new arrivals?|back in stock|black friday|launch(?:ing)? (?:today|now)|closing down|last chance|now enrolling|enrol+ing now|sign-?ups? open)$/iu;

const TRADE_ALONE = new RegExp(
  String.raw`^(?:(?:our|the|a|an|my|your|this)\s)?(?:[\p{L}\d'’&-]+\s){0,3}${SHOP}s?$`,
  'iu',
);

export const isBinding = (words: string): boolean => BINDING.test(words);
export const isOccasion = (words: string): boolean => OCCASION.test(words);
export const isTradeAlone = (words: string): boolean =>
  TRADE_ALONE.test(words) && !TAUGHT.test(words) && !EATEN.test(words);

/** Bars that are eaten or used, and no place: 'Protein bars'. */
const EATEN =
  /(?:^bars|\b(?:protein|chocolate|candy|granola|energy|snack|cereal|muesli|soap|fruit|nut|oat|date|ice cream|curtain|pull-up|grab|tow|roof|sound) bars?)$/iu;

/** What is taught is what is sold: 'Kimchi workshop'. */
const TAUGHT = /\s(?:workshops?|class(?:es)?|courses?|lessons?|sessions?|retreat|bootcamp)$/iu;

/** Says who is meant, and is no verb of the part's own: 'for adults who are scared of water'. */
const RELATIVE = /\b(?:who|which)\s(?:are|is|was|were|have|has|can|need|needs|want|wants)\b/giu;

/** Whether a part has a verb of its own, or tells somebody to do something: then nothing is cut out of it. */
export function isSentence(words: string): boolean {
  if (/^(?:we|you|they|i)\s/iu.test(words)) return true;
  if (IMPERATIVE.test(words) || PREDICATE.test(words)) return true;
  const own = words.replace(RELATIVE, ' ');
  return (
    FINITE.test(own) &&
    (SUBJECT.test(own) || /\b(?:is|are|was|were|will|can|must|has|have)\b/iu.test(own) || NOT.test(own))
  );
}

export const isDenied = (words: string): boolean => NOT.test(words);

/** Ends with what limits it, or begins with it: 'Fridays only', 'only 20 seats'. */
export const isLimit = (words: string): boolean => /\bonly\)?$/iu.test(words) || /^only\b/iu.test(words);

/** Whether something is given for nothing or for less, in words alone: 'delivery free over $30'. */
export const isGift = (words: string): boolean =>
  OFFER.test(words) &&
  !/\bfor sale$|-free\b|(?:sugar|gluten|dairy|fat|nut|lead|oil) free\b/iu.test(words) &&
  /\b(?:free|complimentary|gift|half[ -]price|bonus)\b/iu.test(words);

/** The kind of what is told whole. */
export function kindOfWhole(words: string): StatementKind {
  if (EXCEPTION.test(words)) return 'exception';
  const denied = NOT.test(words);
  if (TIMES.test(words) && (denied || !OFFER.test(words))) return 'schedule';
  if (denied) return 'notice';
  if (OFFER.test(words)) return 'offer';
  if (CONDITION.test(words)) return 'condition';
  if (NOTICE.test(words)) return 'notice';
  if (AUDIENCE.test(words)) return 'audience';
  return 'description';
}

/** The kind of words that nothing else says more about: a name of a thing where none was named before. */
export function kindOfRest(words: string): StatementKind {
  if (NOT.test(words)) return EXCEPTION.test(words) ? 'exception' : 'notice';
  if (/\bfor sale$/iu.test(words)) return 'product';
  if (
    OFFER.test(words) &&
    !/-free\b|\b(?:sugar|gluten|dairy|fat|cruelty|lead|oil|fragrance|nut)[ -]free\b/iu.test(words)
  )
    return 'offer';
  if (CONDITION.test(words)) return 'condition';
  if (
    /\b(?:included|available|provided|allowed|welcome|preferred|accepted|guaranteed|delivered)$/iu.test(words)
  ) {
    return NOTICE.test(words) ? 'notice' : 'description';
  }
  // '(the) same phone number'
  if (/^(?:the\s)?same\s/iu.test(words) && !/^same[- ]day\b/iu.test(words)) return 'notice';
  // What is paid beside the price: 'design extra'.
  if (/^(?:\w+\s){1,3}extra$/iu.test(words)) return 'description';
  if (NOTICE.test(words)) return 'notice';
  if (AUDIENCE.test(words)) return 'audience';
  return 'product';
}
