import { singularOf } from '../../language/english.ts';

/** Hangul is keyed without blanks, hyphens and middle dots. */
export const koreanKey = (text: string): string => {
  const lower = text.toLowerCase();
  return PARTED.test(lower) ? lower.replaceAll(/[\s·-]+/g, '') : lower;
};

const PARTED = /[\s·-]/;
const PLAIN_WORDS = /^[a-z]+(?: [a-z]+)*$/;

/** Whether a text has a Hangul syllable; for tens of thousands of words, where a property class is slow. */
export function hasHangul(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xac00 && unit <= 0xd7a3) return true;
  }
  return false;
}

/** Most letters in the keys of a vocabulary. */
export function longestKey(keys: Iterable<string>): number {
  let longest = 0;
  for (const key of keys) if (key.length > longest) longest = key.length;
  return longest;
}

/** Most words in the keys of a vocabulary. */
export function mostWords(keys: Iterable<string>): number {
  let most = 0;
  for (const key of keys) {
    let words = 1;
    for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) words += 1;
    if (words > most) most = words;
  }
  return most;
}

/** Words in lower case, the last one in the singular: 'Gift Sets' and 'gift set' are one key. */
export function englishKey(text: string): string {
  const single = text.toLowerCase();
  if (PLAIN_WORDS.test(single)) {
    const at = single.lastIndexOf(' ') + 1;
    return at === 0 ? singularOf(single) : single.slice(0, at) + singularOf(single.slice(at));
  }
  const words = single
    .replaceAll('’', "'")
    .split(/[\s-]+/)
    .filter(Boolean);
  const last = words.pop();
  return [...words, ...(last === undefined ? [] : [singularOf(last)])].join(' ');
}
