import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/imaging/random.ts';
import { fitLogistic, probability } from './logistic.ts';
import { calibrationError, reliabilityBins } from './reliability.ts';

/** Photos whose cut-outs are right the more often the higher their first signal is; the second is chance. */
function photos(count: number, seed: number): { rows: number[][]; hits: boolean[] } {
  const random = seededRandom(seed);
  const rows = Array.from({ length: count }, () => [random(), random()]);
  const hits = rows.map(([first]) => random() < 1 / (1 + Math.exp(3 - 6 * first!)));
  return { rows, hits };
}

describe('fitLogistic', () => {
  it('finds which signal speaks, and is honest on photos that it was not fitted to', () => {
    const { rows, hits } = photos(400, 1);
    const model = fitLogistic(rows, hits);
    expect(model.weights[0]).toBeGreaterThan(3);
    expect(model.weights[1]).toBeLessThan(1);
    const fresh = photos(2000, 2);
    const statements = fresh.rows.map((row, i) => ({
      confidence: probability(model, row),
      hit: fresh.hits[i]!,
    }));
    expect(calibrationError(statements)).toBeLessThan(0.08);
  });

  it('gives no weight to a signal that speaks the wrong way round', () => {
    const { rows, hits } = photos(300, 3);
    const turned = rows.map(([first]) => [1 - first!]);
    expect(fitLogistic(turned, hits).weights[0]).toBe(0);
  });
});

describe('calibrationError', () => {
  it('is what confidence and hit rate are apart, and 0 where they agree', () => {
    const half = [true, false].map((hit) => ({ confidence: 0.5, hit }));
    expect(calibrationError(half)).toBe(0);
    expect(calibrationError([{ confidence: 0.95, hit: false }])).toBeCloseTo(0.95, 9);
    expect(reliabilityBins([...half, { confidence: 1, hit: true }]).map(({ count }) => count)).toEqual([
      2, 1,
    ]);
  });
});
