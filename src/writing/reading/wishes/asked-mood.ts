import type { Statement } from '../../../ad/statement.ts';
import type { Mood } from '../../../presets/mood.ts';
import type { Word } from '../find-words.ts';
import { hasHangul } from '../word-keys.ts';

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
