import { isPill } from '../../ad/copy.ts';
import { shortSide } from '../../ad/geometry.ts';
import type { TextLayout } from '../../ad/layout.ts';
import type { LayoutMetrics } from './layout-metrics.ts';
import type { Legibility } from './legibility.ts';

/** How good a layout is, by what was measured of it; less is better, and a broken rule outweighs all beauty. */
export interface LayoutScore {
  readonly total: number;
  /** Blocks that touch the product, leave the margins, lie on one another, or cannot be read. */
  readonly broken: number;
}

/** What one broken rule costs: more than everything else together. */
const BROKEN = 10;

/**
 * Weights of what is left when no rule is broken. Occlusion and gradient are what posters are judged by first (see
 * LayoutMetrics); a headline of a tenth of the shorter side is as large as a poster's should be.
 */
const WEIGHTS = { occ: 1, rea: 2, ali: 4, small: 0.8, laid: 0.25, clutter: 0.5 };
const POSTER_HEADLINE = 0.1;

/** Overlap of boxes below which it is rounding. */
const TOUCHING = 0.001;

export function scoreLayout(
  layout: TextLayout,
  metrics: LayoutMetrics,
  legibility: readonly Legibility[],
): LayoutScore {
  const broken =
    (metrics.onProduct > 0 ? 1 : 0) +
    metrics.outside +
    (metrics.ove > TOUCHING ? 1 : 0) +
    legibility.filter((block) => !block.isEnough).length;
  const clutter = mean(legibility.map(({ agreement }) => 1 - agreement));
  const total =
    BROKEN * broken +
    WEIGHTS.occ * metrics.occ +
    WEIGHTS.rea * metrics.rea +
    WEIGHTS.ali * metrics.ali +
    WEIGHTS.small * smallness(layout) +
    WEIGHTS.laid * laidUnder(layout) +
    WEIGHTS.clutter * clutter;
  return { total, broken };
}

/** By how much the largest words fall short of a poster's, 0–1. */
function smallness({ blocks, size }: TextLayout): number {
  if (blocks.length === 0) return 0;
  const largest = Math.max(...blocks.map((block) => block.size)) / shortSide(size);
  return Math.max(0, 1 - largest / POSTER_HEADLINE);
}

/** Share of the blocks that needed something laid under or around them; a badge or a call to action has its pill anyway. */
function laidUnder({ blocks }: TextLayout): number {
  const lettered = blocks.filter(({ slot }) => !isPill(slot));
  return mean(lettered.map(({ treatment }) => (treatment === 'none' ? 0 : 1)));
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
