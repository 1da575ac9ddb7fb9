import { blockDistance, colourDistance, distance, type Look } from './distance.ts';
import type { Judged } from './judge.ts';

/** Mean distances of pairs of ads of one format and one material. */
interface Apart {
  readonly within: number;
  readonly between: number;
  readonly ratio: number;
}

/** Of the nearest pairs and the loosest families so many are told. */
const NEAREST = 8;
const LOOSEST = 12;

type Measure = (a: Look, b: Look) => number;

const MEASURES: Readonly<Record<string, Measure>> = {
  distance,
  'of colours': colourDistance,
  'of blocks': blockDistance,
};

/** How far ads of unlike families are from one another, against ads of one family for other requests. */
export function reportDistances(ads: readonly Judged[], log: (line: string) => void): void {
  if (!Number.isFinite(apart(ads, distance).ratio)) {
    log('distances: two families with two ads each of one format and material are needed');
    return;
  }
  for (const [name, measure] of Object.entries(MEASURES)) {
    const { within, between, ratio } = apart(ads, measure);
    log(
      `${name}: between families ${between.toFixed(3)}, within one ${within.toFixed(3)}: ${ratio.toFixed(2)} times`,
    );
  }
  log(toldApart(ads));
  const families = [...new Set(ads.map(({ family }) => family.key))];
  const pairs = families.flatMap((a, i) => families.slice(i + 1).map((b) => [a, b] as const));
  const nearest = pairs
    .map(([a, b]) => ({ a, b, apart: meanOver(ads, distance, a, b) }))
    .filter((pair) => Number.isFinite(pair.apart))
    .toSorted((one, other) => one.apart - other.apart)
    .slice(0, NEAREST);
  log(
    `nearest families: ${nearest.map(({ a, b, apart: far }) => `${a} – ${b} ${far.toFixed(2)}`).join(', ')}`,
  );
  log(`loosest families: ${loosest(ads, families).join(', ')}`);
}

/** Families whose own ads are furthest from one another, with what of it are colours and what are blocks. */
function loosest(ads: readonly Judged[], families: readonly string[]): readonly string[] {
  return families
    .map((key) => {
      const own = ads.filter(({ family }) => family.key === key);
      const within = (measure: Measure): number => apart(own, measure).within;
      return { key, far: within(distance), colours: within(colourDistance), blocks: within(blockDistance) };
    })
    .filter(({ far }) => Number.isFinite(far))
    .toSorted((a, b) => b.far - a.far)
    .slice(0, LOOSEST)
    .map(
      ({ key, far, colours, blocks }) =>
        `${key} ${far.toFixed(2)} (colours ${colours.toFixed(2)}, blocks ${blocks.toFixed(2)})`,
    );
}

function apart(ads: readonly Judged[], measure: Measure): Apart {
  const [within, between] = [sums(), sums()];
  forPairs(ads, (a, b) => {
    const sum = a.family.key === b.family.key ? within : between;
    sum.add(measure(a.look, b.look));
  });
  return { within: within.mean(), between: between.mean(), ratio: between.mean() / within.mean() };
}

function meanOver(ads: readonly Judged[], measure: Measure, one: string, other: string): number {
  const sum = sums();
  const own = ads.filter(({ family }) => family.key === one || family.key === other);
  forPairs(own, (a, b) => {
    if (a.family.key !== b.family.key) sum.add(measure(a.look, b.look));
  });
  return sum.mean();
}

/** Whether an ad's nearest neighbour, of another request, is of its own family: what shuffled copies could not be told by. */
function toldApart(ads: readonly Judged[]): string {
  const nearest = ads.flatMap((one) => {
    const others = ads.filter(
      (other) =>
        other.request !== one.request &&
        other.format.key === one.format.key &&
        other.material === one.material,
    );
    if (!others.some(({ family }) => family.key === one.family.key)) return [];
    const found = others
      .map((other) => ({ other, far: distance(one.look, other.look) }))
      .reduce((a, b) => (b.far < a.far ? b : a)).other;
    return [found.family.key === one.family.key];
  });
  const share = nearest.filter((isOwn) => isOwn).length / Math.max(1, nearest.length);
  const families = new Set(ads.map(({ family }) => family.key)).size;
  const chance = 1 / Math.max(1, families);
  return `told by their look: ${(100 * share).toFixed(0)} % of ads are nearest to one of their own family (${(100 * chance).toFixed(0)} % by chance)`;
}

function forPairs(ads: readonly Judged[], take: (a: Judged, b: Judged) => void): void {
  for (const [i, a] of ads.entries()) {
    for (const b of ads.slice(i + 1)) {
      if (a.format.key === b.format.key && a.material === b.material) take(a, b);
    }
  }
}

function sums(): { add(value: number): void; mean(): number } {
  let [total, count] = [0, 0];
  return {
    add: (value) => {
      total += value;
      count++;
    },
    mean: () => total / count,
  };
}
