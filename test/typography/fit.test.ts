import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemesOf } from '../../src/text/graphemes.ts';
import { breakUnits } from '../../src/typography/break-lines.ts';
import { type Fit, type FitRequest, fitText } from '../../src/typography/fit.ts';
import { faces } from '../faces.ts';

const style = {
  slot: 'headline',
  face: 'Pretendard',
  weight: 700,
  lineHeight: 1.2,
  tracking: -0.02,
} as const;

const fitting = (text: string, more: Partial<FitRequest> = {}): readonly Fit[] =>
  fitText(
    {
      units: breakUnits(text),
      style,
      width: 800,
      height: 400,
      smallest: 24,
      largest: 140,
      maxLines: 4,
      mayPart: true,
      ...more,
    },
    faces,
  );

describe('fitText', () => {
  it('sets a headline as large as its box allows', () => {
    const [best] = fitting('딸기라떼').toSorted((a, b) => b.size - a.size);
    expect(best?.size).toBe(140);
    for (const one of fitting('따뜻한 한 잔, 딸기라떼', { width: 400 })) {
      expect(Math.max(one.width / 400, one.height / 400, one.size / 140)).toBeGreaterThan(0.93);
    }
  });

  it('parts a word that is wider than the box, and never into single syllables', () => {
    const [best] = fitting('초특가대할인행사기간한정판매', {
      width: 200,
      height: 600,
      largest: 60,
      maxLines: 8,
    });
    expect(best).toBeDefined();
    for (const line of best?.lines ?? []) expect(graphemesOf(line).length).toBeGreaterThan(1);
  });

  it('parts no word unless it may', () => {
    const narrow = { width: 140, height: 600, largest: 60, maxLines: 8, smallest: 40 };
    expect(fitting('신상이 들어왔어요', narrow).flatMap(({ lines }) => lines)).toContain('어요');
    expect(fitting('신상이 들어왔어요', { ...narrow, mayPart: false })).toEqual([]);
  });

  it('says so when nothing fits', () => {
    expect(fitting('아주 긴 문장이 여기에 있어요 '.repeat(20), { width: 120, height: 40 })).toEqual([]);
  });

  it('never exceeds its box, measured on the ink', () => {
    const text = fc.array(
      fc.constantFrom('딸기라떼', '9,900원', '오늘만', 'Latte', 'jgpqy', 'ÅÉ', '한', '봄,'),
      {
        minLength: 1,
        maxLength: 7,
      },
    );
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 120, max: 900 }),
        fc.integer({ min: 60, max: 500 }),
        (words, width, height) => {
          for (const one of fitting(words.join(' '), { width, height })) {
            expect(one.width).toBeLessThanOrEqual(width);
            expect(one.height).toBeLessThanOrEqual(height);
            expect(one.size).toBeGreaterThanOrEqual(24);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
