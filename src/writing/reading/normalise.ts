import { stripInvisible } from '../../text/clean-text.ts';
import { cutTracking, STRUCK_FROM, STRUCK_TO, withoutMarkup } from './markup.ts';
import { setApart } from './run-together.ts';

/** A part of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A request's text as it is read: without what a chat wrote around it. */
export interface NormalisedText {
  readonly text: string;
  /** Where it was struck out, in order: what is said there is the past. */
  readonly struck: readonly Span[];
}

/** Letters with a line through them, as keyboards for posts write: 6̶5̶0̶0̶. */
const LINED = /(?:(?!\u0335|\u0336)\S(?:\u0335|\u0336)\s?)+/gu;

/** Units that Unicode writes as one sign. */
const UNIT_SIGNS: Readonly<Record<string, string>> = {
  '㎏': 'kg',
  '㎎': 'mg',
  '㎖': 'ml',
  '㎘': 'kl',
  ℓ: 'L',
  '㎜': 'mm',
  '㎝': 'cm',
  '㎞': 'km',
  '℡': '☎',
};

/** Signs that are written in more than one way. */
const SAME_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\uffe6/g, '₩'],
  [/\uffe5/g, '¥'],
  [/[\u223c\u301c\uff5e\u02dc]/g, '~'],
  [/\u3000/g, ' '],
  [/[\uff01-\uff5d]/g, '\0'],
];

/** What only shows where an item of a list begins, or calls attention to it. */
const BULLET =
  /[\u2022\u2023\u25aa\u25ab\u25cf\u25cb\u25ce\u25c6\u25c7\u25a0\u25a1\u25b6\u25b7\u25b8\u25ba\u25c0\u25c1\u203b\u2713\u2714\u2705\u2611\u260e\u260f\u261e\u261b\u27a1\u2794\u279c\u27a4\u2460-\u249b\u24f5-\u24ff\u2776-\u2793\u3251-\u325f\u2b55\u25fc\u25fe\u{1f4cd}\u{1f4cc}\u{1f4de}\u{1f4f1}\u{1f4f2}\u{1f550}-\u{1f567}\u23f0\u{1f4c5}\u{1f4c6}\u{1f5d3}\u{1f697}\u{1f17f}\u{1f4b0}\u{1f4b3}\u{1f381}\u{1f449}\u{1f4a1}\u{1f4e2}\u{1f4e3}\u26a0\u{1f6ab}\u{1f3e0}\u{1f517}]\ufe0f?/gu;

/** Pictures and ornaments among the words, and what laughs and weeps: ㅋㅋ, ㅠㅠ, ^^, lol. */
const ORNAMENT =
  /(?:[ㅋㅎㅠㅜ]{1,40}|(?<![가-힣ㄱ-ㅎ])(?:ㅈㄱㄴ|ㄱㄱ|ㄱㅅ|ㅅㄱ|ㅎㅇ|ㄷㄷ|ㅇㅋ|ㅇㅇ|ㄱㅊ|ㅈㅅ|ㅃㄹ|ㅊㅋ|ㄹㅇ|ㄱㄷ|ㅂㅂ|ㅇㅈ|ㄱㅅㄱㅅ|ㅎㅇㅎㅇ)(?![가-힣ㄱ-ㅎ])|\^[_.]?\^|(?<![A-Za-z])(?:[Ll][Oo][Ll]|[Hh]aha(?:ha)?|[Hh]ehe)(?![A-Za-z])|\p{Regional_Indicator}|[\p{Emoji_Presentation}\p{So}](?<![\u00a9\u00ae\u2122\u00b0\u2103\u33a1\u2192\u21d2])|[\u2600-\u27bf])(?:\ufe0f|\u200d|\u20e3|[\u{1f3fb}-\u{1f3ff}])*/gu;

/**
 * Such a picture alone between words parts what is said, as a comma does. Each is taken in one way alone (looked ahead for,
 * then repeated): one that could be taken in two made thirty in a row endless.
 */
const PARTING = new RegExp(
  String.raw`(?<=\S) (?:(?=(?<one>${ORNAMENT.source}))\k<one> ?)+(?=\S)(?<= )`,
  'gu',
);

/** 'No' and 'yes' behind a word: 주차 ❌, 포장 ⭕. */
const CROSS =
  /(?:(?<=[\p{L}\p{N})])|(?<=[\p{L}\p{N})]\s)(?!.\ufe0f?[\p{L}\p{N}]))[\u274c\u2716\u2715\u274e]\ufe0f?/gu;
/** Before a word it calls attention to what the word says: ❌카드X. */
const CROSS_BEFORE = /(?<=[\p{L}\p{N})]\s)[\u274c\u2716\u2715\u274e]\ufe0f?(?=[\p{L}\p{N}])/gu;

const RING = /(?<=[\p{L}\p{N})]\s?)[\u2b55\u25ef]\ufe0f?/gu;

/** The vowel that is typed for a dash: 초등반 모집ㅡ 토 11시. */
const DASH = /(?<=[가-힣\d ])[ㅡ]{1,3}(?= )/gu;

/** The numbers of a list's lines: '1. ', '2) '. */
const NUMBERED = /^ ?(\d{1,2})[.)] +(?=\S)/gm;

/**
 * The text as it is read: composed, with plain digits and signs, without the marks of Discord and Slack, without bullets
 * and pictures. A line break stands before every item of a list.
 */
export function normaliseText(raw: string): NormalisedText {
  const plain = withoutMarkup(
    composed(stripInvisible(raw).replaceAll(/[\ue000\ue001]/g, '')).replaceAll(
      LINED,
      (lined) => `${STRUCK_FROM}${lined.replaceAll(/\u0335|\u0336/g, '').trim()}${STRUCK_TO}`,
    ),
  );
  const unlisted = withoutNumbers(plain)
    .replaceAll(DASH, ' - ')
    .replaceAll(CROSS, 'X')
    .replaceAll(CROSS_BEFORE, ' | ')
    .replaceAll(RING, 'O')
    .replaceAll(BULLET, '\n')
    .replaceAll(PARTING, ' | ')
    .replaceAll(ORNAMENT, ' ')
    .replaceAll(/^[ \t]*[-*+–—·] +/gm, '');
  const even = setApart(cutTracking(unlisted))
    .replaceAll(/\u200d|\ufe0f/g, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n[ \n]*/g, '\n')
    .trim();
  return spansOf(even);
}

function composed(text: string): string {
  let plain = text.normalize('NFC').replaceAll(/[㎏㎎㎖㎘ℓ㎜㎝㎞℡]/g, (sign) => UNIT_SIGNS[sign] ?? sign);
  for (const [sign, same] of SAME_SIGNS) {
    plain = plain.replaceAll(sign, (found) =>
      same === '\0' ? String.fromCharCode(found.charCodeAt(0) - 0xfee0) : same,
    );
  }
  return plain;
}

/** Without the numbers of lines, where more than one line has one and the first is 1. */
function withoutNumbers(text: string): string {
  const numbers = [...text.matchAll(NUMBERED)].map(([, number]) => Number(number));
  const counted = numbers.length > 1 && numbers.every((number, index) => number === index + 1);
  return counted ? text.replaceAll(NUMBERED, '') : text;
}

function spansOf(marked: string): NormalisedText {
  const struck: Span[] = [];
  let text = '';
  let from: number | undefined;
  for (const part of marked.split(/([\ue000\ue001])/)) {
    if (part === STRUCK_FROM) from ??= text.length;
    else if (part === STRUCK_TO) {
      if (from !== undefined && text.length > from) struck.push({ start: from, end: text.length });
      from = undefined;
    } else {
      // What follows at once is a figure of its own: 6,500원 struck out, then 4,900원.
      text += (struck.at(-1)?.end === text.length && /^[\d₩$€£]/.test(part) ? ' ' : '') + part;
    }
  }
  return { text, struck };
}
