/** Words that end in s and are not plurals. */
const SINGULAR =
  /(?:ss|us|is|ness|less|ous|news|gas|glasses|jeans|clothes|trousers|headphones|christmas|pilates)$/;

/** The singular of a noun in lower case, by rule. */
export function singularOf(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || SINGULAR.test(word)) return word;
  if (word.endsWith("'s")) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 5) return `${word.slice(0, -3)}y`;
  if (/(?:sh|ch|x|z|ss)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Words that say nothing of a picture. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the and or but with without of for in on at by to from into onto over under near as is are be was were will
  it its this that these those our your my their his her we you they i me us them there here very really so too just
  some any all each every more most much many please make create design draw want need would like can could should
  let have has had do does did get give show put use using about than then when where who what which how not no nor
  if also only up out off`.split(/\s+/),
);

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** 'a' or 'an' before a word, by its first letter. */
export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
