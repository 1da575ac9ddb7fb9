import { measureRun } from '../typography/measure.ts';
import { fontOfFamily } from '../typography/register-faces.ts';
import type { LetterMark } from './marks.ts';

/** A word of a line and where its first letter's origin is, in the mark's coordinates. */
export interface PlacedWord {
  readonly text: string;
  readonly x: number;
}

/**
 * The words of a line, each where the canvas sets it: readers of fonts do not agree on how wide a blank is between two
 * letters (Noto Sans KR kerns it).
 */
export function wordsOf({ text, family, size, spacing, x }: LetterMark): readonly PlacedWord[] {
  const font = fontOfFamily(family);
  const advance = (part: string): number => measureRun(part, font, spacing / size).advance * size;
  return [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    text: word,
    x: index === 0 ? x : x + advance(text.slice(0, index + word.length)) - advance(word),
  }));
}
