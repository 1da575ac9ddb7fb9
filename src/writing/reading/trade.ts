import type { Statement } from '../../ad/statement.ts';
import { GENERAL_TRADE } from '../../presets/presets.ts';
import { bindActs } from './bind-acts.ts';
import { isJapaneseOrChinese } from './cjk/segment-cjk.ts';
import { tradeOfCjk } from './cjk/trade-of-cjk.ts';
import { matchTrades, type TradeMatch } from './match-trades.ts';
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
  const matches = matchTrades(text, trades, (key) => korean.has(key) || english.has(key));
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
  ): void => {
    const there = scores.get(key);
    scores.set(key, {
      by: there?.by ?? by,
      score: (there?.score ?? 0) + score,
      name: name || there?.name === true,
      told: !isNamed || !isBeside || there?.told === true,
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
    const own = acts.objects.has(match) ? MODIFIER : 1;
    const value = rank === 'shop' ? SHOP : (rank === 'deed' ? DEED : GOODS) * later;
    for (const key of keys)
      vote(key, (value * weight * own) / keys.length, one, rank !== 'goods' && weight * own > HALF);
    // What many trades have a hand in, as an animal, says nothing of what is sold first.
    if (weight * own > HALF && keys.length < SHARED) later *= LATER;
  }
  const found = decide(scores, vocabulary);
  return found.by === undefined && isJapaneseOrChinese(text) ? (tradeOfCjk(statements) ?? found) : found;
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
}

/** The best trade of the best middle class, where no other class is as likely. */
function decide(scores: ReadonlyMap<string, Score>, { trades: { classes } }: Vocabulary): FoundTrade {
  const middles = new Map<
    string,
    { score: number; name: boolean; told: boolean; best: string; bestScore: number; by: string }
  >();
  for (const [key, { score, name, told, by }] of scores) {
    const place = classes.get(key);
    if (place === undefined) continue;
    const middle = `${place.large} ${place.middle}`;
    const there = middles.get(middle) ?? { score: 0, name: false, told: false, best: key, bestScore: -1, by };
    const better = score > there.bestScore;
    middles.set(middle, {
      score: there.score + score,
      name: there.name || name,
      told: there.told || told,
      best: better ? key : there.best,
      bestScore: better ? score : there.bestScore,
      by: better ? by : there.by,
    });
  }
  const all = [...middles.values()];
  // What is told only beside the product does not speak against what the product tells.
  const told = all.filter((one) => one.told);
  const [first, second] = (told.length > 0 ? told : all).sort((a, b) => b.score - a.score);
  if (first === undefined || first.score < SURE || !first.told) return { key: GENERAL_TRADE };
  const surer = first.name && second?.name !== true;
  if (!surer && second !== undefined && second.score > first.score * CLEAR) return { key: GENERAL_TRADE };
  return { key: first.best, by: first.by };
}
