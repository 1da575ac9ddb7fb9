import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatte, type Matte } from '../../src/imaging/raster.ts';
import { isAccepted, scoreBest, scoreCutout } from './cutout-metrics.ts';

function square(left: number, side: number, size = 100): Matte {
  const matte = createMatte(size, size);
  for (let y = 20; y < 20 + side; y++) matte.data.fill(255, y * size + left, y * size + left + side);
  return matte;
}

describe('scoreCutout', () => {
  it('gives full marks to the truth itself', () => {
    expect(scoreCutout(square(10, 40), square(10, 40))).toEqual({ iou: 1, boundaryF: 1, mae: 0, flaw: 0 });
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
    expect(scoreCutout(createMatte(9, 9), createMatte(9, 9))).toEqual({
      iou: 1,
      boundaryF: 1,
      mae: 0,
      flaw: 0,
    });
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

  it('measures the largest piece that is missing or too much, not the rim', () => {
    const truth = square(10, 40);
    expect(scoreCutout(square(11, 40), truth).flaw).toBe(0);
    const holed = square(10, 40);
    for (let y = 30; y < 42; y++) holed.data.fill(0, y * 100 + 20, y * 100 + 32);
    expect(scoreCutout(holed, truth).flaw).toBeGreaterThan(0.05);
    const crumb = square(10, 40);
    for (let y = 70; y < 90; y++) crumb.data.fill(255, y * 100 + 60, y * 100 + 80);
    expect(scoreCutout(crumb, truth).flaw).toBeCloseTo(0.25, 2);
  });

  it('misses a thin part that is gone', () => {
    const truth = square(10, 40);
    for (let y = 60; y < 98; y++) truth.data.fill(255, y * 100 + 28, y * 100 + 30);
    expect(scoreCutout(square(10, 40), truth).flaw).toBeGreaterThan(0.03);
  });
});

describe('isAccepted', () => {
  it('refuses one large flaw as well as many small ones', () => {
    expect(isAccepted({ iou: 0.95, flaw: 0.01 })).toBe(true);
    expect(isAccepted({ iou: 0.95, flaw: 0.05 })).toBe(false);
    expect(isAccepted({ iou: 0.85, flaw: 0.01 })).toBe(false);
  });
});

describe('scoreBest', () => {
  it('takes any of several right answers', () => {
    const [one, other] = [square(10, 30), square(60, 30)];
    const both = createMatte(100, 100);
    for (let i = 0; i < both.data.length; i++) both.data[i] = one.data[i]! + other.data[i]!;
    expect(scoreBest(other, { truth: both, others: [one, other] }).iou).toBe(1);
    expect(scoreBest(other, { truth: both }).iou).toBeCloseTo(0.5, 6);
  });
});
