const SEGMENTER = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/**
 * UTF-16 units that are segmented at once. What the segmenter takes for one piece grows with all of the text that it
 * was given, so a whole text would take time by its square.
 */
const WINDOW = 256;

/** Letters of which each is what a reader sees as one, whatever stands beside it: the quick way for most texts. */
const SIMPLE = /^[\n\u0020-\u007e\u3041-\u3096\u4e00-\u9fff\uac00-\ud7a3]*$/;

/**
 * What a reader sees as single letters, in time that grows with the length of the text. A letter of more units than a
 * window is parted: nobody writes one.
 */
export function* graphemes(text: string): Generator<string, void, undefined> {
  for (let at = 0; at < text.length; ) {
    const window = withoutHalf(text, at, at + WINDOW);
    const last = at + window.length === text.length;
    let taken = 0;
    let held = '';
    for (const { segment } of SEGMENTER.segment(window)) {
      if (held !== '') yield held;
      taken += held.length;
      held = segment;
    }
    // The last letter of a window may go on behind it.
    if (last || taken === 0) {
      yield held;
      taken += held.length;
    }
    at += taken;
  }
}

/** All of them at once. */
export function graphemesOf(text: string): string[] {
  return SIMPLE.test(text) ? text.split('') : [...graphemes(text)];
}

/** A part of a text that ends with no first half of a letter of two units. */
function withoutHalf(text: string, from: number, to: number): string {
  const end = to < text.length && isFirstHalf(text.charCodeAt(to - 1)) ? to - 1 : to;
  return text.slice(from, end);
}

const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** Most units of what counts as one letter: a couple in emoji with skin tones has 15; a letter with its marks, 8. */
const EMOJI_UNITS = 16;
const LETTER_UNITS = 8;

const EMOJI = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** For how many letters one counts: a base under a heap of marks, or an endless chain of joined emoji, for several. */
export function graphemeWeight(grapheme: string): number {
  if (grapheme.length <= LETTER_UNITS) return 1;
  return Math.ceil(grapheme.length / (EMOJI.test(grapheme) ? EMOJI_UNITS : LETTER_UNITS));
}

/**
 * Length as a reader counts: letters. Counting stops where it is known to be more than `max`, so that a result of more
 * than `max` only says that the text is longer.
 */
export function graphemeLength(text: string, max: number = Number.POSITIVE_INFINITY): number {
  if (SIMPLE.test(text)) return text.length;
  let length = 0;
  for (const grapheme of graphemes(text)) {
    length += graphemeWeight(grapheme);
    if (length > max) break;
  }
  return length;
}

/** As many of the first letters as count for no more than `max`. */
export function firstGraphemes(text: string, max: number): string {
  let left = max;
  let first = '';
  for (const grapheme of graphemes(text)) {
    left -= graphemeWeight(grapheme);
    if (left < 0) return first;
    first += grapheme;
  }
  return first;
}
