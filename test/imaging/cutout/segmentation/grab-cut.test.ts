import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mask } from '../../../../src/imaging/cutout/mask.ts';
import { cutCoarseToFine } from '../../../../src/imaging/cutout/segmentation/coarse-to-fine.ts';
import {
  costOf,
  learnMixture,
  relearnMixture,
} from '../../../../src/imaging/cutout/segmentation/colour-mixture.ts';
import {
  BACKGROUND,
  grabCut,
  LIKELY_BACKGROUND,
  LIKELY_PRODUCT,
  PRODUCT,
} from '../../../../src/imaging/cutout/segmentation/grab-cut.ts';
import { type CutGraph, minimumCut, SIDES } from '../../../../src/imaging/cutout/segmentation/minimum-cut.ts';
import { seededRandom } from '../../../../src/imaging/random.ts';

/** Whole numbers, so that equal cuts are equal to the last bit. */
const whole = fc.integer({ min: 0, max: 9 });

/** A grid of nodes, each tied to the next across and down. */
const grids = fc
  .record({ columns: fc.integer({ min: 1, max: 4 }), rows: fc.integer({ min: 1, max: 3 }) })
  .chain(({ columns, rows }) =>
    fc.record({
      columns: fc.constant(columns),
      pulls: fc.array(fc.integer({ min: -9, max: 9 }), {
        minLength: columns * rows,
        maxLength: columns * rows,
      }),
      costs: fc.array(whole, { minLength: 2 * columns * rows, maxLength: 2 * columns * rows }),
    }),
  );

interface Grid {
  readonly columns: number;
  readonly pulls: readonly number[];
  readonly costs: readonly number[];
}

/** Pairs of tied nodes and what it costs to part them. */
function tiesOf({ columns, pulls, costs }: Grid): (readonly [from: number, to: number, cost: number])[] {
  return pulls.flatMap((_, node) => [
    ...(node % columns < columns - 1 ? [[node, node + 1, costs[2 * node]!] as const] : []),
    ...(node + columns < pulls.length ? [[node, node + columns, costs[2 * node + 1]!] as const] : []),
  ]);
}

function graphOf(grid: Grid): CutGraph {
  const count = grid.pulls.length;
  const heads = new Int32Array(count * SIDES).fill(-1);
  const costs = new Float64Array(count * SIDES);
  for (const [from, to, cost] of tiesOf(grid)) {
    const side = to === from + 1 && grid.columns > 1 ? 0 : 2;
    heads[from * SIDES + side] = to;
    heads[to * SIDES + side + 1] = from;
    costs[from * SIDES + side] = cost;
    costs[to * SIDES + side + 1] = cost;
  }
  return { count, pulls: Float64Array.from(grid.pulls), heads, costs };
}

/** What it costs to have these nodes on the source's side and all others on the sink's. */
function priceOf(grid: Grid, onSource: (node: number) => boolean): number {
  let price = 0;
  for (const [node, pull] of grid.pulls.entries()) {
    if (pull > 0 && !onSource(node)) price += pull;
    if (pull < 0 && onSource(node)) price -= pull;
  }
  for (const [from, to, cost] of tiesOf(grid)) if (onSource(from) !== onSource(to)) price += cost;
  return price;
}

describe('minimumCut', () => {
  it('is as cheap as the cheapest of all cuts', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const sides = minimumCut(graphOf(grid));
        let least = Number.POSITIVE_INFINITY;
        for (let choice = 0; choice < 2 ** grid.pulls.length; choice++) {
          least = Math.min(
            least,
            priceOf(grid, (node) => (choice & (1 << node)) > 0),
          );
        }
        expect(priceOf(grid, (node) => sides[node] === 1)).toBe(least);
      }),
      { numRuns: 150 },
    );
  });
});

/** Colours about a middle, three bytes each. */
function colours(count: number, middle: readonly number[], wide: number, seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count * 3 }, (_, k) =>
    Math.round(middle[k % 3]! + wide * (random() + random() - 1)),
  );
}

describe('learnMixture', () => {
  const samples = Uint8Array.from([
    ...colours(300, [200, 60, 40], 12, 1),
    ...colours(300, [40, 60, 180], 12, 2),
  ]);

  it('finds the colours it learnt likelier than any other', () => {
    const mixture = relearnMixture(learnMixture(samples), samples);
    for (const [x, y, z] of [
      [200, 60, 40],
      [40, 60, 180],
    ] as const) {
      expect(costOf(mixture, x, y, z)).toBeLessThan(costOf(mixture, 120, 60, 110) - 5);
      expect(costOf(mixture, x, y, z)).toBeLessThan(costOf(mixture, x, y + 60, z) - 5);
    }
  });

  it('learns the same each time', () => {
    expect(learnMixture(samples)).toEqual(learnMixture(samples));
  });

  it('learns from one colour alone', () => {
    const mixture = learnMixture(new Uint8Array(300).fill(90));
    expect(costOf(mixture, 90, 90, 90)).toBeLessThan(costOf(mixture, 92, 90, 90));
    expect(Number.isFinite(costOf(mixture, 0, 255, 0))).toBe(true);
  });
});

/** A red disc on grey, marked as product in its heart and as background along the frame. */
function scene(side: number): { features: Uint8Array; marks: Uint8Array; truth: Uint8Array } {
  const random = seededRandom(3);
  const features = new Uint8Array(side * side * 3);
  const marks = new Uint8Array(side * side);
  const truth = new Uint8Array(side * side);
  for (let i = 0; i < truth.length; i++) {
    const [x, y] = [i % side, Math.floor(i / side)];
    const away = Math.hypot(x - side / 2, y - side / 2) / side;
    truth[i] = away < 0.3 ? 1 : 0;
    const colour = truth[i] === 1 ? [190, 60, 50] : [150, 146, 140];
    for (let c = 0; c < 3; c++) features[i * 3 + c] = colour[c]! + 16 * (random() - 0.5);
    if (away < 0.1) marks[i] = PRODUCT;
    else if (away > 0.45) marks[i] = BACKGROUND;
    else marks[i] = away < 0.25 ? LIKELY_PRODUCT : LIKELY_BACKGROUND;
  }
  return { features, marks, truth };
}

const shareOff = (mask: Mask | undefined, truth: Uint8Array): number =>
  truth.reduce((sum, value, i) => sum + Math.abs(value - mask!.data[i]!), 0) / truth.length;

describe('grabCut', () => {
  it('finds the outline between the marks', () => {
    const { features, marks, truth } = scene(80);
    expect(shareOff(grabCut({ width: 80, height: 80 }, { features, marks }, 2), truth)).toBeLessThan(0.002);
  });

  it('keeps what is certain, whatever its colour', () => {
    const { features, marks } = scene(80);
    marks.fill(PRODUCT, 0, 80);
    const mask = grabCut({ width: 80, height: 80 }, { features, marks }, 2);
    expect(mask!.data.subarray(0, 80).every((value) => value === 1)).toBe(true);
  });

  it('has nothing to learn from without product', () => {
    const { features } = scene(80);
    const marks = new Uint8Array(6400).fill(LIKELY_BACKGROUND);
    expect(grabCut({ width: 80, height: 80 }, { features, marks }, 2)).toBeUndefined();
  });

  it('comes to the same outline when it is cut coarsely first, at odd sizes, too', () => {
    for (const side of [80, 81]) {
      const { features, marks, truth } = scene(side);
      const size = { width: side, height: side };
      expect(shareOff(cutCoarseToFine(size, { features, marks }, 2), truth)).toBeLessThan(0.002);
    }
  });
});
