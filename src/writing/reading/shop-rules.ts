import type { Statement, StatementKind } from '../../ad/statement.ts';
import { STOP_WORDS } from '../../language/english.ts';
import type { TermKind } from '../../presets/lexicon.ts';
import type { Word } from './find-words.ts';
import { kindOf } from './word-means.ts';

/** Kinds in which a shop tells its customers what is not, or what they may not. */
const TOLD: readonly StatementKind[] = [
  'notice',
  'condition',
  'exception',
  'description',
  'offer',
  'price',
  'schedule',
];

/** What a picture is made of. */
const PICTURED: ReadonlySet<TermKind> = new Set([
  'material',
  'backdrop',
  'lighting',
  'colour',
  'mood',
  'prop',
  'flower',
  'animal',
  'weather',
  'time',
  'filler',
]);

/** Of persons those who are nobody's customers: '사람 없이', but 'no kids'. */
const ANYONE = /^(?:사람|인물|people|persons?|humans?)$/iu;

/**
 * Whether a word is denied by a rule of the shop, and not by a wish of what the picture is to show: '외부음식 반입 금지',
 * 'no cards', but 'no wood or flowers'. A wish holds no word but for what pictures are made of.
 *
 * @param isDenied of words that are denied, and of those that deny
 */
export function isOfShopRule(
  word: Word,
  words: readonly Word[],
  statements: readonly Statement[],
  isDenied: (word: Word) => boolean,
): boolean {
  const rule = statements.find(
    ({ kind, start, end }) => TOLD.includes(kind) && word.start >= start && word.end <= end,
  );
  if (rule === undefined || !isDenied(word)) return false;
  return !words.every((other) => {
    if (other.start < rule.start || other.end > rule.end) return true;
    const kind = kindOf(other);
    if (kind !== undefined) return PICTURED.has(kind) || ANYONE.test(other.text);
    return isDenied(other) || STOP_WORDS.has(other.text.toLowerCase());
  });
}
