import type { TradeAct } from '../../presets/trade-acts.ts';
import type { TradeMatch } from './match-trades.ts';

interface BoundActs {
  /** Trades that an act says with its thing. */
  readonly keys: ReadonlyMap<TradeMatch, readonly string[]>;
  /** Things that something is done with: they say no longer who sells them. */
  readonly objects: ReadonlySet<TradeMatch>;
}

/** Of those that come along: 강아지와 함께하는 호텔. */
const TOGETHER = /^(?:와|과|랑|이랑|하고|도)$/;
/** What comes with a thing that is bought: '와이퍼 교체 무료 구매 시 2개 2만원'. */
const THROWN_IN = /^[ \t]?(?:무료|공짜|서비스)(?:[ \t]|$)/u;
const BOUGHT = /구매[ \t]?(?:시|고객|하시)|구입[ \t]?(?:시|고객)|사시면|사면/u;
const isThrownIn = ({ end }: TradeMatch, text: string): boolean =>
  THROWN_IN.test(text.slice(end, end + 8)) && BOUGHT.test(text);
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
      if (meaning.is !== 'act' || isThrownIn(match, text)) continue;
      const things = meaning.before
        ? beside(match, matches.slice(index + 1, index + 3), text)
        : beside(match, matches.slice(Math.max(0, index - 2), index).toReversed(), text);
      // Of a thing and its part, it is the thing: 자전거 타이어 교체.
      const trades = things.map((thing) => tradesOf(meaning.act, thing));
      const at = trades.findIndex((of) => of.length > 0);
      const of = trades[at];
      if (of === undefined) continue;
      keys.set(match, of);
      for (const thing of things.slice(0, at + 1)) objects.add(thing);
    }
  }
  return { keys, objects };
}

const tradesOf = ({ of }: TradeAct, thing: TradeMatch): readonly string[] =>
  Object.entries(of)
    .filter(([, goods]) => thing.meanings.some((one) => one.is !== 'act' && goods.includes(one.key)))
    .map(([key]) => key);

/** The things that stand close enough, in the same clause, the nearest first. */
function beside(act: TradeMatch, others: readonly TradeMatch[], text: string): readonly TradeMatch[] {
  return others.filter((other) => {
    if (other.meanings.every(({ is }) => is === 'act') || TOGETHER.test(other.particle)) return false;
    const between =
      other.start < act.start ? text.slice(other.end, act.start) : text.slice(act.end, other.start);
    return between.length <= REACH && !PARTED.test(between);
  });
}
