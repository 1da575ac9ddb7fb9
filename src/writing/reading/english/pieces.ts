import { LINK } from '../../../ad/links.ts';
import type { StatementKind } from '../../../ad/statement.ts';
import type { Span } from '../normalise.ts';
import {
  anywhere,
  CLOCK,
  COUNT,
  DATE,
  DAYS,
  FLOOR,
  MONEY,
  MONTH,
  NO_SUM,
  NUMBER,
  PHONE,
  STREET,
  startsWith,
  TO,
} from './patterns.ts';

/** What a pattern finds in a part of a clause. */
export interface Piece extends Span {
  readonly kind: StatementKind;
}

const PER = String.raw`(?:\s?(?:pp|pcm|pw|ea|pn)\b|\sdrop[- ]in\b(?!\s(?:at|to|for|any)\b)|\s?\/\s?\d{0,2}\s?[a-z]+\b|\s(?:flat(?:\s(?:rate|fee))?(?!\s[a-z])|each|apiece|per\s(?:[a-z]+\s)?[a-z]+|an?\s(?:hour|day|week|month|year|night|person|head|piece|dozen|box|kilo|kg|pound|lb|session|class|lesson|visit|cup|plate|slice|pair|set|room|car|seat|ticket|game|head)|and\sup|or\sless|all\sin|one\sway|firm\b|obo\b|ono\b|cash\b(?!\s(?:only|preferred|ok))|(?:men|women|ladies|gents|kids|children|adults|students|seniors|boys|girls|members|non-members)\b(?=\s*(?:[,;/.)]|$))|(?:vat|tax)\sincluded|onwards))`;

/** 'Ages 4 to 6' is a range of what stands before it, 'Tuesdays 4 to 6' one of hours. */
const NO_RANGE = String.raw`(?<!\b(?!(?:open|opens|from|at|hours|daily|weekdays|weekends|lunch|dinner|brunch|breakfast|${DAYS}|${MONTH})\b)[a-z]+\s\d{1,2}\s(?:to|until|till)\s)`;

const TIME = String.raw`(?:${DATE}|${DAYS}|${CLOCK}|(?:the\s)?end\sof\s(?:the\s)?(?:week|month|year|season|${MONTH})|(?:early|mid|late)\s${MONTH}|(?<=\b(?:in|until|till|by|from|through|this|next|all|during|before|after|since)\s)${MONTH}|(?<=\b(?:on|until|till|by|from)\sthe\s)\d{1,2}(?:st|nd|rd|th)\b(?!\s(?:floor|level|anniversary|street|avenue))|24\s?(?:hours|hrs|h)\b(?!['’]?\s(?:notice|advance|ahead|before|in\sadvance))|24\/7|year[ -]round|lunch\s?time|all\sday|\d{1,2}(?=${TO}(?:${CLOCK}))|(?<=\b(?:open|opens|hours:?|daily|weekdays|weekends|lunch|dinner|brunch|breakfast|${DAYS})\s)\d{1,2}(?=${TO}\d{1,2}(?![\d:,.%]|\s?[$€£₩%]|\s[a-z]))|(?<=\b(?:at|until|till|to|from|by)\s)${NO_RANGE}\d{1,2}(?![\d:,.%]|\s?[$€£₩%]|\s(?!most\b|every\b|each\b|daily\b|weekdays\b|weekends\b)[a-z]))`;

const BEFORE_TIME = String.raw`(?:(?:(?:stays?|remains?)\sopen|open|opens|closed|closes|back|re-?opens|re-?opening|(?:fully\s)?booked|sold\sout|now|only(?!\snot)|on|at|from|until|till|up\sto|by|every|each|before|after|in|during|through|throughout|starting|starts|start|begins|beginning|ends|ending|valid|available|not|except|excluding|last\sorders?|doors?|kitchen\scloses|the|hours:?|open:|when:|dates?:|time:|happy\shour:?)\s)`;

const JOINS_TIME = String.raw`(?:${TO}|,?\s(?:except|excluding|but\snot)\s(?:on\s)?|,?\s(?:at|from|on|and|&|or|of|in|only|starting|until)\s|\s(?:before|after|by|till)\s|,?\s(?:and|&)\s|\s|,\s|\/)`;

const SCHEDULE = String.raw`\b${BEFORE_TIME}{0,4}${TIME}(?:${JOINS_TIME}(?:the\s)?(?:${TIME}|\d{1,2}\b(?!,\d|\.\d|\s?(?:[%$€£₩]|[a-z])))){0,6}(?:\s(?:only|closed(?!\s(?:on\s)?${DAYS})|sharp|onwards|and\safter|nights?|mornings?|afternoons?|evenings?|inclusive|\(?(?:kst|gmt)\)?))?`;

const CALL = String.raw`(?:(?:please\s)?(?:call|text|phone|tel|telephone|ring|whatsapp|sms|mobile|fax|e-?mail|visit|see|find|order|reserve|book|booking|bookings|reservations?|rsvp|dm|message|follow|contact|enquiries|inquiries|info|website|web|site|insta(?:gram)?|facebook|kakao(?:talk)?|line|sign\sup|register|apply|more|details|tickets?|shop|learn\smore|download|scan)\b:?(?:\s(?:us|me|ahead|by|on|at|via|online|or|text|phone|tel|call|now|today|for|info|more|details|directly|the|a|free|quote|table|appointment|appointments|trial|class|lesson|session|visit|consultation|demo|place|spot|seat|slot|tour|room|check-?up|to|book|order|reserve|your|here|in|advance|our|page|id|channel|website|site|and|save|is)\b:?){0,7}:?\s)`;

const OFF = String.raw`(?:off|discount|cash\s?back|savings?|saving|rebate)`;

const HOURS = Array.from({ length: 12 }, (_, index) => index + 1);
const MINUTES = String.raw`[.:](?:00|15|30|45)`;

/** An hour and the next time within an hour, one of them with its minutes. */
const DOORS = String.raw`(?<![\d$€£₩¥.,])(?:${HOURS.map((hour) => String.raw`${hour}(?:\sfor\s${hour}${MINUTES}|${MINUTES}\sfor\s(?:${hour}${MINUTES}|${(hour % 12) + 1}(?:${MINUTES})?))`).join('|')})(?:\s?[ap]m)?(?![\d%]|\s?(?:each|pp))\b`;

/** In the order in which they claim their place. */
const PATTERNS: readonly {
  readonly kind: StatementKind;
  readonly pattern: RegExp;
  readonly signs?: RegExp;
}[] = [
  {
    kind: 'contact',
    pattern: anywhere(String.raw`\b${CALL}?(?:${LINK})(?:\s(?:or|and|\/)\s(?:${LINK}|${PHONE}))?`),
    signs: /[@.]/,
  },
  {
    kind: 'contact',
    pattern: anywhere(
      String.raw`(?:\b${CALL})?${PHONE}(?:\s(?:or|and|\/)\s(?:${PHONE}|${LINK}))?(?:\sfor\s(?:an?\s|your\s|more\s)?(?:free\s)?(?:quotes?|estimates?|bookings?|appointments?|details|information|info|availability|orders|enquiries))?(?![a-z])`,
    ),
    signs: /\d{3,4}[-.\s]\d{4}/,
  },
  {
    kind: 'contact',
    pattern: /\bscan\s(?:the\s|our\s)?qr(?:\s?code)?(?:\sto\s[a-z ]{1,30})?|\bqr\scode\b/giu,
    signs: /qr/i,
  },
  {
    kind: 'offer',
    pattern: anywhere(
      String.raw`(?:\b|(?<![\w$€£₩¥])(?=[$€£₩¥]))(?<!\bpay\s(?:only\s|just\s)?)(?:(?:siblings?|students?|seniors?|teachers|nurses|veterans|military|locals|members|new\s(?:clients|customers|members|patients)|returning\s[a-z]+|groups|couples|families|pensioners|first[- ]timers)\s)?(?:(?:get|save|take|enjoy|an?|an\sextra|extra|flat|up\sto|from|give|giving|offering|now)\s){0,3}(?:(?<=\s|^)(?:${NUMBER}\s?(?:-|to|–)\s?)?${NUMBER}\s?(?:%|percent\b|per\scent\b)(?:\s${OFF}\b)?|(?:us)?[$€£₩¥]\s?${NUMBER}\s(?:${OFF}\b|coupon\b|voucher\b))|\b(?:save|get|discount\sof)\s(?:up\sto\s)?(?:${NUMBER}\s?%|[$€£₩¥]\s?${NUMBER}(?=\s(?:on|off|when)))`,
    ),
    signs: /%|percent|per cent|off|discount|coupon|voucher|save/i,
  },
  {
    kind: 'offer',
    pattern: anywhere(
      String.raw`\b(?:buy\s(?:any\s)?(?:${COUNT})\b(?:\s[a-z]+){0,4}?,?\s(?:and\s)?get\s(?:${COUNT}|another|the\s(?:second|third|next))\b(?:\s[a-z]+){0,3}?\s?(?:free|half[ -](?:price|off)|for\s${MONEY})|(?:(?:kids|children|juniors?|under[- ]?\d{1,2}s|students?|seniors?|oaps?|pensioners|locals|members)\s(?:(?:go|eat|get|are)\s)?)half[ -](?:price|off)|buy\s(?:${COUNT})\sget\s(?:${COUNT})|bogo\b(?:\sfree)?|(?:two|three|four|2|3|4|5)[ -]for[ -](?:one|two|three|1|2|3)\b|(?:${COUNT})(?:\s[a-z]+){0,2}\sfor\sthe\sprice\sof\s(?:one|two|three|four|\d)|half[ -](?:price|off)|second\s(?:one|item|pair|cup|drink|pizza)\s(?:half\sprice|free)|(?<!\d)[1-9]\s?\+\s?[1-9](?!\d))`,
    ),
    signs: /buy|bogo|for|half|second|\+/i,
  },
  // When doors open and when it begins: '7 for 7.30'.
  { kind: 'schedule', pattern: anywhere(DOORS), signs: /\d\sfor\s\d/i },
  {
    kind: 'price',
    pattern: anywhere(
      String.raw`\b(?:(?:refundable|security|damage|booking|a)\s){0,2}(?:deposit|postage|shipping|delivery|parking|corkage|(?:booking|cleaning|late|cancellation)\sfee|service\scharge)(?:\sof|\sis|:)?\s${MONEY}${PER}?`,
    ),
    signs: /[$€£₩¥]/,
  },
  {
    // '2 lb for $10', '3 for $20', 'set of 2 for $38': so many for so much.
    kind: 'price',
    pattern: anywhere(
      String.raw`\b(?:(?<![\w'’]\s)(?:set|pack|box|pair|bag|bunch)\sof\s|(?<!\bof\s))(?:${COUNT})(?:\s(?:lbs?|pounds?|kgs?|kilos?|g|grams?|oz|ounces?|ml|l|lit(?:er|re)s?|pcs?|pieces?|packs?|dozen|bottles?|boxes|bags?|pairs?|cups?|slices?|bunch(?:es)?|sets?|jars?|cans?|trays?|loaves|hours?|hrs?|days?|nights?|sessions?|classes|lessons|rooms|people))?\sfor\s(?:only\s|just\s)?${MONEY}`,
    ),
    signs: /\bfor\b/i,
  },
  {
    kind: 'price',
    pattern: anywhere(
      String.raw`\b(?:(?:(?<!\b(?:week(?:day|end)|holiday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\s)only|flat|just|from|now|at|for|starting\s(?:at|from)|starts\s(?:at|from)|as\slow\sas|all\sfor|under|about|around)\s){0,2}(?<![\w$€£₩¥])${MONEY}(?:\s?(?:-|–|to)\s?(?:${MONEY}|${NUMBER}(?!\d|st|nd|rd|th|:)))?${PER}?`,
    ),
    signs: /[$€£₩¥원]|\b(?:won|krw|usd|eur|dollars?|bucks?|euros?|pounds?|yen)\b/i,
  },
  {
    kind: 'price',
    pattern: anywhere(
      String.raw`(?:us|hk|nt|s)?[$€£₩¥]\s?${NUMBER}(?:\s?(?:-|–|to)\s?[$€£₩¥]?\s?${NUMBER}(?!\d|st|nd|rd|th|:))?${PER}?`,
    ),
    signs: /[$€£₩¥]/,
  },
  // Won without a sign: '24h 35,000'.
  {
    kind: 'price',
    pattern:
      /(?<![\w$€£₩¥.,+])\+?\d{1,3},\d00\b(?=$|[\s;)/]|[,.](?!\d))(?!\s?(?:steps|people|customers|members|words|km|miles|won|krw)\b)/giu,
    signs: /\d,\d00/,
  },
  // '45k per head'
  {
    kind: 'price',
    pattern: anywhere(String.raw`(?<![\w$€£₩¥.])\d{1,4}(?:\.\d)?k\b${NO_SUM}(?:${PER})?`),
    signs: /\dk\b/i,
  },
  // As menus write it: 'burrito bowl 9.5', 'add guac +1.5'.
  { kind: 'price', pattern: /(?<=[a-z]\s)\+?\d{1,3}\.\d{1,2}$/giu, signs: /\.\d{1,2}$/ },
  { kind: 'schedule', pattern: anywhere(SCHEDULE) },
  {
    kind: 'place',
    pattern: anywhere(
      String.raw`\b(?:(?:at|near|in|on|opposite|next\sto|behind|beside|across\sfrom|by)\s(?:the\s)?)?(?:${NUMBER}\s)?(?:[a-z][\w'-]*\s){0,3}(?<=[A-Z][\w'-]*\s)${STREET}\b(?:\s\d{1,3})?(?:\sexit\s\d{1,2})?(?:,?\s(?:in\sthe\s)?${FLOOR})?|\b(?:on\sthe\s)?(?:\d{1,3}(?:st|nd|rd|th)|ground|first|second|third|top)\sfloor\b|\bfloor\s\d{1,3}\b|\bb\d\sfloor\b`,
    ),
    signs:
      /\b(?:street|st|road|rd|avenue|ave|lane|ln|boulevard|blvd|drive|square|plaza|mall|market|station|exit|building|tower|arcade)\b|floor/i,
  },
];

/** Before an amount that something is bound to: 'free with any frame over $120'. */
const BOUND =
  /\b(?:over|above|under|below|than|least|most|minimum|min\.?|maximum|worth|every|spend|spending|save|up to)(?:\s(?:of|to))?\s?$/iu;

/** A time of week that names what is sold then: 'weekend lessons', 'weekday brunch'. */
const OF_A_THING =
  /^(?:weekend|weekday)\s(?:(?:[a-z]+\s)?(?:lessons?|class(?:es)?|courses?|workshops?|brunch|breakfast|lunch|buffet|specials?|deals?|packages?|stays?|trips?|tours?|markets?|getaways?|rates?|pass(?:es)?|camps?|clinics?|club|shifts?|staff|rental|hire|menu)|warrior)\b/iu;

/** The pieces of a part, in order, without overlaps; what one pattern has taken no later one may take. */
export function piecesIn(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { kind, pattern, signs } of PATTERNS) {
    if (signs?.test(text) === false) continue;
    for (const match of text.matchAll(pattern)) {
      const [words] = match;
      const start = match.index + (words.length - words.trimStart().length);
      const end = match.index + words.trimEnd().length;
      if (kind === 'price' && BOUND.test(text.slice(0, start))) continue;
      if (kind === 'schedule' && OF_A_THING.test(text.slice(start))) continue;
      if (end > start && pieces.every((piece) => end <= piece.start || start >= piece.end)) {
        const excepts = /^(?:not|except|excluding)\b/iu.test(words.trimStart());
        pieces.push({ kind: excepts ? 'exception' : kind, start, end });
      }
    }
  }
  return timedOffers(
    joinedPrices(
      pieces.sort((a, b) => a.start - b.start),
      text,
    ),
    text,
  );
}

/** One or the other price, as one: '$3 each or 6 for $15'. */
function joinedPrices(pieces: readonly Piece[], text: string): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const isOther = before?.kind === 'price' && piece.kind === 'price';
    if (isOther && text.slice(before.end, piece.start) === ' or ')
      joined[joined.length - 1] = { ...before, end: piece.end };
    else joined.push(piece);
  }
  return joined;
}

/** When an offer holds, right before it, is the offer's own: 'weekday mornings 30% off'. */
function timedOffers(pieces: readonly Piece[], text: string): readonly Piece[] {
  return pieces.flatMap((piece, index) => {
    const before = pieces[index - 1];
    const next = pieces[index + 1];
    if (before?.kind === 'offer' && piece.kind === 'schedule' && isPeriodOf(before, piece, text)) return [];
    if (piece.kind === 'offer' && next?.kind === 'schedule' && isPeriodOf(piece, next, text))
      return [{ ...piece, end: next.end }];
    if (piece.kind === 'schedule' && next?.kind === 'offer' && isTimeOf(piece, next, text)) return [];
    if (piece.kind === 'schedule' && next?.kind === 'price' && isDayOf(piece, next, text, index)) return [];
    if (before?.kind === 'schedule' && piece.kind === 'price' && isDayOf(before, piece, text, index - 1))
      return [{ ...piece, start: before.start }];
    return before?.kind === 'schedule' && piece.kind === 'offer' && isTimeOf(before, piece, text)
      ? [{ ...piece, start: before.start }]
      : [piece];
  });
}

/** Days at the beginning of a part, before what they cost: 'weekends $40 extra'. */
const isDayOf = (days: Piece, price: Piece, text: string, index: number): boolean =>
  index === 0 &&
  text.slice(0, days.start).trim() === '' &&
  text.slice(days.end, price.start).trim() === '' &&
  /^(?:weekdays?|weekends?|holidays|public holidays|nights|evenings|mornings|(?:mon|tues|wednes|thurs|fri|satur|sun)days)$/iu.test(
    text.slice(days.start, days.end),
  );

/** A month or a week behind what is off is the offer's own: '20% off facials in March'. */
const isPeriodOf = (offer: Piece, time: Piece, text: string): boolean =>
  /^(?:\s[\p{L}'’-]+){1,4}\s$/u.test(text.slice(offer.end, time.start)) &&
  PERIOD.test(text.slice(time.start, time.end));

const PERIOD = startsWith(
  String.raw`(?:(?:only\s)?(?:in|during|throughout|through|until\sthe\send\sof|all\s(?:of\s)?)\s?(?:early\s|mid\s|late\s)?${MONTH}|(?:this|all|next)\s(?:week|month|weekend|summer|winter|spring|autumn|fall|january|february|march|april|may|june|july|august|september|october|november|december))(?:\sonly)?$`,
);

const isTimeOf = (time: Piece, offer: Piece, text: string): boolean =>
  text.slice(time.end, offer.start).trim() === '' &&
  !/\b(?:open|closed?|hours|until|till|back|booked|sold)\b/iu.test(text.slice(time.start, time.end));
