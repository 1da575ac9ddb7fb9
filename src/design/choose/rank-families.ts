import type { Size } from '../../ad/geometry.ts';
import type { OccasionKind } from '../../ad/occasion-kind.ts';
import { seedFor } from '../../imaging/random.ts';
import type { DesignFamily } from '../../presets/design.ts';
import type { MaterialKind, ToShow } from '../design-request.ts';

/** What decides between families that could all take a request. */
export interface Occasion extends ToShow {
  readonly kind: OccasionKind;
  /** Names of the shop's trade and of its family of trades. */
  readonly trades: readonly string[];
  /** Letters of the headline, and of all words together. */
  readonly headline: number;
  readonly letters: number;
  readonly details: number;
  /** What there is to be lettered. */
  readonly leaves: ReadonlySet<string>;
  /** Of the ad. */
  readonly size: Size;
  /** Whether a knife cuts it round. */
  readonly isRound?: boolean;
  readonly seed: number;
  /** Families of the ads that this one is to differ from. */
  readonly others: readonly string[];
  /** The mood that was asked for; absent = none. */
  readonly mood?: string;
}

/** What each thing that speaks for a family is worth. */
const WORTH = { occasion: 1, trade: 0.5 };

/** What speaks against it, for each letter of the headline that is too many, and for too many or too few in all. */
const COSTS = { headline: 0.12, letters: 1.5 };

/** Families from among which the seed chooses: so many are near enough to the best, or as near as this. */
const CHOICE = { least: 8, most: 12, near: 0.55 };

/** The golden ratio's part: what follows one another in steps of it is spread evenly (a Kronecker sequence). */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The families in the order in which they suit a request. One of those that suit it nearly best stands first, by the seed:
 * a shop's ads are to differ, and those of seeds that follow one another do. What the ad is to differ from stands behind
 * them, then what cannot feel as is asked, and last what would not show the shop's own photo, or the picture that was made.
 */
export function rankFamilies(families: readonly DesignFamily[], occasion: Occasion): readonly DesignFamily[] {
  const ranked = families
    .map((family) => ({ family, worth: worthOf(family, occasion) }))
    .toSorted((a, b) => b.worth - a.worth);
  const isFresh = ({ key }: DesignFamily): boolean => !occasion.others.includes(key);
  const fresh = ranked.filter(({ family }) => fits(family, occasion) && isFresh(family));
  const best = fresh[0]?.worth ?? 0;
  const choice = fresh
    .slice(0, CHOICE.most)
    .filter(({ worth }, i) => i < CHOICE.least || best - worth <= CHOICE.near);
  const turn =
    (occasion.seed * GOLDEN +
      seedFor(0, `design of ${[...occasion.leaves].join()} ${occasion.letters}`) / 2 ** 32) %
    1;
  const first = choice[Math.floor(turn * choice.length)];
  const placeOf = (one: (typeof ranked)[number]): number => {
    if (one === first) return 0;
    if (fresh.includes(one)) return 1;
    if (!canShow(one.family, occasion)) return 6;
    if (isCornered(one.family, occasion)) return 5.5;
    if (occasion.isMade && materialFor(one.family, occasion) !== 'picture') return 5;
    if (!carries(one.family, occasion)) return 4;
    // Rather a family that is meant for more words, or fewer, than what the shop has just had.
    return isFresh(one.family) ? 2 : 3;
  };
  return ranked.toSorted((a, b) => placeOf(a) - placeOf(b)).map(({ family }) => family);
}

/**
 * What a family shows of what there is; undefined where it has nothing to show. What is the shop's own is shown, and what
 * was made for it.
 */
export function materialFor(
  { suits }: Pick<DesignFamily, 'suits'>,
  { has, isOwn, isMade }: ToShow,
): MaterialKind | undefined {
  if (isMade && suits.material.includes('picture')) return 'picture';
  const shown = suits.material.find((kind) => kind !== 'type' && has[kind]);
  if (isOwn && shown !== undefined) return shown;
  return suits.material.find((kind) => kind === 'type' || has[kind]);
}

/** Whether a family is made for sheets of such proportions, and for such a cut. */
export function suitsSheet(
  { suits }: Pick<DesignFamily, 'suits'>,
  { width, height }: Size,
  isRound = false,
): boolean {
  const [least, most] = suits.sheet;
  return width >= least * height && width <= most * height && (isRound || suits.cut === undefined);
}

/** Whether a family has all that it needs, a sheet that it is made for, and leaves out nothing that is the shop's own. */
function canShow(family: DesignFamily, occasion: Occasion): boolean {
  const used = materialFor(family, occasion);
  if (
    !suitsSheet(family, occasion.size, occasion.isRound) ||
    used === undefined ||
    (occasion.isOwn && used === 'type')
  )
    return false;
  return family.suits.needs.every((leaf) => occasion.leaves.has(leaf));
}

/** Whether a picture that was made is shown by a family, in its own colours: they are what was asked for. */
const showsMade = (family: DesignFamily, occasion: Occasion): boolean =>
  materialFor(family, occasion) === 'picture' && family.colours.plan !== 'duotone';

/** Whether it is made for corners that the sheet does not have: it is set smaller, inside of the circle. */
const isCornered = ({ suits }: DesignFamily, { isRound = false }: Occasion): boolean =>
  isRound && suits.cut === undefined;

/** Whether it is meant for so many words besides. */
const fits = (family: DesignFamily, occasion: Occasion): boolean =>
  canShow(family, occasion) &&
  !isCornered(family, occasion) &&
  carries(family, occasion) &&
  (!occasion.isMade || showsMade(family, occasion)) &&
  isInside(occasion, family) &&
  isMeantFor(family, occasion.kind) &&
  occasion.headline <= 1.5 * family.suits.headline;

/** Whether a family can feel as is asked: where nothing is, any may be loud. */
export const carries = ({ suits }: Pick<DesignFamily, 'suits'>, { mood }: Pick<Occasion, 'mood'>): boolean =>
  mood === undefined || suits.moods === undefined || suits.moods.includes(mood);

const isMeantFor = ({ suits }: DesignFamily, kind: OccasionKind): boolean =>
  !suits.only || suits.occasions[kind] !== undefined;

function isInside({ letters, details }: Occasion, { suits }: DesignFamily): boolean {
  const [fewest, most] = suits.letters;
  return letters >= fewest && letters <= most && details >= suits.details[0] && details <= suits.details[1];
}

function worthOf(family: DesignFamily, occasion: Occasion): number {
  const { suits } = family;
  const { kind, trades, headline } = occasion;
  return (
    WORTH.occasion * (suits.occasions[kind] ?? 0) +
    (suits.trades.some((trade) => trades.includes(trade)) ? WORTH.trade : 0) -
    COSTS.headline * Math.max(0, headline - suits.headline) -
    (isInside(occasion, family) ? 0 : COSTS.letters)
  );
}
