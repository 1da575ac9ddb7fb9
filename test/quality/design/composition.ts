import { type Box, centre, shortSide, turnedBounds } from '../../../src/ad/geometry.ts';
import type { TextBlock } from '../../../src/ad/layout.ts';
import { rgbToOklab } from '../../../src/imaging/colour.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import { type LayoutMetrics, layoutMetrics } from '../../../src/layout/measure/layout-metrics.ts';
import { disharmony } from './harmony.ts';
import { letterSizes } from './letter-sizes.ts';
import type { MadeAd } from './make-ad.ts';
import type { ProductOnAd } from './product-on-ad.ts';

/** What a designer looks at, in numbers. None of it is a rule. */
export interface Composition
  extends Pick<LayoutMetrics, 'ove' | 'ali' | 'occ' | 'rea' | 'uti' | 'onProduct'> {
  /** Distance of the visual weight's middle from the sheet's, as a share of the sheet: 0 = in balance. */
  readonly imbalance: number;
  /** Share of the sheet that neither words nor products nor pictures take. */
  readonly white: number;
  /** Of the headline's em to the smallest letters'. */
  readonly ratio: number;
  /** Share of pairs of words that stand in the order of what matters: headline before conditions. */
  readonly order: number;
  /** Degrees from the nearest harmonic template of hues. */
  readonly disharmony: number;
  /** Height of the free-standing product against the sheet's; undefined where there is none. */
  readonly hero: number | undefined;
  /** Share of the product that is cut off; undefined where nobody can say. */
  readonly cut: number | undefined;
  /** Share of the sheet that boxes of words take. */
  readonly text: number;
  /** Smallest em and least contrast. */
  readonly smallest: number;
  readonly contrast: number;
}

const SIDE = 96;

/** @param glance the ad at a glance */
export function compositionOf(made: MadeAd, product: ProductOnAd, glance: Raster): Composition {
  const { design, words, under } = made;
  const { blocks, size } = design;
  const upright = blocks.map((block) => ({ ...block, box: turnedBounds(block.box, block.angle) }));
  const { ove, ali, occ, rea, uti, onProduct } = layoutMetrics(
    under,
    { ...words, blocks: upright },
    product.matte,
  );
  const sizes = blocks.map(letterSizes);
  const smallest = Math.min(...sizes.map(([least]) => least));
  const loudest = Math.max(...sizes.map(([, most]) => most));
  const boxes = upright.map(({ box }) => box);
  const shown = design.layers.flatMap((layer) =>
    layer.kind === 'picture' || layer.kind === 'hero' ? [layer.box] : [],
  );
  return {
    ove,
    ali,
    occ,
    rea,
    uti,
    onProduct,
    imbalance: imbalanceOf(glance),
    white: 1 - covered(size, [...boxes, ...shown, ...(made.parts?.boxes ?? [])]),
    ratio: loudest / smallest,
    order: orderOf(upright),
    disharmony: disharmony(glance),
    hero: product.isHero ? product.height : undefined,
    cut: product.height === 0 ? undefined : product.cut,
    text: covered(size, boxes),
    smallest: smallest / shortSide(size),
    contrast: Math.min(...blocks.map(({ contrast }) => contrast.wcag)),
  };
}

/** Where what differs from the ground has its middle. The ground is the colour that most of the sheet is near to. */
function imbalanceOf({ width, height, data }: Raster): number {
  const colours = Array.from({ length: width * height }, (_, i) =>
    rgbToOklab([data[4 * i] ?? 0, data[4 * i + 1] ?? 0, data[4 * i + 2] ?? 0]),
  );
  const median = ([0, 1, 2] as const).map((channel) => {
    const sorted = colours.map((colour) => colour[channel]).toSorted((a, b) => a - b);
    return sorted[sorted.length >> 1] ?? 0;
  });
  let [weight, x, y] = [0, 0, 0];
  for (const [i, colour] of colours.entries()) {
    const away = Math.hypot(...colour.map((value, channel) => value - (median[channel] ?? 0)));
    weight += away;
    x += away * ((i % width) + 0.5);
    y += away * (Math.floor(i / width) + 0.5);
  }
  return weight === 0 ? 0 : Math.hypot(x / weight / width - 0.5, y / weight / height - 0.5);
}

function covered({ width, height }: { width: number; height: number }, boxes: readonly Box[]): number {
  let count = 0;
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const [x, y] = [((column + 0.5) * width) / SIDE, ((row + 0.5) * height) / SIDE];
      if (boxes.some((box) => x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height))
        count++;
    }
  }
  return count / (SIDE * SIDE);
}

/** What is read first; slots of one rank may stand in any order. */
const RANKS = { badge: 0, headline: 0, price: 1, sub: 1, details: 2, cta: 3 } as const;

function orderOf(blocks: readonly TextBlock[]): number {
  let [pairs, right] = [0, 0];
  for (const [i, a] of blocks.entries()) {
    for (const b of blocks.slice(i + 1)) {
      const rank = RANKS[a.slot] - RANKS[b.slot];
      if (rank === 0) continue;
      pairs++;
      if (rank < 0 === isBefore(a.box, b.box)) right++;
    }
  }
  return pairs === 0 ? 1 : right / pairs;
}

/** Read from the top, and on one height from the left. */
function isBefore(a: Box, b: Box): boolean {
  const [one, other] = [centre(a), centre(b)];
  const onOneHeight = Math.abs(one.y - other.y) < Math.min(a.height, b.height) / 2;
  return onOneHeight ? one.x < other.x : one.y < other.y;
}
