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
 * Tells of a word whether it is denied by a rule of the shop, and not by a wish of what the picture is to show:
 * '외부음식 반입 금지', 'no cards', but 'no wood or flowers'. A wish holds no word but for what pictures are made of.
 *
 * @param isDenied of words that are denied, and of those that deny
 */
export function findShopRules(
  words: readonly Word[],
  statements: readonly Statement[],
  isDenied: (word: Word) => boolean,
): (word: Word) => boolean {
  const told = statements.filter(({ kind }) => TOLD.includes(kind));
  const isWished = (word: Word): boolean => {
    const kind = kindOf(word);
    if (kind !== undefined) return PICTURED.has(kind) || ANYONE.test(word.text);
    return isDenied(word) || STOP_WORDS.has(word.text.toLowerCase());
  };
  // Each statement is judged once, however many of its words are denied.
  const judged = new Map<Statement, boolean>();
  return (word) => {
    const statement = isDenied(word) ? told.find((one) => isWithin(word, one)) : undefined;
    if (statement === undefined) return false;
    const isRule =
      judged.get(statement) ?? words.some((other) => isWithin(other, statement) && !isWished(other));
    judged.set(statement, isRule);
    return isRule;
  };
}

function isWithin(word: Word, { start, end }: Statement): boolean {
  return word.start >= start && word.end <= end;
}
