import type { OccasionKind } from '../../ad/occasion-kind.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';
import type { DesignFamily } from '../../presets/design.ts';

/** What decides between families that could all take a request. */
export interface Occasion {
  readonly kind: OccasionKind;
  /** Names of the shop's trade, from its own row to the large class. */
  readonly trades: readonly string[];
  /** Letters of the headline, and of all words together. */
  readonly headline: number;
  readonly letters: number;
  readonly details: number;
  readonly has: { readonly hero: boolean; readonly picture: boolean };
  readonly seed: number;
}

/** What each thing that speaks for a family is worth; the seed decides between those that are near. */
const WORTH = { occasion: 1, trade: 0.6, shows: 0.7, chance: 0.9 };

/** What speaks against it, for each letter of the headline that is too many, and for too many or too few in all. */
const COSTS = { headline: 0.12, letters: 1.5 };

/** The families in the order in which they suit a request. Those of one score are in the order of their files. */
export function rankFamilies(families: readonly DesignFamily[], occasion: Occasion): readonly DesignFamily[] {
  return families
    .map((family) => ({ family, worth: worthOf(family, occasion) }))
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ family }) => family);
}

function worthOf({ key, suits }: DesignFamily, occasion: Occasion): number {
  const { kind, trades, headline, letters, details, has, seed } = occasion;
  const random = seededRandom(seedFor(seed, `design-${key}`));
  const [fewest, most] = suits.letters;
  const shown = suits.material.find((material) => material !== 'type' && has[material]);
  const isMet = !suits.material.includes('type') || shown !== undefined || !(has.hero || has.picture);
  return (
    WORTH.occasion * (suits.occasions[kind] ?? 0) +
    (suits.trades.some((trade) => trades.includes(trade)) ? WORTH.trade : 0) +
    // A product that is there is shown.
    (isMet ? WORTH.shows : 0) +
    WORTH.chance * random() -
    COSTS.headline * Math.max(0, headline - suits.headline) -
    (letters < fewest || letters > most || details < suits.details[0] || details > suits.details[1]
      ? COSTS.letters
      : 0)
  );
}
