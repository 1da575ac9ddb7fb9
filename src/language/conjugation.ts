import { FINAL, finalOf, isSyllable, withFinal } from './hangul.ts';

/** The forms of a Korean adjective that requests and copy use. */
export interface AdjectiveForms {
  /** Before a noun: 따뜻한, 어두운, 밝은. */
  readonly adnominal: string;
  /** Before another adjective: 따뜻하고. */
  readonly connective: string;
  /** Every form that is recognised, the two above among them. */
  readonly all: readonly string[];
}

/** Stems in ㅂ that keep it before a vowel. */
const REGULAR_BIEUP = /(?:좁|넓|얇|짧|굽|뽑|입|잡)$/;

/** Forms on the whole stem, whatever it ends in: 어둡고, 어둡게, 어둡지. */
const onStem = (stem: string): string[] =>
  ['고', '고요', '게', '게요', '지', '지만', '네', '거나', '기', '죠'].map((ending) => `${stem}${ending}`);

const last = (text: string): string => text.at(-1) ?? '';

/** Replaces the last syllable. */
const ending = (stem: string, syllable: string): string => `${stem.slice(0, -1)}${syllable}`;

/** The bright vowels ㅏ and ㅗ take 아, all others 어. */
function isBright(syllable: string): boolean {
  const vowel = Math.floor(((syllable.codePointAt(0) ?? 0) - 0xac00) / 28) % 21;
  return vowel === 0 || vowel === 8;
}

/**
 * Forms of an adjective in its dictionary form, which ends in 다. Covers 하다, the irregular stems in ㅂ, ㅎ, ㅡ and
 * ㄹ, 있다/없다, and regular stems.
 */
export function adjectiveForms(dictionary: string): AdjectiveForms {
  const stem = dictionary.slice(0, -1);
  const syllable = last(stem);
  if (!dictionary.endsWith('다') || !isSyllable(syllable)) {
    return { adnominal: dictionary, connective: dictionary, all: [dictionary] };
  }
  const open = openForms(stem, syllable);
  const connective = `${stem}고`;
  return {
    adnominal: open[0] ?? dictionary,
    connective,
    all: [...new Set([dictionary, ...onStem(stem), ...open])],
  };
}

/** Forms whose ending begins with a vowel, the adnominal first. */
function openForms(stem: string, syllable: string): string[] {
  if (syllable === '하') {
    const root = stem.slice(0, -1);
    return ['한', '해', '해요', '해서', '하며', '하면서', '할', '함', '했으면', '하니', '하면', '합니다'].map(
      (form) => `${root}${form}`,
    );
  }
  if (/[있없]$/.test(stem)) {
    return ['는', '어', '어요', '어서', '으며', '을', '음', '었으면', '으면'].map((form) => `${stem}${form}`);
  }
  const final = finalOf(syllable);
  const bare = withFinal(syllable, FINAL.none);
  if (final === FINAL.bieup && !REGULAR_BIEUP.test(stem)) {
    return ['운', '워', '워요', '워서', '우며', '울', '움', '웠으면', '우면'].map(
      (form) => `${ending(stem, bare)}${form}`,
    );
  }
  if (final === FINAL.hieut && syllable !== '좋') {
    return [ending(stem, withFinal(syllable, FINAL.nieun)), `${ending(stem, bare)}면`];
  }
  if (final === FINAL.rieul) {
    const vowel = isBright(syllable) ? '아' : '어';
    return [
      ending(stem, withFinal(syllable, FINAL.nieun)),
      `${stem}${vowel}`,
      `${stem}${vowel}요`,
      `${stem}면`,
    ];
  }
  if (final === FINAL.none) {
    return [ending(stem, withFinal(syllable, FINAL.nieun)), `${stem}며`, `${stem}면`, `${stem}니`];
  }
  const vowel = isBright(syllable) ? '아' : '어';
  return [
    `${stem}은`,
    `${stem}${vowel}`,
    `${stem}${vowel}요`,
    `${stem}${vowel}서`,
    `${stem}으며`,
    `${stem}으면`,
  ];
}
