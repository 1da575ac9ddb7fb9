import type { TradeMatch } from './match-trades.ts';

interface BoundActs {
  /** Trades that an act says with its thing. */
  readonly keys: ReadonlyMap<TradeMatch, readonly string[]>;
  /** Things that something is done with: they say no longer who sells them. */
  readonly objects: ReadonlySet<TradeMatch>;
}

/** Letters between a thing and what is done with it: 초등 영어 [기초] 수업. */
const REACH = 12;
/** Marks that part a thing from what is done with something else. */
const PARTED = /[,.!?;:\n()[\]"“”·|/%$]|\d[ \t]?(?:원|만|천)/u;

/** Which trades the acts of a text say: guitar + lesson is taught, guitar + repair is mended. */
export function bindActs(matches: readonly TradeMatch[], text: string): BoundActs {
  const keys = new Map<TradeMatch, readonly string[]>();
  const objects = new Set<TradeMatch>();
  for (const [index, match] of matches.entries()) {
    for (const meaning of match.meanings) {
      if (meaning.is !== 'act') continue;
      const thing = meaning.before
        ? beside(match, matches.slice(index + 1, index + 3), text)
        : beside(match, matches.slice(Math.max(0, index - 2), index).toReversed(), text);
      if (thing === undefined) continue;
      const of = Object.entries(meaning.act.of)
        .filter(([, goods]) => thing.meanings.some((one) => one.is !== 'act' && goods.includes(one.key)))
        .map(([key]) => key);
      if (of.length === 0) continue;
      keys.set(match, of);
      objects.add(thing);
    }
  }
  return { keys, objects };
}

/** The nearest thing of those that stands close enough, in the same clause. */
function beside(act: TradeMatch, others: readonly TradeMatch[], text: string): TradeMatch | undefined {
  return others.find((other) => {
    if (other.meanings.every(({ is }) => is === 'act')) return false;
    const between =
      other.start < act.start ? text.slice(other.end, act.start) : text.slice(act.end, other.start);
    return between.length <= REACH && !PARTED.test(between);
  });
}
