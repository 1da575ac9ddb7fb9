import type { Span } from '../normalise.ts';
import type { Segment } from '../statements/segment.ts';
import { CLOCK, DATE, DAYS, FLOOR } from './patterns.ts';

interface Remark {
  readonly kind: Segment['kind'];
  /** What must stand in the text that it is looked for at all. */
  readonly signs: RegExp;
  readonly source: string;
}

const AT = String.raw`(?:(?:till|until|to|from|at|by)\s)?`;
const HOUR = String.raw`(?:${CLOCK}|\d{1,2}(?![\d:,.%]))`;

/** What means another thing without its other half. Each is one statement. */
const REMARKS: readonly Remark[] = [
  // 'Fridays till 10pm, otherwise 8pm'
  {
    kind: 'schedule',
    signs: /otherwise|other (?:days|nights|times)|rest of the week/iu,
    source: String.raw`\b${DAYS}(?:\s(?:and|&)\s${DAYS})?\s${AT}${HOUR}(?:\s?[-–~]\s?${HOUR})?,?\s(?:and\s|but\s)?(?:otherwise|(?:all\s)?other\s(?:days|nights|times)|(?:the\s)?rest\sof\sthe\sweek)\s${AT}${HOUR}(?:\s?[-–~]\s?${HOUR})?(?![\w%])`,
  },
  // 'Preorder by Thursday for Saturday pickup'
  {
    kind: 'notice',
    signs: /by [^,.!?\n]{2,24} for /iu,
    source: String.raw`\b(?:pre-?orders?|order|book|reserve)\s(?:in\s)?by\s(?:${DAYS}|${DATE}|${CLOCK})(?:\s${CLOCK})?\sfor\s(?:${DAYS}|${DATE}|same[ -]day|next[ -]day)(?:\s(?:pick-?ups?|collection|delivery))?`,
  },
  // 'Same day if before 11am'
  {
    kind: 'notice',
    signs: /(?:same|next)[ -]day[^.!?\n]{0,20} (?:if|when) /iu,
    source: String.raw`\b(?:same|next)[ -]day(?:\s(?:service|repairs?|delivery|pick-?up|collection))?\s(?:if|when)\s(?:[a-z]+\s){0,4}?(?:before|by)\s(?:${CLOCK})(?![\w])`,
  },
  // '2nd floor above the bank'
  {
    kind: 'place',
    signs: /floor (?:above|over|behind|next to|of|opposite)/iu,
    source: String.raw`\b(?:on\s)?(?:the\s)?${FLOOR},?\s(?:right\s)?(?:above|over|behind|next\sto|opposite|of)\s(?:the\s)?[A-Za-z'’]+(?:\s(?:[A-Z][\w'’]*|store|shop|station|building|bank|pharmacy|market))?`,
  },
  // 'Government funded, you pay 10%'
  {
    kind: 'notice',
    signs: /funded[^.!?\n]{0,40}pay/iu,
    source: String.raw`\b(?:government|state|gov|fully|part|council)[ -]?funded\b[^.!?;\n]{0,40}?\bpay\s(?:only\s|just\s)?\d{1,3}\s?%(?:\s(?:of\s[a-z ]{2,20}|only))?`,
  },
  // 'closed Sundays, sometimes Mondays too, check Instagram'
  {
    kind: 'schedule',
    signs: /sometimes/iu,
    source: String.raw`\b(?:(?:closed|open)\s)?(?:on\s)?${DAYS},?\s(?:and\s|or\s)?sometimes\s(?:on\s)?${DAYS}(?:\s(?:too|as\swell|also))?(?:,?\s(?:so\s)?(?:please\s)?(?:check|call|see|ask|look\sat)(?:\s[\w@.'’]+){0,5}?(?=\s*(?:[,.!?;\n]|$)))?`,
  },
  // 'buyers 50p'
  {
    kind: 'price',
    signs: /\d{2}p\b/u,
    source: String.raw`(?:(?<=^|[,.;!?\n]\s?)[a-z]+\s)?(?<![\w.,£$€-])[1-9]\dp\b(?!\s?(?:off|video|hd|screen|resolution))(?:\s(?:each|per\s[a-z]+))?`,
  },
  // 'extended hours the week after'
  {
    kind: 'notice',
    signs: /hours/iu,
    source: String.raw`(?<=^|[,.;:!?\n]\s?)(?:extended|reduced|shorter|longer|limited)\s(?:opening\s)?hours\b(?:\s(?:on|from|until|till|during|the|this|next|all|every|in|after)\b[^.!?;,\n]{2,30})?`,
  },
  // 'Gift cards still valid'
  {
    kind: 'notice',
    signs: /(?:still|remain) (?:valid|accepted|honou?red)/iu,
    source: String.raw`\b(?:(?:all|your|existing|old|our)\s){0,2}(?:gift\s(?:cards?|certificates?|vouchers?)|vouchers?|coupons?|memberships?|passes|bookings?|appointments)\s(?:are\s|will\sbe\s)?(?:still|remain)\s(?:valid|accepted|honou?red)`,
  },
];

const compiled = new Map<string, RegExp>();

/** Compiled when it is first needed, which few requests do. */
function patternOf(source: string): RegExp {
  const pattern = compiled.get(source) ?? new RegExp(source, 'giu');
  compiled.set(source, pattern);
  return pattern;
}

/** What an English request says in two halves that other rules would part. */
export const findEnglishRemarks = (text: string): readonly (Span & Pick<Segment, 'kind'>)[] =>
  REMARKS.flatMap(({ kind, signs, source }) =>
    signs.test(text)
      ? [...text.matchAll(patternOf(source))].map(({ index, 0: words }) => ({
          kind,
          start: index,
          end: index + words.trimEnd().length,
        }))
      : [],
  );
