import type { Span } from '../normalise.ts';
import type { Segment } from '../statements/segment.ts';
import { findEnglishChanges } from './changes.ts';
import { anywhere, CLOCK, DATE, DAYS, MONEY, STREET, TO } from './patterns.ts';
import { ADDRESS, BESIDE, MOVING } from './places.ts';
import { findEnglishRemarks } from './whole-remarks.ts';

/** What an English request says across its commas. Each is one statement. */

const HANGUL = /\p{Script=Hangul}/u;

const SIGNS = /[A-Za-z]{2}/;

const FORMER = String.raw`(?:was|were|regular(?:ly)?(?:\sprice)?|usually|normally|originally|formerly|rrp|reg\.)`;
const NOW = String.raw`(?:now|today|sale(?:\sprice)?|new\sprice|only|just)`;
const PER = String.raw`(?:\s?\/\s?[a-z]+|\s(?:each|per\s[a-z]+|an?\s(?:hour|day|week|month|night|person|head|piece|dozen|box|kilo|pound)))?`;

const LOWERED = [
  anywhere(
    String.raw`\b${FORMER}:?\s(?<old>${MONEY})\s?[,;.–—→-]{0,2}>?\s?(?:(?:but|and)\s)?${NOW}:?\s(?:(?:only|just)\s)?(?<now>${MONEY}${PER})`,
  ),
  anywhere(
    String.raw`\b(?:reduced|down|marked\sdown|cut|dropped)\s(?:from\s)?(?<old>${MONEY})\sto\s(?:(?:only|just)\s)?(?<now>${MONEY}${PER})`,
  ),
  anywhere(String.raw`(?<old>${MONEY})\s?(?:->|=>|→|⇒|>)\s?(?:now\s)?(?<now>${MONEY}${PER})`),
  anywhere(String.raw`\b(?:now|only|just)\s(?<now>${MONEY}${PER})\s?[,;(]?\s?${FORMER}:?\s(?<old>${MONEY})`),
  anywhere(String.raw`(?<now>${MONEY}${PER})\s?\(\s?${FORMER}:?\s(?<old>${MONEY})\s?\)`),
  // '$45 instead of $60', '$35, was $50', '$18 down from $25'; 'kids $5, regular $10' are two.
  anywhere(
    String.raw`(?<now>${MONEY}${PER})\s?[,;(–—-]{0,1}\s?(?:instead\sof|rather\sthan|down\sfrom|reduced\sfrom|marked\sdown\sfrom|was|were|usually|normally|originally|formerly|rrp)(?:\sthe\s(?:usual|regular|normal))?:?\s(?<old>${MONEY})\)?`,
  ),
  // Among themselves, Koreans write thousands so: '99k → 69k'.
  anywhere(String.raw`(?<![\w.])(?<old>\d{1,4}k)\s?(?:->|=>|→|⇒)\s?(?<now>\d{1,4}k\b)`),
];

const ONE_DAY = String.raw`${DAYS}(?:\s(?:morning|afternoon|evening|night)s?\b)?`;
const HOURS = String.raw`(?:\s(?:(?:at|from|until|till|after|before)\s)?(?:${CLOCK}|\d{1,2}(?=${TO}\d))(?:${TO}(?:${CLOCK}|\d{1,2}\b))?)`;

const DATED = [
  // Mon, Wed and Fri only; closed Mon, Tue.
  anywhere(
    String.raw`\b(?:(?:open|closed|every|on|except|not)\s){0,2}${ONE_DAY}(?:,\s${ONE_DAY}(?!\s?(?:[-–~]|to\b|through\b))){1,6}(?:,?\s(?:and|&|or)\s${ONE_DAY})?${HOURS}?(?:\sonly\b)?`,
  ),
  anywhere(
    String.raw`\b(?:(?:on|until|till|by|from|starts|starting|begins)\s)?${ONE_DAY},\s${DATE}(?:${TO}${DATE})?(?:,?${HOURS})?`,
  ),
  anywhere(String.raw`\b(?:(?:on|until|till|by|from|starts|starting|begins)\s)?${DATE},${HOURS}`),
];

const DEALS = [
  anywhere(
    String.raw`\bbuy\s(?:any\s)?(?:one|two|three|four|five|\d{1,2})\b[^,.;!?\n()]{0,40},\s?(?:and\s)?get\s[^,.;!?\n()]{1,60}`,
  ),
  anywhere(
    String.raw`\b(?:spend|order|buy|book|purchase)\s(?:over\s|above\s|at\sleast\s)?(?:${MONEY}|\d{1,3}\s[a-z]+)(?:\sor\smore)?[^,.;!?\n()]{0,30},\s?(?:and\s)?(?:get|save|receive|enjoy|take)\s[^,.;!?\n()]{1,60}`,
  ),
  anywhere(
    String.raw`\b(?:bring|refer|recommend|show|trade\sin|leave|post)\s[^,.;!?\n()]{2,40},\s?(?:and\s)?(?:get|save|receive|enjoy|take)\s[^,.;!?\n()]{1,60}`,
  ),
];

/** What holds on a condition, with the condition: 'If we can't unlock it, you don't pay'. */
const CONDITIONAL = [
  /(?<=^|[.!?\n;]\s?)(?:if|unless)\s(?:we|it|you|your|i|the|they)\b[^.!?;\n,$€£₩]{3,50},\s(?:then\s)?(?:we|you|it|there|your|i)\b[^.!?;\n,]{2,60}/giu,
  /(?<![a-z])no\s[a-z]{2,10},?\sno\s(?:fee|charge|pay|cost|win|payment)\b/giu,
  /\b(?:free\s)?parking\s[^.!?;\n()]{0,30}?(?:free|hours?|hrs?|\dh)[^.!?;\n()]{0,12}?,?\s\(?(?:then|after\sthat|thereafter)\s[^.!?;\n()]{2,30}\)?/giu,
  /\b(?:memberships?|subscriptions?|plans?|contracts?)\s(?:(?:does|do|will)\s?(?:not|n['’]t)?\s|doesn['’]t\s|don['’]t\s|won['’]t\s)?auto(?:matically)?[-\s]?renew\w*(?:\s(?:each|every|monthly|yearly|annually|weekly|month|year|unless|cancelled|canceled)){0,4}/giu,
  /(?<=^|[.!?\n]\s?)(?:(?:we(?:['’]re|\sare)\s)?(?:removing|dropping|discontinuing|retiring)|taking)\s[^.!?;\n,$€£₩]{3,50}?\s(?:from|off)\s(?:the|our)\s(?:menu|shelves|list|range)(?:\s(?:after|from|on|in|this|next|until)\s[^.!?;\n,$€£₩]{2,25})?/giu,
];
const CONDITIONAL_SIGNS = /\b(?:if|unless|no|parking|auto|removing|dropping|discontinuing|retiring|taking)/iu;

/** A sum that is not for what is sold, first: 'Delivery $4, pad thai $11'. */
const SIDE_FIRST = anywhere(
  String.raw`(?<=^\s*)(?:delivery|shipping|postage|parking|corkage|deposit|(?:booking|cleaning)\sfee)(?:\sis|:)?\s${MONEY}${PER}(?=\s?[,;.\n/])`,
);

/** What is regretted is told with it, and with what was asked: 'Sorry, sold out today', 'Can't swim? Sorry, swimmers only'. */
const REGRETTED =
  /(?<=^|[.!?\n]\s?)(?:[^,.;!?\n()|/]{2,40}\?\s)?(?:(?:we['’](?:re|\sare)\s)?(?:so\s|very\s)?sorry|unfortunately|(?:our\s)?apologies|oops),\s(?=[a-z])[^,.;!?\n()|/]{3,90}/giu;

const WITH_STREET = new RegExp(STREET, 'iu');

/** Statements that have commas inside of them, in order, without overlaps. */
export function findEnglishWholes(text: string, struck: readonly Span[]): readonly Segment[] {
  if (!SIGNS.test(text)) return [];
  const found: Segment[] = [];
  const add = (segment: Segment): void => {
    // What hangs on Korean words is read with them.
    if (HANGUL.test(text.slice(Math.max(0, segment.start - 2), segment.end + 2))) return;
    if (found.every((other) => segment.end <= other.start || segment.start >= other.end)) found.push(segment);
  };
  for (const remark of findEnglishRemarks(text)) add(remark);
  for (const pattern of LOWERED) for (const match of text.matchAll(pattern)) add(lowered(match, text));
  for (const span of struck) {
    const segment = afterStruck(text, span);
    if (segment !== undefined) add(segment);
  }
  for (const pattern of DEALS) for (const match of text.matchAll(pattern)) add(spanned('offer', match));
  for (const change of findEnglishChanges(text)) add({ kind: 'notice', ...change });
  if (CONDITIONAL_SIGNS.test(text))
    for (const pattern of CONDITIONAL)
      for (const match of text.matchAll(pattern))
        add(
          spanned(
            /\b(?:free|off|half|gift|discount)\b|%/iu.test(match[0]) && !/parking/iu.test(match[0])
              ? 'offer'
              : 'notice',
            match,
          ),
        );
  if (/^\s*(?:deli|ship|post|park|cork|depo|book|clea)/iu.test(text))
    for (const match of text.matchAll(SIDE_FIRST)) add(spanned('price', match));
  for (const match of text.matchAll(REGRETTED)) add(spanned('notice', match));
  if (WITH_STREET.test(text) || /\d/.test(text)) {
    for (const match of text.matchAll(MOVING)) add(spanned('notice', match));
    for (const match of text.matchAll(ADDRESS)) {
      add(spanned(/\b(?:mov|relocat)/i.test(match[0]) ? 'notice' : 'place', match));
    }
  }
  for (const match of text.matchAll(BESIDE)) add(spanned('place', match));
  for (const pattern of DATED) {
    for (const match of text.matchAll(pattern)) {
      const limits = /\bonly$/i.test(match[0]) || /^(?:except|not)\b/i.test(match[0]);
      add({ ...spanned('schedule', match), ...(limits ? { bindsBefore: true } : {}) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const spanned = (kind: Segment['kind'], { index, 0: words }: RegExpExecArray): Segment => ({
  kind,
  start: index,
  end: index + words.length,
});

function lowered(match: RegExpExecArray, text: string): Segment {
  const { old = '', now = '' } = match.groups ?? {};
  const end = match.index + match[0].length;
  const later = match[0].indexOf(old) < match[0].lastIndexOf(now);
  const oldAt = later ? text.indexOf(old, match.index) : text.lastIndexOf(old, end);
  const nowAt = later ? text.lastIndexOf(now, end) : text.indexOf(now, match.index);
  return {
    kind: 'price',
    start: match.index,
    end,
    said: { start: nowAt, end: nowAt + now.length },
    oldPrice: { start: oldAt, end: oldAt + old.length },
  };
}

const PRICE_NEXT = new RegExp(
  String.raw`^\s?(?:->|→)?\s?(?:now\s|only\s|just\s)?(?<now>${MONEY}${PER})`,
  'iu',
);
const ONLY_PRICE = new RegExp(String.raw`^\s*(?:was\s)?(?<old>${MONEY})\s*$`, 'iu');

/** A price that was struck out, and the one behind it. */
function afterStruck(text: string, { start, end }: Span): Segment | undefined {
  const old = ONLY_PRICE.exec(text.slice(start, end))?.groups?.old;
  const match = PRICE_NEXT.exec(text.slice(end, end + 60));
  const now = match?.groups?.now;
  if (old === undefined || match === null || now === undefined) return undefined;
  if (/[\uac00-\ud7a3]/u.test(old + now)) return undefined;
  const to = end + match[0].length;
  const oldAt = text.indexOf(old, start);
  return {
    kind: 'price',
    start,
    end: to,
    said: { start: to - now.length, end: to },
    oldPrice: { start: oldAt, end: oldAt + old.length },
  };
}
