import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  componentsOf,
  dilated,
  eroded,
  floodedWide,
  inverted,
  type Mask,
  maskOf,
  opened,
} from '../../../src/imaging/cutout/mask.ts';

const masks: fc.Arbitrary<Mask> = fc
  .record({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 12 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.integer({ min: 0, max: 1 }), { minLength: width * height, maxLength: width * height })
      .map((bits) => ({ width, height, data: Uint8Array.from(bits) })),
  );

const radii = fc.integer({ min: 0, max: 4 });

/** Any pixel inside within the square around a place. */
function touched({ width, height, data }: Mask, i: number, radius: number): boolean {
  const [x, y] = [i % width, Math.floor(i / width)];
  for (let row = Math.max(0, y - radius); row <= Math.min(height - 1, y + radius); row++) {
    for (let column = Math.max(0, x - radius); column <= Math.min(width - 1, x + radius); column++) {
      if (data[row * width + column] === 1) return true;
    }
  }
  return false;
}

const isWithin = (inner: Mask, outer: Mask): boolean =>
  inner.data.every((value, i) => value <= outer.data[i]!);

describe('dilated and eroded', () => {
  it('take in what lies within the square, and its opposite', () => {
    fc.assert(
      fc.property(masks, radii, (mask, radius) => {
        const { width, height } = mask;
        expect(dilated(mask, radius)).toEqual(maskOf(width, height, (i) => touched(mask, i, radius)));
        const outside = inverted(mask);
        expect(eroded(mask, radius)).toEqual(maskOf(width, height, (i) => !touched(outside, i, radius)));
      }),
    );
  });

  it('opening takes away and never adds', () => {
    fc.assert(fc.property(masks, radii, (mask, radius) => isWithin(opened(mask, radius), mask)));
  });
});

describe('floodedWide', () => {
  it('stays within what lets it pass, and takes in the seeds that lie on a wide way', () => {
    fc.assert(
      fc.property(masks, radii, (passable, radius) => {
        const all = maskOf(passable.width, passable.height, () => true);
        const flood = floodedWide(passable, all, radius);
        expect(isWithin(flood, passable)).toBe(true);
        expect(isWithin(eroded(passable, radius), flood)).toBe(true);
      }),
    );
  });

  it('goes through a wide gap in a wall, and not through a narrow one', () => {
    const through = (gap: number): boolean => {
      const passable = maskOf(30, 21, (i) => i % 30 !== 15 || Math.abs(Math.floor(i / 30) - 10) < gap / 2);
      const seeds = maskOf(30, 21, (i) => i % 30 === 0);
      return floodedWide(passable, seeds, 2).data[10 * 30 + 28] === 1;
    };
    expect([through(3), through(7)]).toEqual([false, true]);
  });
});

describe('componentsOf', () => {
  it('deals every pixel to one piece, the largest first', () => {
    fc.assert(
      fc.property(masks, (mask) => {
        const pieces = componentsOf(mask);
        const dealt = pieces.flatMap(({ pixels }) => [...pixels]).toSorted((a, b) => a - b);
        expect(dealt).toEqual([...mask.data.keys()].filter((i) => mask.data[i] === 1));
        const sizes = pieces.map(({ pixels }) => pixels.length);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      }),
    );
  });

  it('knows where a piece lies and whether it touches the edge', () => {
    const mask = maskOf(9, 7, (i) => i % 9 >= 3 && i % 9 <= 5 && i >= 18 && i < 36);
    const [piece] = componentsOf(mask);
    expect(piece).toMatchObject({ left: 3, right: 5, top: 2, bottom: 3, touchesEdge: false });
    expect(componentsOf(inverted(mask))[0]?.touchesEdge).toBe(true);
  });
});
