import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviceFor } from '../../../../src/imaging/cutout/confidence/advice.ts';
import { confidenceOf } from '../../../../src/imaging/cutout/confidence/confidence.ts';
import type { CutoutSignals } from '../../../../src/imaging/cutout/confidence/signals.ts';

const good: CutoutSignals = {
  onEdges: 1,
  strength: 1,
  atFrame: 0,
  atBorder: 0,
  known: 1,
  plain: 1,
  explained: 1,
  salient: 1,
  area: 0.2,
  whole: 1,
  agreement: 1,
  missedEdges: 0,
  faintEdges: 0,
};

const share = fc.double({ min: 0, max: 1, noNaN: true });
const signs: fc.Arbitrary<CutoutSignals> = fc.record({
  onEdges: share,
  strength: share,
  atFrame: share,
  atBorder: share,
  known: share,
  plain: share,
  explained: share,
  salient: share,
  area: share,
  whole: share,
  agreement: share,
  missedEdges: share,
  faintEdges: share,
});

describe('confidenceOf', () => {
  it('is full for a perfect cut', () => {
    expect(confidenceOf(good)).toBe(1);
  });

  it.each<Partial<CutoutSignals>>([
    { onEdges: 0.7 },
    { strength: 0.25 },
    { atFrame: 0.12 },
    { missedEdges: 0.15 },
    { agreement: 0.2, explained: 0.5 },
  ])('does not trust a cut of which one thing is wrong: %o', (wrong) => {
    expect(confidenceOf({ ...good, ...wrong })).toBeLessThan(0.5);
  });

  it('stays within 0–1, and never rises when a sign gets worse', () => {
    fc.assert(
      fc.property(signs, share, (any, less) => {
        const confidence = confidenceOf(any);
        expect(confidence >= 0 && confidence <= 1).toBe(true);
        for (const key of ['onEdges', 'strength', 'explained', 'agreement'] as const) {
          expect(confidenceOf({ ...any, [key]: any[key] * less })).toBeLessThanOrEqual(confidence);
        }
        for (const key of ['atFrame', 'missedEdges'] as const) {
          expect(confidenceOf({ ...any, [key]: any[key] + less })).toBeLessThanOrEqual(confidence);
        }
      }),
    );
  });
});

describe('adviceFor', () => {
  it.each<[string, Partial<CutoutSignals>, RegExp]>([
    ['what the frame cuts off', { atFrame: 0.2, area: 0.01 }, /Step back/],
    ['what was hardly found, for it lies at the edge', { atBorder: 0.12, area: 0.01 }, /Step back/],
    ['what is tiny', { area: 0.005 }, /closer/],
    ['what looks like its ground', { onEdges: 0.7 }, /lighter or darker/],
    ['anything else', { known: 0.4 }, /plain table/],
  ])('names the likeliest trouble first: %s', (_, wrong, words) => {
    const { en, ko } = adviceFor({ ...good, ...wrong });
    expect(en).toMatch(words);
    expect(ko).toMatch(/찍어 주세요/);
  });
});
