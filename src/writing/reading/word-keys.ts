import { singularOf } from '../../language/english.ts';

/** Hangul is keyed without blanks, hyphens and middle dots. */
export const koreanKey = (text: string): string => {
  const lower = text.toLowerCase();
  return /[\s·-]/.test(lower) ? lower.replaceAll(/[\s·-]+/g, '') : lower;
};

/** Words in lower case, the last one in the singular: 'Gift Sets' and 'gift set' are one key. */
export function englishKey(text: string): string {
  const single = text.toLowerCase();
  if (/^[a-z]+$/.test(single)) return singularOf(single);
  const words = text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[\s-]+/)
    .filter(Boolean);
  const last = words.pop();
  return [...words, ...(last === undefined ? [] : [singularOf(last)])].join(' ');
}
