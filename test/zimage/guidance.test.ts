import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyGuidance, isGuided } from '../../src/zimage/guidance.ts';
import type { Planes } from '../../src/zimage/planes.ts';
import { NO_GUIDANCE } from './support/no-guidance.ts';

const planes = (values: readonly number[]): Planes => ({
  channels: 1,
  height: 1,
  width: values.length,
  data: Float32Array.from(values),
});
const length = ({ data }: Planes): number => Math.hypot(...data);

describe('guidance', () => {
  it('is off at 0, and after the time of truncation', () => {
    expect(isGuided(NO_GUIDANCE, 0)).toBe(false);
    const guidance = { scale: 2, normalization: 0, truncation: 0.5 };
    expect([0, 0.5, 0.50001, 1].map((time) => isGuided(guidance, time))).toEqual([true, true, false, false]);
    expect(isGuided({ ...guidance, truncation: 1 }, 1)).toBe(true);
    // As in diffusers, a truncation above 1 counts as none.
    expect(isGuided({ ...guidance, truncation: 1.5 }, 1)).toBe(true);
  });

  it('drives away from the negative prediction', () => {
    const guided = applyGuidance(planes([1, 2]), planes([0, 4]), {
      scale: 2,
      normalization: 0,
      truncation: 1,
    });
    expect([...guided.data]).toEqual([3, -2]);
  });

  it('never lengthens a prediction beyond the normalisation, and keeps its direction', () => {
    const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(values, values, fc.double({ min: 0.1, max: 2, noNaN: true }), (a, b, normalization) => {
        const [positive, negative] = [planes(a), planes(b)];
        const free = applyGuidance(positive, negative, { scale: 3, normalization: 0, truncation: 1 });
        const bound = applyGuidance(positive, negative, { scale: 3, normalization, truncation: 1 });
        expect(length(bound)).toBeLessThanOrEqual(normalization * length(positive) * (1 + 1e-5) + 1e-6);
        const dot = free.data.reduce((sum, x, i) => sum + x * bound.data[i]!, 0);
        expect(dot).toBeGreaterThanOrEqual(length(free) * length(bound) * (1 - 1e-4) - 1e-6);
      }),
    );
  });
});
