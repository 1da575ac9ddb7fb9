import type { Span } from '../normalise.ts';
import { ANCHORS } from './anchors.ts';
import { NO_PLACE, PLACE, TOWN } from './places.ts';
import {
  ADNOMINAL,
  ADVERB,
  FINAL,
  GROWN,
  LEANS,
  NO_FINAL,
  NO_TOPIC,
  TOPIC_MARKED,
  WORD_CLASSES,
} from './word-classes.ts';

/** A figure, a place or a word of a clause, with the letter of its class. */
export interface Atom extends Span {
  readonly code: string;
  readonly text: string;
}

/** Blanks and marks between atoms. */
const BETWEEN = /(?:(?!->|=>)[\s,.;:!?·|/"'“”‘’…()[\]{}<>~=^*_\-–—&])+/uy;

const BREAK = /[\s,;!?|"“”…()[\]{}<>]/u;

/** What may begin inside of a word, behind its letters. */
const INSIDE = ANCHORS.filter(({ code }) => 'mp'.includes(code));

const DATED = /(?:까지만?|부터|에도|에만|마다|한정|만|은|는)$/u;

/** Longest word, in UTF-16 units, that is looked at as a whole. */
const MAX_WORD = 40;

/** The atoms of a part of a text, in order. */
export function atomsOf(
  text: string,
  { start, end }: Span,
  struck: readonly Span[],
  isTrade: (from: number, to: number) => boolean,
): readonly Atom[] {
  const atoms: Atom[] = [];
  const part = text.slice(0, end);
  let at = start;
  while (at < end) {
    const anchor = anchorAt(part, at, struck);
    if (anchor !== undefined) {
      atoms.push(anchor);
      at = anchor.end;
      continue;
    }
    BETWEEN.lastIndex = at;
    if (BETWEEN.test(part)) {
      at = BETWEEN.lastIndex;
      continue;
    }
    const to = wordEnd(part, at);
    const said = part.slice(at, to);
    atoms.push({ code: isTrade(at, to) ? 'T' : classOf(said), start: at, end: to, text: said });
    at = to;
  }
  return atoms;
}

function anchorAt(part: string, at: number, _struck: readonly Span[]): Atom | undefined {
  const before = part[at - 1] ?? ' ';
  if (!/[\p{L}]/u.test(before)) {
    PLACE.lastIndex = at;
    const place = PLACE.exec(part)?.[0];
    if (place !== undefined && !NO_PLACE.test(place))
      return { code: TOWN.test(place.trim()) ? 'R' : 'a', start: at, end: at + place.length, text: place };
  }
  for (const { code, pattern } of ANCHORS) {
    pattern.lastIndex = at;
    const found = pattern.exec(part)?.[0];
    if (found !== undefined && found.trim() !== '')
      return { code, start: at, end: at + found.length, text: found };
  }
  return undefined;
}

/** Where a word ends: at a blank or a mark, or where a price or a share has grown to it: 딸기라떼6,500원. */
function wordEnd(part: string, from: number): number {
  let at = from;
  while (at < part.length && at - from < MAX_WORD) {
    const sign = part[at] ?? '';
    if (BREAK.test(sign)) break;
    if (at > from && sign === ':' && !/\d/.test(part[at + 1] ?? '')) break;
    if (at > from && /\d/.test(sign) && /[가-힣]/.test(part[at - 1] ?? '')) {
      if (
        INSIDE.some(({ pattern }) => {
          pattern.lastIndex = at;
          return pattern.test(part);
        })
      )
        break;
    }
    at += 1;
  }
  // A whole letter of two units; at least one letter is taken.
  if (at === from) at += 1;
  if (/[\ud800-\udbff]$/.test(part.slice(from, at))) at += 1;
  return at;
}

function classOf(said: string): string {
  const word = said.replace(/[.~:'’)\]]+$/u, '');
  for (const { code, pattern } of WORD_CLASSES) {
    // A day with what limits it is as good as a date: 새벽에도, 오늘까지.
    if (pattern.test(word)) return code === 'n' && DATED.test(word) ? 'd' : code;
  }
  for (const { code, pattern } of GROWN) if (pattern.test(word)) return code;
  if (/^[A-Za-z][\w.-]*$/.test(word)) return 'j';
  if (ADVERB.test(word)) return 'y';
  if (FINAL.test(word) && !NO_FINAL.test(word)) return 'v';
  if (TOPIC_MARKED.test(word) && !NO_TOPIC.test(word)) return 'V';
  if (LEANS.test(word)) return 'b';
  if (ADNOMINAL.test(word)) return 'z';
  return 'w';
}
