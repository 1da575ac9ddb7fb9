import { linksIn } from '../../../ad/links.ts';
import type { Span } from '../normalise.ts';
import type { Clause } from './segment.ts';

/** Dots that end no sentence: 'a.m.', 'No. 5', 'St.'. */
const ABBREVIATED =
  /(?:^|[^\p{L}])(?:[A-Za-z]|[ap]\.m|e\.g|i\.e|st|rd|ave|blvd|dr|mr|ms|mrs|vs|approx|min|max|hrs?|incl|excl|reg|oz|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|tel|ext|inc|ltd|co)$/iu;

/** What stands in brackets and belongs to the word before or behind them: '(월)', '(02)', '(주)'. */
const TIED =
  /^(?:\s*[월화수목금토일](?:요일)?(?:\s*[·,~-]\s*[월화수목금토일](?:요일)?)*\s*|\d{2,4}|주|유|구|신)$/u;

const OPENING = '([{【〈《「『〔';
const CLOSING = ')]}】〉》」』〕';

/** Labels of lists: the commas behind them part no statements. */
const LISTED =
  /(?:알레르기|알러지|원산지|성분|재료|구성품?|준비물|포함|allergens?|contains|ingredients)[^:\n]{0,10}:[^:\n.!?]{0,120}$/iu;

/** Days of the week in a row: '토, 일 휴무'. */
const WEEKDAYS = /(?:^|[^가-힣])[월화수목금토일](?:요일)?$/u;

type Mark = 'none' | 'comma' | 'end' | 'open' | 'close';

/** The clauses of a text, in order. Marks between them belong to none. */
export function splitClauses(text: string, whole: readonly Span[] = []): readonly Clause[] {
  const clauses: Clause[] = [];
  // Dots and slashes in links part nothing.
  const kept = [...whole, ...linksIn(text).map((link) => withoutMarks(link, text))];
  const inside = new Uint8Array(text.length);
  for (const { start, end } of kept) inside.fill(1, start, end);
  const tied = tiedBrackets(text);
  let start = 0;
  let depth = 0;
  let first = true;
  const close = (end: number): void => {
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) {
      clauses.push({ start, end, bracketed: depth > 0, first });
      first = false;
    }
  };
  for (let at = 0; at < text.length; at++) {
    const mark = inside[at] === 1 || tied.has(at) ? 'none' : markAt(text, at);
    if (mark === 'none') continue;
    close(at);
    start = at + 1;
    if (mark === 'open') depth += 1;
    if (mark === 'close') depth = Math.max(0, depth - 1);
    if (mark === 'end') first = true;
    if (text[at] === '\n') depth = 0;
  }
  close(text.length);
  return clauses;
}

const withoutMarks = ({ start, end }: Span, text: string): Span => ({
  start,
  end: start + text.slice(start, end).replace(/(?<![.,!?~])[.,!?~]{1,8}$/u, '').length,
});

/** Places of brackets that part nothing. */
function tiedBrackets(text: string): ReadonlySet<number> {
  const tied = new Set<number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (OPENING.includes(sign)) open.push(at);
    else if (CLOSING.includes(sign)) {
      const from = open.pop();
      // '02)123-4567': a bracket that nothing opened.
      if (from === undefined) {
        if (/\d$/.test(text.slice(Math.max(0, at - 1), at)) && /^\s?\d{3,4}/.test(text.slice(at + 1, at + 6)))
          tied.add(at);
      } else if (TIED.test(text.slice(from + 1, at)) || isMeasure(text, from, at)) {
        tied.add(from);
        tied.add(at);
      }
    } else if (sign === '\n') open.length = 0;
  }
  return tied;
}

/** Whether a comma stands inside of a figure, a row of days or a labelled list. */
function isInside(text: string, at: number): boolean {
  const next = text.slice(at + 1, at + 6);
  if (/\d/.test(text[at - 1] ?? '') && /^\d/.test(next)) return true;
  const before = text.slice(Math.max(0, at - 140), at);
  if (WEEKDAYS.test(before) && /^\s?[월화수목금토일](?:요일|[\s,·/~)]|$)/u.test(next)) return true;
  // A price or a date begins another statement; so does the end of the line's list.
  return LISTED.test(before) && !/\d/.test(text.slice(at + 1, at + 12));
}

/** Whether brackets that have grown to a word hold only a measure or hours of it: 1병(350ml), 심야(22시~09시); a sum has none. */
const isMeasure = (text: string, from: number, to: number): boolean =>
  /[\p{L}\p{N}]/u.test(text[from - 1] ?? '') &&
  !/\d[만천원]$/u.test(text.slice(Math.max(0, from - 2), from)) &&
  /^(?=.*\d)[\d~:.,\s%°×xX*-]{0,12}(?:[시분]|kg|g|mg|ml|L|cc|cm|mm|m|인분|인용|인|개입|개|장|매|병|평|호|층)?[\d~:\s-]{0,8}(?:[시분])?$/u.test(
    text.slice(from + 1, to),
  );

/** A telephone number, a sum from which something is told, or a sum or share behind a dash that no other stands before. */
const isOtherAmount = (before: string, after: string): boolean =>
  /^\s(?:\(?0\d{1,3}[-.\s)]|[\d,.]{1,9}\s?(?:만\s?(?:\d\s?천\s?)?원?|천\s?원|원)\s?(?:이상|어치)|\d{1,3}\s?(?:인|kg|g|개)(?:당)?\s?\d)/u.test(
    after,
  ) ||
  (/^\s(?:[₩$€£¥]\s?)?[\d,.]{1,9}\s?(?:원|만|천|%)/u.test(after) &&
    !/(?:원|만|천|%|[₩$€£¥]\s?[\d,.]{1,9}|(?:^|[^\p{L}\d,.]\s|\p{Script=Hangul}\s?)[\d,.]{1,9})\s$/u.test(
      before,
    ));

/** Whether a dash stands between two figures or two days: '10:00 - 20:00', '월 - 금', 'Mon - Fri'. */
const isRange = (text: string, at: number): boolean =>
  !isOtherAmount(text.slice(Math.max(0, at - 12), at), text.slice(at + 1, at + 20)) &&
  !/\d~\d\S*\s$/u.test(text.slice(Math.max(0, at - 12), at)) &&
  /(?:\d\S{0,6}|(?:^|[^가-힣])[월화수목금토일](?:요일)?|\b(?:mon|tue|wed|thu|fri|sat|sun)\w*)\s$/iu.test(
    text.slice(Math.max(0, at - 12), at),
  ) &&
  /^\s(?:[₩$€£¥]?\d(?!\d?(?:st|nd|rd|th)\b)|(?:오전|오후|밤|새벽|다음|내년)\s?\d|[월화수목금토일](?:요일|[\s,)]|$)|(?:mon|tue|wed|thu|fri|sat|sun)|open|close|마감|소진)/iu.test(
    text.slice(at + 1, at + 12),
  );

/** What a shop answers itself behind a question: 'Pregnant? Sorry no', '주차? 안돼요'. */
const ANSWERED =
  /^\s(?:sorry\b|no\b|nope\b|yes\b|not\b|네[,\s]|아니|안\s?(?:돼|되|됩|받|합|해)|죄송|가능|됩니다|돼요|불가|없)/iu;

function markAt(text: string, at: number): Mark {
  const sign = text[at] ?? '';
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (sign === '\n' || sign === '。' || sign === '！' || sign === '？') return 'end';
  if (sign === '?' && ANSWERED.test(text.slice(at + 1, at + 12))) return 'none';
  if (sign === '!' || sign === '?') return 'end';
  if (sign === ',' || sign === '、') return isInside(text, at) ? 'none' : 'comma';
  if (sign === ';') return 'end';
  if (OPENING.includes(sign)) return 'open';
  if (CLOSING.includes(sign)) return 'close';
  const apart = before === ' ' && after === ' ';
  if (sign === '/' || sign === '·') return apart ? 'comma' : 'none';
  if (sign === '|') return 'comma';
  if (sign === '-' || sign === '–' || sign === '—') return apart && !isRange(text, at) ? 'comma' : 'none';
  if (sign !== '.' && sign !== '…') return 'none';
  if (after !== '' && after !== ' ' && after !== '\n' && after !== '.') return 'none';
  // '2026. 12. 24.', '12. 24(목)'.
  if (
    /(?:^|[^\d:,~-])\d{1,4}$/.test(text.slice(Math.max(0, at - 5), at)) &&
    /^\s?(?:\d{1,2}(?=[.\s(~-]|일|까지|부터|$)|까지|부터)/u.test(text.slice(at + 1, at + 6))
  )
    return 'none';
  if (/(?:^|[^\p{L}])[ap]\.m$/iu.test(text.slice(Math.max(0, at - 5), at))) return 'none';
  // 'No. 5'; but 'big dogs sorry no.'
  if (/\bno$/iu.test(text.slice(Math.max(0, at - 3), at)) && /^\s\d/.test(text.slice(at + 1, at + 3)))
    return 'none';
  return ABBREVIATED.test(text.slice(Math.max(0, at - 12), at)) && after !== '' ? 'none' : 'end';
}
