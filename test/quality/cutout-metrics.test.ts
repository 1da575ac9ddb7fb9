import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatte, type Matte } from '../../src/imaging/raster.ts';
import { scoreCutout } from './cutout-metrics.ts';

function square(left: number, side: number, size = 100): Matte {
  const matte = createMatte(size, size);
  for (let y = 20; y < 20 + side; y++) matte.data.fill(255, y * size + left, y * size + left + side);
  return matte;
}

describe('scoreCutout', () => {
  it('gives full marks to the truth itself', () => {
    expect(scoreCutout(square(10, 40), square(10, 40))).toEqual({ iou: 1, boundaryF: 1, mae: 0 });
  });

  it('counts the overlap of two squares side by side', () => {
    const { iou, mae } = scoreCutout(square(10, 40), square(30, 40));
    expect(iou).toBeCloseTo(20 / 60, 6);
    expect(mae).toBeCloseTo((2 * 20 * 40) / 1e4, 6);
  });

  it('forgives an outline that is a pixel off, and not one that is far off', () => {
    expect(scoreCutout(square(11, 40), square(10, 40)).boundaryF).toBe(1);
    expect(scoreCutout(square(50, 40), square(10, 40)).boundaryF).toBeLessThan(0.5);
  });

  it('gives nothing for an empty matte, and full marks when the truth is empty too', () => {
    expect(scoreCutout(createMatte(100, 100), square(10, 40))).toMatchObject({ iou: 0, boundaryF: 0 });
    expect(scoreCutout(createMatte(9, 9), createMatte(9, 9))).toEqual({ iou: 1, boundaryF: 1, mae: 0 });
  });

  it('refuses mattes of different sizes', () => {
    expect(() => scoreCutout(createMatte(2, 2), createMatte(2, 3))).toThrow(RangeError);
  });

  it('is the same from both sides and stays within 0–1', () => {
    const arbitrary = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 144, maxLength: 144 });
    fc.assert(
      fc.property(arbitrary, arbitrary, (a, b) => {
        const [one, other] = [createMatte(12, 12), createMatte(12, 12)];
        one.data.set(a);
        other.data.set(b);
        const [there, back] = [scoreCutout(one, other), scoreCutout(other, one)];
        expect(there.iou).toBe(back.iou);
        expect(there.boundaryF).toBeCloseTo(back.boundaryF, 12);
        for (const score of Object.values(there)) expect(score >= 0 && score <= 1).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
