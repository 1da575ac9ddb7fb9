import type { Statement } from '../../ad/statement.ts';
import { GENERAL_TRADE } from '../../presets/presets.ts';
import { bindActs } from './bind-acts.ts';
import { isJapaneseOrChinese } from './cjk/segment-cjk.ts';
import { tradeOfCjk } from './cjk/trade-of-cjk.ts';
import { matchTrades, type TradeMatch } from './match-trades.ts';
import { endsUnknown } from './unknown-head.ts';
import type { Vocabulary } from './vocabulary.ts';
import { MODIFIER, type TradeRank, type Weighed, weighTrades } from './weigh-trades.ts';

/** A trade, and the word that told it. */
export interface FoundTrade {
  readonly key: string;
  readonly by?: string;
}

/** A word for a shop is sure; what is done with a thing, or there, nearly so; goods are where only one trade has them. */
const SHOP = 6;
const DEED = 4.5;
const ACT = 5;
const GOODS = 3;
/** A word that counts less only adds to what others tell. */
const HALF = 0.34;

/** Later words say less than the first: what is sold stands before what comes with it. */
const LATER = 0.5;

/** So many trades that a word tells of are none. */
const SHARED = 3;

/** How sure the best must be, and how far before the next of another class, as a share. */
const SURE = 1.8;
const CLEAR = 0.82;

/** The trade that the words of a text speak for; the general one where none does, or two as loudly. */
export function findTrade(
  text: string,
  statements: readonly Statement[],
  vocabulary: Vocabulary,
): FoundTrade {
  const { trades, korean, english } = vocabulary;
  const own = ownTrade(text, statements, vocabulary);
  if (own !== undefined) return own;
  const isKnown = (key: string): boolean => korean.has(key) || english.has(key);
  const matches = matchTrades(text, trades, isKnown);
  const strict = weighTrades(matches, text, statements, trades);
  const said = strict.length > 0 ? strict : weighTrades(matches, text, statements, trades, true);
  const acts = bindActs(
    said.map(({ match }) => match),
    text,
  );
  const scores = new Map<string, Score>();
  const isNamed = statements.some(({ kind }) => kind === 'product' || kind === 'trade');
  const vote = (
    key: string,
    score: number,
    { match: { text: by }, isBeside }: Weighed,
    name: boolean,
    shop = 0,
  ): void => {
    const there = scores.get(key);
    scores.set(key, {
      by: there?.by ?? by,
      score: (there?.score ?? 0) + score,
      name: name || there?.name === true,
      told: !isNamed || !isBeside || there?.told === true,
      shop: Math.max(shop, there?.shop ?? 0),
    });
  };
  let later = 1;
  for (const one of said) {
    const { match, rank, weight } = one;
    const bound = acts.keys.get(match);
    if (bound !== undefined) {
      for (const key of bound) vote(key, (ACT * weight) / bound.length, { ...one, isBeside: false }, true);
      continue;
    }
    const keys = keysOf(match, rank);
    if (keys.length === 0) continue;
    const isOther =
      acts.objects.has(match) ||
      (rank === 'goods' &&
        endsUnknown(match, text, statements, trades, (key) => isKnown(key) || trades.korean.has(key)));
    const own = isOther ? MODIFIER : 1;
    const value = rank === 'shop' ? SHOP : (rank === 'deed' ? DEED : GOODS) * later;
    for (const key of keys)
      vote(
        key,
        (value * weight * own) / keys.length,
        one,
        rank !== 'goods' && weight * own > HALF,
        rank === 'shop' && !one.isBeside ? weight * own : 0,
      );
    // What many trades have a hand in, as an animal, says nothing of what is sold first.
    if (weight * own > HALF && keys.length < SHARED) later *= LATER;
  }
  const found = decide(scores, vocabulary);
  return found.by === undefined && isJapaneseOrChinese(text) ? (tradeOfCjk(statements) ?? found) : found;
}

/** How somebody says that this is his shop, behind the word for it. */
const IS_IT = /^(?:이에요|예요|에요|입니다|인데|이고|이구|(?:을|를)?\s?(?:하는데|운영|하고\s?있))/u;

/** The shop that its owner says in so many words that it is: nothing that is sold there speaks against it. */
function ownTrade(
  text: string,
  statements: readonly Statement[],
  { trades: { korean, classes } }: Vocabulary,
): FoundTrade | undefined {
  for (const { kind, text: by, end, start } of statements) {
    if (kind !== 'trade') continue;
    const said = text.slice(start, end);
    const behind = said.slice(said.indexOf(by) + by.length) || text.slice(end, end + 8);
    const keys = korean.get(by)?.flatMap((meaning) => (meaning.is === 'name' ? [meaning.key] : [])) ?? [];
    const [key] = keys;
    if (keys.length === 1 && key !== undefined && classes.has(key) && IS_IT.test(behind)) return { key, by };
  }
  return undefined;
}

/** The trades that a word tells of: a shop word's own; of what is sold or done, all that sell or do it. */
function keysOf({ meanings }: TradeMatch, rank: TradeRank): readonly string[] {
  const told = meanings.flatMap((meaning) =>
    meaning.is === 'act' ||
    (rank === 'shop' && meaning.is === 'goods' && meanings.some(({ is }) => is === 'name'))
      ? []
      : [meaning.key],
  );
  return [...new Set(told)];
}

interface Score {
  readonly by: string;
  readonly score: number;
  /** Whether a name, or what is done, told it. */
  readonly name: boolean;
  /** Whether something else told it than goods that only come with the product. */
  readonly told: boolean;
  /** How much the words for such a shop weigh, the heaviest. */
  readonly shop: number;
}

/** A middle class, and the best of its trades. */
interface Middle extends Score {
  readonly best: string;
  readonly bestScore: number;
}

/**
 * The best trade of the best middle class, where no other class is as likely. What a shop is called decides over what is
 * sold or done there: a butcher sells what a restaurant grills.
 */
function decide(scores: ReadonlyMap<string, Score>, vocabulary: Vocabulary): FoundTrade {
  const all = middlesOf(scores, vocabulary);
  const shops = all.filter(({ shop }) => shop > HALF);
  const [head] = shops;
  if (head !== undefined && shops.length === 1 && head.score >= SURE && head.told)
    return { key: head.best, by: head.by };
  // What is told only beside the product does not speak against what the product tells.
  const told = all.filter((one) => one.told);
  const [first, second] = (told.length > 0 ? told : all).toSorted((a, b) => b.score - a.score);
  if (first === undefined || first.score < SURE || !first.told) return { key: GENERAL_TRADE };
  const surer = first.name && second?.name !== true;
  if (!surer && second !== undefined && second.score > first.score * CLEAR) return { key: GENERAL_TRADE };
  return { key: first.best, by: first.by };
}

function middlesOf(
  scores: ReadonlyMap<string, Score>,
  { trades: { classes } }: Vocabulary,
): readonly Middle[] {
  const middles = new Map<string, Middle>();
  for (const [key, own] of scores) {
    const place = classes.get(key);
    if (place === undefined) continue;
    const middle = `${place.large} ${place.middle}`;
    const there = middles.get(middle);
    const best = there !== undefined && own.score <= there.bestScore ? there : { ...own, best: key };
    middles.set(middle, {
      score: (there?.score ?? 0) + own.score,
      name: own.name || there?.name === true,
      told: own.told || there?.told === true,
      shop: Math.max(own.shop, there?.shop ?? 0),
      best: best.best,
      bestScore: Math.max(own.score, there?.bestScore ?? 0),
      by: best.by,
    });
  }
  return [...middles.values()];
}
