/**
 * Most UTF-16 units of one text from outside that are looked at: more than the longest text that is taken anywhere can
 * have, were every letter of it a family in emoji.
 */
export const MAX_UNITS = 36_000;

/** Units of a longer text that are kept, to be shown. */
const HEAD_UNITS = 1_000;

/** Stands for what was not looked at, and counts: it is more than any place takes. */
const TRUNCATED = '\ufffd'.repeat(2_100);

/**
 * A text from outside, no longer than what is looked at. Of one that is longer the head is left, and so much after it
 * that it is too long wherever it was meant to go: it is refused, and nothing of it is dropped in silence.
 */
export function truncateText(text: string): string {
  return text.length <= MAX_UNITS ? text : `${text.slice(0, HEAD_UNITS)}${TRUNCATED}`;
}

/**
 * Control characters, marks that turn the direction of text, and those that hide in it. Line breaks stay, and the
 * joiners that emoji and some scripts are written with.
 */
const INVISIBLE =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0001}]/gu;

/** Marks on one letter; Unicode's stream-safe form has 30 (https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format). */
const MAX_MARKS = 30;

const HEAP_OF_MARKS = new RegExp(`\\p{M}{${MAX_MARKS + 1},}`, 'gu');

/** Halves of letters, which no encoding knows, become U+FFFD. */
const replaceHalves = (text: string): string => text.replaceAll(/\p{Cs}/gu, '\ufffd');

/** Without what is not seen, halves of letters replaced; what parts lines or words still does. */
export function stripInvisible(text: string): string {
  return replaceHalves(text)
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(INVISIBLE, (mark) => (mark === '\n' ? '\n' : mark === '\t' ? ' ' : ''));
}

/**
 * Composed (NFC). Marks are sorted for that, which takes time by the square of their number: of a heap on one letter the
 * first are left, and a sign for every few of the others.
 */
export function normalizeText(text: string): string {
  return text
    .replaceAll(HEAP_OF_MARKS, (marks) => {
      const heap = [...marks];
      return heap.slice(0, MAX_MARKS).join('') + '\ufffd'.repeat(Math.ceil((heap.length - MAX_MARKS) / 8));
    })
    .normalize('NFC');
}

/**
 * What somebody outside wrote: first cut to what is looked at, then without unseen characters and halves of letters,
 * composed, without blanks at its ends and trailing on its lines. Every text passes here where it comes in, before
 * anything else is done with it; whatever its length this takes a few milliseconds.
 *
 * @param read takes a platform's markup off, in time that grows with the length of the text
 */
export function cleanText(text: string, read: (text: string) => string = (same) => same): string {
  return normalizeText(stripInvisible(read(truncateText(text))))
    .replaceAll(/(?<! ) +\n/g, '\n')
    .trim();
}
