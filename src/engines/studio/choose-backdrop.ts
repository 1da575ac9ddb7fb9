import type { BackdropName, MaterialName, SceneBrief } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';

/** Each backdrop of a brief is chosen this much more often than the next one. */
const PREFERENCE = 2.2;

const TABLE_TOPS: readonly MaterialName[] = [
  'oak',
  'walnut',
  'marble',
  'dark-marble',
  'linen',
  'terrazzo',
  'concrete',
  'plaster',
  'slate',
  'kraft',
];

/** Surfaces that a backdrop can be made with; with all others it keeps its own. */
const SURFACES: Readonly<Record<BackdropName, readonly MaterialName[]>> = {
  sweep: ['plaster', 'concrete', 'linen', 'kraft', 'hanji'],
  table: [...TABLE_TOPS, 'silk', 'hanji'],
  podium: ['marble', 'dark-marble', 'terrazzo', 'concrete', 'plaster', 'oak', 'walnut', 'slate'],
  arch: ['plaster', 'terrazzo', 'marble', 'concrete'],
  gobo: TABLE_TOPS,
  bokeh: ['walnut', 'oak', 'slate', 'dark-marble', 'marble', 'concrete'],
  'colour-block': [],
  'paper-cut': [],
  fabric: ['silk', 'linen'],
  outdoor: ['oak', 'walnut', 'concrete', 'linen'],
  water: [],
  sunburst: [],
  hanji: ['walnut', 'oak', 'slate', 'linen'],
  chalkboard: ['oak', 'walnut', 'concrete'],
  shelf: TABLE_TOPS,
  tiles: ['marble', 'terrazzo', 'oak', 'walnut', 'concrete'],
};

export interface BackdropChoice {
  readonly recipe: BackdropName;
  readonly material?: MaterialName;
  /** Place among the scene's backdrops: 0 = the one that suits best. */
  readonly rank: number;
}

/**
 * Which of the scene's backdrops is made for a seed, and of what: mostly the best, at times the next, so that
 * variants differ. The same seed chooses the same.
 */
export function chooseBackdrop({ backdrops, materials }: SceneBrief, seed: number): BackdropChoice {
  const weights = backdrops.map((_, rank) => PREFERENCE ** -rank);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = seededRandom(seedFor(seed, 'backdrop'))() * total;
  let rank = 0;
  while (rank < backdrops.length - 1 && left >= (weights[rank] ?? 0)) left -= weights[rank++] ?? 0;
  const recipe = backdrops[rank] ?? 'sweep';
  const material = materials.find((name) => SURFACES[recipe].includes(name));
  return { recipe, rank, ...defined({ material }) };
}
