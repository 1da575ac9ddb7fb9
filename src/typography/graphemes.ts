const SEGMENTER = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** What a reader sees as single letters. */
export function graphemesOf(text: string): string[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}
