import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contains, intersection, toWholePixels } from '../../src/ad/geometry.ts';

it('takes a box in whole pixels that leaves out none of it, and nothing beyond the picture', () => {
  const number = fc.double({ min: -30, max: 130, noNaN: true });
  const length = fc.double({ min: 1, max: 90, noNaN: true });
  const picture = { x: 0, y: 0, width: 100, height: 80 };
  fc.assert(
    fc.property(number, number, length, length, (x, y, width, height) => {
      const seen = intersection({ x, y, width, height }, picture);
      fc.pre(seen.width > 0 && seen.height > 0);
      const whole = toWholePixels({ x, y, width, height }, picture);
      expect(Object.values(whole).every(Number.isInteger)).toBe(true);
      expect(contains(picture, whole)).toBe(true);
      expect(whole.x <= seen.x && whole.y <= seen.y).toBe(true);
      expect(whole.x + whole.width).toBeGreaterThanOrEqual(seen.x + seen.width - 1e-9);
      expect(whole.y + whole.height).toBeGreaterThanOrEqual(seen.y + seen.height - 1e-9);
    }),
  );
});
