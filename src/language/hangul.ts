/** What a word's last sound is, as far as Korean particles care. */
export type Ending = 'vowel' | 'rieul' | 'consonant';

const FIRST = 0xac00;
const LAST = 0xd7a3;
/** Final consonants a syllable can have, none included; Hangul syllables are numbered so that finals run fastest. */
const FINALS = 28;
const RIEUL = 8;

export const isSyllable = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return code >= FIRST && code <= LAST;
};

/** Number of the final consonant in the order of Unicode, 0 = none. */
const finalOf = (syllable: string): number => ((syllable.codePointAt(0) ?? FIRST) - FIRST) % FINALS;

/** The syllable with another final consonant; 0 takes it away. */
export const withFinal = (syllable: string, final: number): string =>
  String.fromCodePoint((syllable.codePointAt(0) ?? FIRST) - finalOf(syllable) + final);

export const FINAL = { none: 0, nieun: 4, rieul: RIEUL, bieup: 17, hieut: 27 } as const;

export { finalOf };

/** How 0–9 end when a Korean reads a number that they close: 영/십/백 일 이 삼 사 오 육 칠 팔 구. */
const DIGIT_ENDINGS: readonly Ending[] = [
  'consonant',
  'rieul',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'rieul',
  'rieul',
  'vowel',
];

/** The digits of '1+1', which are read in English: 제로 원 투 쓰리 포 파이브 식스 세븐 에이트 나인. */
const DEAL_DIGIT_ENDINGS: readonly Ending[] = [
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'vowel',
  'vowel',
  'vowel',
  'consonant',
  'vowel',
  'consonant',
];

/** Units that are read by their full names: 퍼센트, 그램, 리터… */
const UNIT_ENDINGS: Readonly<Record<string, Ending>> = {
  '%': 'vowel',
  g: 'consonant',
  kg: 'consonant',
  ml: 'vowel',
  l: 'vowel',
  cm: 'vowel',
  mm: 'vowel',
  m: 'vowel',
};

/** A Latin capital read by its name: 엘, 엠, 엔, 알; all others end in a vowel. */
const LETTER_ENDINGS: Readonly<Record<string, Ending>> = {
  L: 'rieul',
  M: 'consonant',
  N: 'consonant',
  R: 'rieul',
};

/** UTF-16 units at the end of a word that tell how it ends. */
const SPOKEN_END = 64;

/**
 * The last sound of a word as it is read aloud in Korean. Closing marks are passed over; digits, units and Latin
 * letters are read as a Korean reads them. Latin words are judged by their last letters, which is a guess.
 */
export function endingOf(word: string): Ending {
  // The end of it is enough, and to look for it in a whole text takes time by the square of its length.
  const spoken = word.slice(-SPOKEN_END).replace(/[^\p{L}\p{N}%]+$/u, '');
  const last = spoken.at(-1);
  if (last === undefined) return 'vowel';
  if (isSyllable(last)) {
    const final = finalOf(last);
    if (final === FINAL.none) return 'vowel';
    return final === FINAL.rieul ? 'rieul' : 'consonant';
  }
  if (/\d/.test(last)) {
    return (/\d\+\d$/.test(spoken) ? DEAL_DIGIT_ENDINGS : DIGIT_ENDINGS)[Number(last)] ?? 'vowel';
  }
  const unit = /\d\s*(%|kg|g|ml|l|cm|mm|m)$/i.exec(spoken)?.[1] ?? (last === '%' ? '%' : undefined);
  if (unit !== undefined) return UNIT_ENDINGS[unit.toLowerCase()] ?? 'vowel';
  if (/[A-Z]$/.test(spoken)) return LETTER_ENDINGS[last] ?? 'vowel';
  if (/l$/.test(spoken)) return 'rieul';
  return /(?:[mn]|ng|[aeiou][pbkt])$/.test(spoken) ? 'consonant' : 'vowel';
}

/** How long a line is when read: Hangul syllables and digits whole, other letters half, spaces and marks not. */
export function syllablesOf(line: string): number {
  return Math.ceil(exactSyllables(line));
}

/** The same without rounding up: parts of a line add up to the whole. */
function exactSyllables(line: string): number {
  let count = 0;
  for (const character of line) {
    if (isSyllable(character) || /\d/.test(character)) count += 1;
    else if (/\p{L}/u.test(character)) count += 0.5;
  }
  return count;
}
