import type { ConfidenceModel, LocalName, MapName } from './evidence-scale.ts';

// Written by `npm run quality -- fit-confidence`, which fits them to the photos of test/quality/cutout-set.

/** Of 143 photos' cut-outs 108 were accepted; 0.054 is the error on photos held out. */
export const MAP_MODEL: ConfidenceModel<MapName> = {
  bias: -9.36,
  weights: {
    onEdges: 0.12,
    strength: 0.22,
    offFrame: 0.0,
    known: 0.0,
    plain: 0.0,
    explained: 1.01,
    salient: 0.19,
    size: 0.6,
    whole: 1.38,
    nothingMissed: 0.89,
    nothingFaint: 0.33,
    seconded: 0.0,
    covered: 0.0,
    kept: 1.82,
    sure: 2.26,
    nothingLeft: 0.78,
    inside: 1.69,
  },
};

/** Of 221 photos' cut-outs 90 were accepted; 0.059 is the error on photos held out. */
export const LOCAL_MODEL: ConfidenceModel<LocalName> = {
  bias: -18.92,
  weights: {
    onEdges: 1.41,
    strength: 0.67,
    offFrame: 1.34,
    known: 1.22,
    plain: 2.29,
    explained: 2.11,
    salient: 1.26,
    size: 3.4,
    whole: 2.66,
    nothingMissed: 2.49,
    nothingFaint: 0.85,
    agreement: 1.31,
  },
};
