import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf } from '../../../../src/imaging/cutout/confidence/confidence.ts';
import type { PhotoTraits } from '../../../../src/imaging/cutout/confidence/photo-traits.ts';
import type { CutoutSignals, ModelSignals } from '../../../../src/imaging/cutout/confidence/signals.ts';

const photo: PhotoTraits = {
  light: 0.9,
  blownOut: 0,
  soft: 0.4,
  productLight: 0.5,
  groundLight: 0.8,
  likeGround: 0,
  showsThrough: 0,
  nearFrame: 0,
};

const model: ModelSignals = { confirmedByRules: 1, covered: 1, kept: 1, sure: 1, left: 0, inside: 1 };

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
  leftBody: 0,
  burntBody: 0,
  patternedHole: 0,
  photo,
};

const share = fc.double({ min: 0, max: 1, noNaN: true });
const signals: fc.Arbitrary<CutoutSignals> = fc.record({
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
  leftBody: fc.constant(0),
  burntBody: fc.constant(0),
  patternedHole: fc.constant(0),
  photo: fc.constant(photo),
});
const models: fc.Arbitrary<Required<ModelSignals>> = fc.record({
  confirmedByRules: share,
  covered: share,
  kept: share,
  sure: share,
  left: share,
  inside: share,
  steady: share,
});

describe('confidenceOf', () => {
  it('is high for a cut against which nothing speaks, with a model and without', () => {
    expect(confidenceOf(good)).toBeGreaterThan(0.8);
    expect(confidenceOf({ ...good, model })).toBeGreaterThan(0.8);
  });

  it('does not trust the lid of a jar whose clear body was left out', () => {
    expect(confidenceOf({ ...good, leftBody: 0.48 })).toBeLessThan(0.5);
    expect(confidenceOf({ ...good, model, leftBody: 0.48 })).toBeLessThan(0.5);
  });

  it('does not trust the print of a white thing that burnt into its ground', () => {
    expect(confidenceOf({ ...good, burntBody: 1 })).toBeLessThan(0.5);
    expect(confidenceOf({ ...good, model, burntBody: 1 })).toBeLessThan(0.5);
  });

  it('does not trust what a model sees no more from further away', () => {
    expect(confidenceOf({ ...good, model: { ...model, steady: 0.75 } })).toBeLessThan(0.5);
    expect(confidenceOf({ ...good, model: { ...model, steady: 0.97 } })).toBeGreaterThan(0.75);
  });

  it.each<[string, Partial<CutoutSignals>]>([
    ['an outline beside the edges', { onEdges: 0.5, missedEdges: 0.15, salient: 0.4 }],
    [
      'a scene that was not understood',
      { known: 0.3, explained: 0.5, agreement: 0.2, plain: 0.4, onEdges: 0.8 },
    ],
  ])('does not trust %s by rules alone', (_, wrong) => {
    expect(confidenceOf({ ...good, ...wrong })).toBeLessThan(0.5);
  });

  it('does not trust a map in doubt that nothing confirms', () => {
    const doubtful = { confirmedByRules: 0.2, covered: 0.2, kept: 0.6, sure: 0.2, left: 0.5, inside: 0.7 };
    expect(confidenceOf({ ...good, onEdges: 0.6, strength: 0.3, model: doubtful })).toBeLessThan(0.5);
  });

  it('stays within 0–1, and never rises when a sign gets worse', () => {
    fc.assert(
      fc.property(signals, fc.option(models, { nil: undefined }), share, (common, found, less) => {
        const any = found === undefined ? common : { ...common, model: found };
        const confidence = confidenceOf(any);
        expect(confidence > 0 && confidence < 1).toBe(true);
        for (const key of ['onEdges', 'strength', 'explained', 'agreement', 'whole', 'area'] as const) {
          expect(confidenceOf({ ...any, [key]: any[key] * less })).toBeLessThanOrEqual(confidence);
        }
        for (const key of ['atFrame', 'missedEdges', 'faintEdges'] as const) {
          expect(confidenceOf({ ...any, [key]: any[key] + less })).toBeLessThanOrEqual(confidence);
        }
        if (found === undefined) return;
        for (const key of ['confirmedByRules', 'covered', 'kept', 'sure', 'inside', 'steady'] as const) {
          const worse = { ...found, [key]: found[key] * less };
          expect(confidenceOf({ ...any, model: worse })).toBeLessThanOrEqual(confidence);
        }
      }),
    );
  });
});
