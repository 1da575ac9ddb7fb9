import { UserError } from '../errors/user-error.ts';

/** What every list of fonts has: ASCII, Hangul and its letters. Nothing is looked up for them. */
const EVERYWHERE = /^[\p{ASCII}\u3131-\u318e\uac00-\ud7a3]*$/u;

/** Scripts of more than a million readers that a list of fonts may lack, by their ISO 15924 codes. */
const SCRIPTS = [
  ...['Thai', 'Arab', 'Deva', 'Hebr', 'Beng', 'Taml', 'Telu', 'Mymr', 'Khmr', 'Laoo', 'Geor', 'Armn', 'Ethi'],
  ...['Sinh', 'Gujr', 'Guru', 'Knda', 'Mlym', 'Orya', 'Tibt', 'Mong', 'Cyrl', 'Grek', 'Hira', 'Kana', 'Hani'],
].map((code) => ({ code, pattern: new RegExp(`\\p{Script=${code}}`, 'u') }));

const LETTER = /\p{L}/u;

/** The letters of a text that cannot be drawn, in its order. */
export function uncoveredLetters(text: string, covers: (codePoint: number) => boolean): readonly string[] {
  if (EVERYWHERE.test(text)) return [];
  return Array.from(text).filter((letter) => LETTER.test(letter) && !covers(letter.codePointAt(0) ?? 0));
}

/**
 * Refuses a text of which half the letters or more cannot be drawn: of such an ad nothing would be left.
 *
 * @param covers whether some font has a code point
 * @returns throws UserError `script-uncovered`
 */
export function createLetterCheck(covers: (codePoint: number) => boolean): (text: string) => void {
  return (text) => {
    const missing = uncoveredLetters(text, covers);
    const [first] = missing;
    if (first === undefined) return;
    const letters = Array.from(text).filter((letter) => LETTER.test(letter)).length;
    if (missing.length * 2 < letters) return;
    throw new UserError('script-uncovered', { script: nameOf(first) });
  };
}

/** What the script of a letter is called. */
function nameOf(letter: string): { readonly ko: string; readonly en: string } {
  const script = SCRIPTS.find(({ pattern }) => pattern.test(letter));
  const called = (locale: string, otherwise: string): string =>
    (script && new Intl.DisplayNames(locale, { type: 'script' }).of(script.code)) ?? otherwise;
  return { ko: called('ko', '이 문자'), en: called('en', 'this script') };
}
