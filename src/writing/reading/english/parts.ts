import { LINK } from '../../../ad/links.ts';
import type { Span } from '../normalise.ts';
import { anywhere, DATE, MONEY, NUMBER, startsWith } from './patterns.ts';

/** Words before a colon that label what stands behind it, and are told with it. */
const LABEL =
  /(?:hours?|open(?:ing)?(?: hours| times?)?|closed|phone|tel|telephone|mobile|call|text|fax|e-?mail|website|web|site|address|location|where|when|date|dates|time|times|price|prices|cost|fee|fees|rate|rates|parking|note|notice|warning|allergens?|contains|delivery|pick-?up|booking|bookings|reservations?|contact|info|order|orders|venue|place|menu|includes?|deposit|ages?|size|sizes|capacity|limit|valid|expires|code|coupon|instagram|insta|facebook|kakao|last orders?|break(?: time)?|break|doors?|lunch|dinner|breakfast|brunch|happy hour|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|weekdays?|weekends?)$/iu;

/** Words before a colon that only lead to what is behind it: 'Also: fresh tofu'. */
const LEADS_ON = /^(?:and|also|plus|too|now|and now|new|introducing|presenting|announcing|here|just in)$/iu;

/** Verbs that begin another statement of a sentence. */
const VERB =
  'give|offer|get|sell|make|deliver|ship|serve|provide|store|repair|fix|take|open|close|start|run|have|accept|teach|install|clean|rent|buy|save|enjoy|bring|call|visit|book|order|pay|we|you|our|it|all';

const JOINT = anywhere(
  [
    String.raw`\s[–—-]{1,2}\s`,
    String.raw`:\s`,
    String.raw`\s(?:and|but|plus|&)\s(?=(?:(?:also|now|even|then|still)\s)?(?:${VERB})\b)`,
    String.raw`\s(?:and|plus|&|\+)\s(?=(?:an?\s)?(?:free|complimentary|half[ -]price|up\sto\s\d|${NUMBER}\s?%))`,
    String.raw`\swith\s(?=(?:an?\s)?(?:up\sto\s)?(?:${NUMBER}\s?%|${MONEY}\s(?:off|discount|coupon|voucher)|free\s|complimentary\s|half[ -]price))`,
  ].join('|'),
);

/** Words between the parts: told with neither. */
export interface Part extends Span {
  /** Where the words that join it to the part before begin: ' and ', ' with '. */
  readonly joinedFrom: number;
}

/** Letters of a clause without a mark from which it is taken for several that run on. */
const RUN_ON = 50;

/** Where another statement of a clause that runs on begins. */
const STARTS = String.raw`(?<!\b(?:if|when|that|and|or|before|after|until|while|because|so|as|sorry|there['’]s|is|are|be|been|being|was|were|stay|stays|remain|remains|but|with|than|to|for|the|a|an|we|you|is|not)\s)(?:we['’]?(?:re|ll|ve)?|you|please|no|closed|cash|cards?|dm|deposit|parking|latecomers|kitchen closes|last orders?|pick ?up only|delivery|walk[- ]ins?|first (?:class|visit|lesson|session)|open(?=\s(?:daily|every|\d|mon|tue|wed|thu|fri|sat|sun|from|at|till|until))|close(?=\s(?:when|at|on|\d|mon|tue|wed|thu|fri|sat|sun)))\b`;

const RUNS_ON = anywhere(
  String.raw`(?<=(?:${MONEY}|\d,\d{3}|\b\d{1,4}k|\d(?:am|pm)|\b(?:by|until|till)\s${DATE})(?:\s(?:each|firm|pp|per\s[a-z]+)|\/[a-z]+)?)\s(?!(?:per|each|off|and|or|to|for|firm|only|on|a|an|if|when|with|from|extra|discount|obo|then|cash|in|at|until|till|deposit|plus|including|incl|up|more|less|flat|total|\d|until|won|krw|except|after|before|weekdays?|weekends?)\b)(?=[a-z])|(?<=\b(?:included|required|needed|provided))\s(?!(?:in|for|with|by|at|on|to|if|when|and|or|but|until|from|before|after)\b)(?=[a-z])|(?<=[a-z]\s\d{1,2}\.\d{1,2})\s(?!(?:kg|km|m|cm|l|ml|g|mm|hours?|miles?|stars?|inch|and|or|to)\b)(?=[a-z])|\s(?=${STARTS})`,
);

/** The parts of a clause that are read one by one, in order. */
export function partsOf(text: string, span: Span): readonly Part[] {
  const parts = joinedParts(text, span);
  return parts.flatMap((part) => runOnParts(text, part));
}

/** A part that is long and has no mark in it, cut behind prices and where another statement begins. */
function runOnParts(text: string, part: Part): readonly Part[] {
  const words = text.slice(part.start, part.end);
  if (words.trim().length < RUN_ON || !/\d/.test(words)) return [part];
  const parts: Part[] = [];
  let from = 0;
  for (const { index } of words.matchAll(RUNS_ON)) {
    if (words.slice(from, index).trim().length < SHORTEST) continue;
    parts.push({
      start: part.start + from,
      end: part.start + index,
      joinedFrom: parts.length === 0 ? part.joinedFrom : part.start + from,
    });
    from = index;
  }
  return [
    ...parts,
    {
      start: part.start + from,
      end: part.end,
      joinedFrom: parts.length === 0 ? part.joinedFrom : part.start + from,
    },
  ];
}

/** Letters of the shortest statement that runs on to another. */
const SHORTEST = 6;

function joinedParts(text: string, { start, end }: Span): readonly Part[] {
  const words = text.slice(start, end);
  const parts: Part[] = [];
  let from = 0;
  let joined = 0;
  for (const match of words.matchAll(JOINT)) {
    const head = words.slice(from, match.index).trim();
    if (head === '' || !/[\p{L}\p{N}]/u.test(head)) continue;
    // 'call us - www…' and '9 - 6' are one.
    const dash = /[–—-]/.test(match[0]);
    if (dash && /\d$/.test(head) && /^\s*\d/.test(words.slice(match.index + match[0].length))) continue;
    if (match[0].startsWith(':') && (LABEL.test(head) || LEADS_ON.test(head) || /\d$/.test(head))) continue;
    if (joinsVisit(head, words.slice(match.index + match[0].length))) continue;
    parts.push({ start: start + from, end: start + match.index, joinedFrom: start + joined });
    joined = match.index;
    from = match.index + match[0].length;
  }
  parts.push({ start: start + from, end, joinedFrom: start + joined });
  return parts;
}

const ADDRESSED = startsWith(LINK);

/** A condition with what it brings is one: 'visit us and get a coffee', 'follow @shop and save 10%'. */
const joinsVisit = (head: string, rest: string): boolean =>
  ADDRESSED.test(rest) ||
  /^(?:when|if|once|as soon as|bring|buy|spend|follow|sign up|register|subscribe|join|show|mention|refer|leave|post|come|visit us)\b/iu.test(
    head,
  );
