import type { Brief } from '../ad/brief.ts';
import { ANY_FAMILY, SCENE_FAMILY } from '../ad/design.ts';
import type { PageContent } from '../ad/page.ts';
import { defined } from '../collections/defined.ts';
import { seedFor } from '../imaging/random.ts';
import type { DesignBox, DesignFamily } from '../presets/design.ts';
import type { PageTrees } from '../presets/page-trees.ts';

export type { PageTrees };

/** Plans of colours that are made for one photo, or for the two inks of one print: no set is laid out in them. */
const OF_ONE_SHEET: ReadonlySet<DesignFamily['colours']['plan']> = new Set(['photo', 'duotone']);

/** What decides which look a set of pages has: nothing that differs between its pages. */
interface SetWish {
  readonly brief: Pick<Brief, 'occasion'>;
  /** Names of the shop's trade and of its family of trades. */
  readonly trades: readonly string[];
  readonly family?: string;
  readonly others: readonly string[];
  readonly seed: number;
}

/** How many of the looks that suit best the seed chooses from. */
const CHOICE = 6;

/**
 * The families whose colours and faces a set of pages may have, best first: the one that was asked for, else one that suits
 * occasion and trade, by the seed. The same for all pages of one request.
 */
export function looksFor(
  families: readonly DesignFamily[],
  { brief, trades, family = ANY_FAMILY, others, seed }: SetWish,
): readonly DesignFamily[] {
  const worth = ({ suits }: DesignFamily): number =>
    (suits.occasions[brief.occasion ?? 'everyday'] ?? 0) +
    (suits.trades.some((trade) => trades.includes(trade)) ? 0.5 : 0);
  const able = families.filter(({ colours }) => !OF_ONE_SHEET.has(colours.plan));
  const ranked = able.toSorted((a, b) => worth(b) - worth(a));
  const fresh = ranked.filter(({ key }) => !others.includes(key));
  const best = (fresh.length === 0 ? ranked : fresh).slice(0, CHOICE);
  const chosen = best[seedFor(seed, 'look of pages') % best.length];
  const asked = family === ANY_FAMILY || family === SCENE_FAMILY ? chosen?.key : family;
  const first = families.find(({ key }) => key === asked) ?? chosen;
  return [...(first === undefined ? [] : [first]), ...ranked.filter(({ key }) => key !== first?.key)];
}

/**
 * A look's colours and faces on the boxes of one page.
 *
 * @param surface of a block of a long page: its ground
 */
export function pageFamily(
  look: DesignFamily,
  page: PageContent,
  trees: PageTrees,
  surface?: DesignBox['surface'],
): DesignFamily {
  const { why, material, sheet } = trees[page.role];
  return {
    ...look,
    why,
    suits: {
      material: [...material],
      sheet: ANY_SHEET,
      needs: [],
      occasions: {},
      only: false,
      trades: [],
      letters: [0, 2000],
      details: [0, 20],
      headline: 80,
    },
    margin: 6,
    sheet: page.sliced ? { ...sheet, ...defined({ surface }) } : framed(sheet, page),
  };
}

/** Width to height: the boxes of a page differ by its shape themselves. */
const ANY_SHEET: [number, number] = [0.05, 20];

/** Hundredths. */
const BAND = 7;
const BEAD = 13;
const HILL = 96;
const DOT = 1.5;

/**
 * What makes pages a set: a band at the foot that runs on from page to page, with rounds that every two of them share over
 * the edge between them, and a dot for each page.
 */
function framed(sheet: DesignBox, { number, of }: PageContent): DesignBox {
  const dots = Array.from({ length: of }, (_, i): DesignBox => {
    const isThis = i + 1 === number;
    return {
      surface: 'dark',
      shape: 'box',
      radius: DOT / 2,
      width: isThis ? 3 * DOT : DOT,
      height: DOT,
      shrink: 0,
    };
  });
  const round = (side: 'left' | 'right', width: number, surface: 'accent' | 'step'): DesignBox => ({
    surface,
    shape: 'disc',
    width,
    height: width,
    at: { [side]: -width / 2, bottom: BAND - width / 2 },
    bleed: true,
  });
  const { padding: _, ...root } = sheet;
  return {
    ...(root.surface === undefined ? {} : { surface: root.surface }),
    children: [
      ...(number > 1 ? [round('left', HILL, 'step'), round('left', BEAD, 'accent')] : []),
      ...(number < of ? [round('right', HILL, 'step'), round('right', BEAD, 'accent')] : []),
      { ...sheet, grow: 1, shrink: 1 },
      {
        surface: 'accent',
        height: BAND,
        shrink: 0,
        direction: 'row',
        justify: 'centre',
        align: 'centre',
        gap: DOT,
        children: dots,
      },
    ],
  };
}
