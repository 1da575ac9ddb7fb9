import * as z from 'zod';
import { boundedPattern } from './bounded-pattern.ts';
import { key, linesOf, localizedText, Wrong } from './fields.ts';

/** One word that a shop may not use, and what to say instead; without `instead` it is refused. */
interface ForbiddenWord {
  readonly word: string;
  readonly instead?: string;
}

/** `word -> instead`, or a word alone. */
const words = linesOf((line): ForbiddenWord => {
  const [word = '', instead] = line.split('->').map((part) => part.trim());
  return instead === undefined || instead === '' ? { word } : { word, instead };
});

/** Sources of regular expressions, which look through what anybody writes. */
const expressions = linesOf((source) => {
  const pattern = boundedPattern(source);
  return 'problem' in pattern ? new Wrong(pattern.problem) : pattern.source;
});

/** Words that law, a regulator or honesty keeps out of ads, with the reason that the shop is told. */
const forbiddenSet = z.strictObject({
  key,
  /** Whether it holds for every trade. */
  everywhere: z.boolean().default(false),
  why: localizedText,
  words,
  /** Regular expressions of uses that are fine: '최대\s*\d' for 최대 50%. Each looks at a few words at most. */
  except: expressions.default([]),
});

export type ForbiddenSet = Readonly<z.output<typeof forbiddenSet>>;

export const forbidden = z.array(forbiddenSet);
