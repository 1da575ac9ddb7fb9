import { blockDistance, colourDistance, distance, type Look } from './distance.ts';
import type { Judged } from './judge.ts';

/** Mean distances of pairs of ads of one format and one material. */
interface Apart {
  readonly within: number;
  readonly between: number;
  readonly ratio: number;
}

type Measure = (a: Look, b: Look) => number;

const MEASURES: Readonly<Record<string, Measure>> = {
  distance,
  'of colours': colourDistance,
  'of blocks': blockDistance,
};

/** How far ads of unlike families are from one another, against ads of one family for other requests. */
export function reportDistances(ads: readonly Judged[], log: (line: string) => void): void {
  for (const [name, measure] of Object.entries(MEASURES)) {
    const { within, between, ratio } = apart(ads, measure);
    log(
      `${name}: between families ${between.toFixed(3)}, within one ${within.toFixed(3)}: ${ratio.toFixed(2)} times`,
    );
  }
  const families = [...new Set(ads.map(({ family }) => family.key))];
  const pairs = families.flatMap((a, i) => families.slice(i + 1).map((b) => [a, b] as const));
  const nearest = pairs
    .map(([a, b]) => ({ a, b, apart: meanOver(ads, distance, a, b) }))
    .filter((pair) => Number.isFinite(pair.apart))
    .toSorted((one, other) => one.apart - other.apart)
    .slice(0, 5);
  log(
    `nearest families: ${nearest.map(({ a, b, apart: far }) => `${a} – ${b} ${far.toFixed(2)}`).join(', ')}`,
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
