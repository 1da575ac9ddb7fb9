import type { Span } from '../normalise.ts';
import { CLOCK, DATE, DAYS, FLOOR, STREET } from './patterns.ts';

/** What an English request says of what was and of what is now, in one sentence: hours that change, a shop that moves. */

const HOUR = String.raw`(?:${CLOCK}|\d{1,2}(?!\d|[,.]\d|\s?%|\sfor\b))`;
const WHEN = String.raw`(?:${HOUR}(?:\s?(?:[-–—~]|to|until|till)\s?${HOUR})?|${DAYS})`;
const TAIL = String.raw`(?:,?\s(?:(?:from|starting|beginning|until|till|in|on|as\sof|during|only|this|next)\s[^.!?;,\n$€£₩]{2,40}|today|tomorrow|tonight)\b)?`;
const THEIRS = String.raw`(?:(?:${DAYS}|our|the|new|opening|closing|evening|morning|summer|winter)\s){0,3}`;
const DOES = String.raw`(?:open(?:s|ing)?|clos(?:e|es|ing)|start(?:s|ing)?|begin(?:s|ning)?|serv(?:e|es|ing)|last\sorders?)`;
const SINCE = String.raw`(?:(?:from|starting|as\sof|this|next|on)\s(?:${DAYS}|${DATE}|week|month),?\s)?`;
const NOT = String.raw`(?:instead\sof|rather\sthan)`;

const HOURS_CHANGE = [
  String.raw`\b${THEIRS}(?:hours?|times?|opening|closing(?:\stime)?|sessions?|class(?:es)?|kitchen|(?:lunch\s|tea\s)?breaks?|(?:late\s)?nights?|market)\s(?:(?:will|are|is|have|has|be|been|now|being)\s){0,3}(?:chang\w+|mov\w+|shift\w+|extend\w*|cut|shorten\w*|switch\w*|go(?:es|ing)?|adjust\w*|reduc\w+)\s(?:back\s)?(?:from\s${WHEN}\s)?(?:to|until|till)\s${WHEN}${TAIL}`,
  String.raw`\b${THEIRS}(?:hours?|times?)\s?(?:(?:have|has|are|is)\s)?(?:chang\w+|updat\w+)?:?\s(?:now\s)?${WHEN},?\s\(?(?:not|was|were|previously|formerly|${NOT})\s(?:the\susual\s)?${WHEN}\)?${TAIL}`,
  String.raw`\b${SINCE}(?:(?:the\s|our\s)?(?:kitchen|doors?|bar|box\soffice|counter|desk)\s)?(?:(?:we|now|will|be|are|is|['’](?:re|ll))\s){0,4}${DOES}\s(?:(?:at|from|until|till|on)\s)?${WHEN}[^.!?;,\n$€£₩]{0,16}?,?\s(?:${NOT}|not)\s(?:(?:at|the|our|usual|from|until|on)\s){0,3}${WHEN}${TAIL}`,
  String.raw`\b(?:we(?:['’]re|\sare)?\s|(?:it|they)\s)?(?:usually|normally|used\sto|usual\shours)\s[^.!?;\n$€£₩]{0,30}?${WHEN}[,;]?\s(?:but\s|now\s|tomorrow\s|today\s|this\s|next\s|from\s|until\s|on\s)[^.!?\n$€£₩]{0,40}?${WHEN}${TAIL}`,
];

/** What a place is told by, or ends with. */
const THERE = String.raw`(?:${STREET}|${FLOOR}|doors?|entrance|side|shop|store|location|address|hall|branch|place|counter|gate|lot|unit|spot|corner|one\s[a-z]+\s[^.!?;\n]{3,30})`;
const IN_STREET = String.raw`(?:,\s(?:${FLOOR}|(?:unit|suite|room|shop)\s\w{1,5}|[A-Z][a-z]+(?=[.!?;\n]|$)))?`;

const MOVES = [
  // 'Moved from Mill Lane to 12 Station Road'
  String.raw`\b(?:(?:we|it)(?:['’]ve)?\s)?(?:(?:have|has|are|is|will|be)\s){0,2}(?:now\s)?(?:mov(?:e|es|ed|ing)|relocat(?:e|es|ed|ing)|shifted)\s(?:our\s[a-z]+\s|shop\s)?(?:from|out\sof)\s[^.!?;\n]{3,60}?\s(?:in)?to\s[^.!?;,\n($€£₩]{3,60}${IN_STREET}${TAIL}`,
  // 'Not at the old mall but 45 Elm Street'
  String.raw`\bnot\s(?:(?:at|in|on|to|through|by)\s)?[^.!?;\n$€£₩]{3,50}?,?\sbut\s(?:(?:at|in|on|to|through|by)\s)?(?:[^.!?;,\n$€£₩]{0,50}?\b${THERE}\b)[^.!?;,\n$€£₩]{0,20}${IN_STREET}`,
  // 'Now upstairs at Market Hall instead of the ground floor'
  String.raw`\b(?:now|come|find\sus|we['’]re|we\sare|use|enter|visit|pick\sup|meet)\s[^.!?;,\n$€£₩]{3,60}?,?\s(?:${NOT})\s(?:(?:at|on|in|by|through)\s)?(?:the\s|our\s)?(?:[^.!?;,\n$€£₩]{0,40}?\b${THERE}\b)`,
  // 'Come to our new salon at 12 Hill Road, not the one on Station Street', 'don't come to 3rd floor, we're …'
  String.raw`\b(?:come|head|visit|find\sus|we['’]re)\s[^.!?;\n$€£₩]{3,60}?,\s(?:and\s)?not\s(?:(?:at|to|on|in)\s)?(?:the|our)\s[^.!?;,\n$€£₩]{2,40}`,
  String.raw`\b(?:please\s)?(?:don['’]t|do\snot)\s(?:come|go)\s(?:to|at|in)\s[^.!?;\n$€£₩]{3,40}?,\s(?:but\s)?(?:come|go|we|it|use|find|head)[^.!?;\n$€£₩]{3,60}`,
  String.raw`\bnot\s(?:(?:at|on|in|to)\s)?(?:the|our)\s[^.!?;\n$€£₩]{3,40}?,\s(?:but\s)?(?:please\s)?(?:come|go|head|find|visit|use|we|it)[^.!?;\n$€£₩]{3,60}`,
  // 'We are no longer at 5 High St, find us at 18 Park Road'
  String.raw`\b(?:we(?:\s|(?=['’])))?(?:are|is|['’]re)\s(?:no\slonger|not)\s(?:at|on|in)\s[^.!?;\n$€£₩]{3,50}?[,;]?\s(?:any\s?more[,;]?\s)?(?:but\s|now\s)?(?:find|visit|we|it|come|you)(?:['’](?:s|re))?\s[^.!?;\n$€£₩]{3,70}`,
];

const SIGNS = {
  hours:
    /\b(?:hours?|times?|nights?|class(?:es)?|sessions?|market|open|opens|opening|close|closes|closing|closed|usually|normally|used to|starts?|begins?)\b/iu,
  changes:
    /\b(?:chang|mov|shift|extend|cut|shorten|switch|go(?:es|ing)?\b|adjust|reduc|instead of|rather than|not\b|usual|normally|used to)/iu,
  moves:
    /\b(?:(?:mov(?:e|es|ed|ing)|relocat\w+|shifted)\b[^.!?\n]{0,30}\b(?:from|out of)|not\b[^.!?\n]{2,60}\b(?:but|any ?more)|instead of|rather than|no longer|, (?:and )?not (?:the|our|at|on)|not (?:the|our|at|on|in)\b[^.!?\n]{2,40}, (?:come|go|head|find|visit|use|we|it)|, (?:and )?not (?:the|our|at|on)|(?:don['’]t|do not) (?:come|go))\b/iu,
};

const compiled = new Map<readonly string[], readonly RegExp[]>();

/** Compiled when they are first needed, which few requests do. */
function patternsOf(sources: readonly string[]): readonly RegExp[] {
  const patterns = compiled.get(sources) ?? sources.map((source) => new RegExp(source, 'giu'));
  compiled.set(sources, patterns);
  return patterns;
}

/** What was and what is now, as the one notice that both are. */
export function findEnglishChanges(text: string): readonly Span[] {
  const sources = [
    ...(SIGNS.hours.test(text) && SIGNS.changes.test(text) && /\d|day/u.test(text) ? [HOURS_CHANGE] : []),
    ...(SIGNS.moves.test(text) ? [MOVES] : []),
  ];
  return sources.flatMap((list) =>
    patternsOf(list).flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ index, 0: words }) => ({
        start: index,
        end: index + words.trimEnd().length,
      })),
    ),
  );
}
