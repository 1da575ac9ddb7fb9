import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/language/edit-distance.ts';

describe('the distance of two names', () => {
  it('is one wrong jamo for 카패 and 카페', () => {
    expect(editDistance('카패', '카페')).toBe(1);
  });

  it('counts a swap of neighbours once', () => {
    expect(editDistance('caef', 'cafe')).toBe(1);
  });

  it('does not mind case, blanks and hyphens', () => {
    expect(editDistance('Hair Salon', 'hair-salon')).toBe(0);
  });

  it('is nothing to itself, the same both ways, and never above the longer word', () => {
    const word = fc.string({ unit: fc.constantFrom(...'가나다abc각 '), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        const strokes = (text: string): number => text.normalize('NFD').replaceAll(' ', '').length;
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(strokes(a), strokes(b)));
      }),
    );
  });
});
