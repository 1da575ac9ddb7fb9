import type { Statement } from '../../../ad/statement.ts';
import type { Mood } from '../../../presets/mood.ts';
import type { Word } from '../find-words.ts';
import { hasHangul } from '../word-keys.ts';
import { keyOf, kindOf } from '../word-means.ts';

type MoodWords = Pick<Mood, 'key' | 'aliases'>;

/**
 * The mood that the wishes among statements ask for: the first of `moods` that a word of theirs names and that is not
 * denied; undefined where none is. What is sold may be warm or bright itself, and asks for nothing: '따뜻한 라떼'.
 *
 * @param words of the whole request, with their places in its text
 */
export function askedMood(
  statements: readonly Statement[],
  words: readonly Word[],
  isDenied: (word: Word) => boolean,
  moods: readonly MoodWords[],
): string | undefined {
  const wishes = statements.filter(({ kind }) => kind === 'mood' || kind === 'wish');
  const said = words.filter(
    (word) => wishes.some(({ start, end }) => word.start >= start && word.start < end) && !isDenied(word),
  );
  return moodOf(
    said.map((word) => word.text + word.particle),
    moods,
  );
}

/** How a look is named at all: 'a … feel'. Of what only says where something stands, or what is drawn, no mood is told. */
const NAMES_A_LOOK =
  /느낌|분위기|무드|감성|스타일|컨셉|콘셉트|톤앤매너|\b(?:mood|style|look|feel|vibe|atmosphere|aesthetic|theme|tone)\b|^(?:(?:please|and)\s)?(?:make|keep)\s(?:it|everything|the\s(?:design|look|style|overall\slook|whole\sthing|mood))\s(?!(?:\w+\s)?(?:short|brief|concise|large|small|big)\b)/iu;

/**
 * What was wished of the mood in words that neither a mood nor the vocabulary of pictures knows: nothing of the ad follows
 * from it, and it is told. Verbatim, in order.
 *
 * @param words of the whole request, with their places in its text
 */
export function unknownMoods(
  statements: readonly Statement[],
  words: readonly Word[],
  moods: readonly MoodWords[],
): readonly string[] {
  return statements
    .filter(({ kind, text }) => kind === 'mood' && NAMES_A_LOOK.test(text))
    .filter(({ start, end }) => {
      const said = words.filter((word) => word.start >= start && word.start < end);
      return !said.some(isKnownLook) && !said.some((word) => moodOf([word.text + word.particle], moods));
    })
    .map(({ text }) => text);
}

/** Kinds of the lexicon that a picture or its colours follow from. */
const LOOKS: ReadonlySet<string> = new Set([
  'material',
  'lighting',
  'backdrop',
  'mood',
  'colour',
  'time',
  'place',
  'weather',
  'prop',
]);

function isKnownLook(word: Word): boolean {
  const kind = kindOf(word);
  return (
    (kind !== undefined && LOOKS.has(kind)) ||
    (['style', 'season', 'occasion'] as const).some((is) => keyOf(word, is) !== undefined)
  );
}

/** The first of `moods` that one of some words names. */
export const moodOf = (words: readonly string[], moods: readonly MoodWords[]): string | undefined =>
  moods.find(({ aliases }) => words.some((word) => names(aliases, word)))?.key;

function names({ ko, en }: Mood['aliases'], word: string): boolean {
  if (hasHangul(word)) return ko.some((stem) => word.startsWith(stem) || isPart(word, stem));
  const said = word.toLowerCase().split(' ');
  return en.some((alias) => said.includes(alias));
}

/** A stem of two letters and more may stand within a word: '인스타감성'. */
const isPart = (word: string, stem: string): boolean => stem.length > 1 && word.includes(stem);
