import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eulerStep, schedule, stepsFor } from '../../src/zimage/scheduler.ts';

const TURBO = { shift: 3 };

const sigmas = (steps: number): number[] => schedule(TURBO, steps, 4096).map(({ sigma }) => sigma);
const f = Math.fround;

describe('schedule', () => {
  it('has the noise levels and times of diffusers bit for bit', () => {
    expect(sigmas(8)).toEqual(
      [1, 0.954545438, 0.899999976, 0.833333313, 0.75, 0.642857134, 0.5, 0.300000012].map(f),
    );
    expect(sigmas(4)).toEqual([1, 0.899999976, 0.75, 0.5].map(f));
    const nine = schedule(TURBO, 9, 4096);
    expect(nine.map(({ sigma }) => sigma)).toEqual(
      [
        1, 0.960000038, 0.913043559, 0.857142806, 0.789473712, 0.70588237, 0.599999964, 0.461538494,
        0.272727281,
      ].map(f),
    );
    expect(nine.map(({ time }) => time)).toEqual(
      [
        0, 0.0399999395, 0.0869564191, 0.142857179, 0.210526302, 0.29411763, 0.400000066, 0.538461566,
        0.727272689,
      ].map(f),
    );
    const eight = schedule(TURBO, 8, 4096);
    expect(eight.map(({ time }) => time)).toEqual(
      [0, 0.0454545915, 0.100000001, 0.166666687, 0.25, 0.357142895, 0.5, 0.699999988].map(f),
    );
  });

  it('goes from pure noise to none, always downwards', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 1, max: 10, noNaN: true }),
        (steps, shift) => {
          const all = schedule({ shift }, steps, 1024);
          expect(all).toHaveLength(steps);
          expect(all[0]!.sigma).toBeCloseTo(1, 6);
          expect(all.at(-1)!.next).toBe(0);
          for (const [i, { sigma, next }] of all.entries()) {
            expect(sigma).toBeGreaterThan(next);
            if (i > 0) expect(all[i - 1]!.next).toBe(sigma);
          }
        },
      ),
    );
  });

  it('shifts more for larger pictures where the checkpoint asks for it', () => {
    const dynamic = { baseShift: 0.5, maxShift: 1.15, baseLength: 256, maxLength: 4096 };
    const at = (tokens: number): number => schedule({ shift: 3, dynamic }, 8, tokens)[4]!.sigma;
    // σ = e^μ / (e^μ + 1/σ⁰ − 1) at σ⁰ = 1/2, with μ = 0.5 for 256 tokens and 1.15 for 4096.
    expect(at(256)).toBeCloseTo(Math.exp(0.5) / (Math.exp(0.5) + 1), 6);
    expect(at(4096)).toBeCloseTo(Math.exp(1.15) / (Math.exp(1.15) + 1), 6);
  });

  it.each([
    [0.1, 7],
    [0.3, 5],
    [0.4, 4],
    [0.5, 4],
    [0.6, 3],
    [0.65, 2],
    [0.7, 2],
    [0.75, 2],
    [0.8, 1],
    [0.9, 0],
    [1, 0],
  ])('leaves out the steps that a strength of %f does not need', (strength, skipped) => {
    const all = schedule(TURBO, 8, 4096);
    expect(stepsFor(all, strength)).toEqual(all.slice(skipped));
  });

  it('refuses strengths that mean nothing', () => {
    const all = schedule(TURBO, 8, 4096);
    expect(() => stepsFor(all, 0)).toThrow(expect.objectContaining({ code: 'strength-too-low' }));
    expect(() => stepsFor(all, 1.1)).toThrow(expect.objectContaining({ code: 'bad-number' }));
    expect(() => stepsFor(all, Number.NaN)).toThrow(expect.objectContaining({ code: 'bad-number' }));
  });

  it('steps along the velocity', () => {
    const latents = Float32Array.of(1, -2);
    eulerStep(latents, Float32Array.of(0.5, 4), { time: 0.5, sigma: 0.5, next: 0.25 });
    expect([...latents]).toEqual([1.125, -1]);
  });
});
