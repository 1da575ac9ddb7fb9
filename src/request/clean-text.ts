/** Control characters, and marks that turn the direction of text or hide in it. Line breaks and joiners stay. */
const UNSEEN = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

const SEGMENTER = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** What a person typed, composed (NFC), without unseen characters, blanks at its ends and trailing on its lines. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(UNSEEN, (mark) => (mark === '\n' ? '\n' : mark === '\t' ? ' ' : ''))
    .replaceAll(/ +\n/g, '\n')
    .trim();
}

/** Length as a reader counts: graphemes. */
export function lengthOf(text: string): number {
  return [...SEGMENTER.segment(text)].length;
}

/** Whether there is a letter or a digit of any script in the text. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replaceAll(/\p{Emoji_Presentation}|[#*0-9]\ufe0f?\u20e3/gu, ''));
}
