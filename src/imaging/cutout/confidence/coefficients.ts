import type { ConfidenceModel, LocalName, MapName } from './evidence-scale.ts';

// Written by `npm run quality -- fit-confidence`, which fits them to the photos of test/quality/cutout-set.

/** Of 223 photos' cut-outs 160 were accepted; 0.058 is the error on photos held out. */
export const MAP_MODEL: ConfidenceModel<MapName> = {
  bias: -9.73,
  weights: {
    onEdges: 0.37,
    strength: 0.88,
    offFrame: 0.48,
    known: 0.0,
    plain: 0.0,
    explained: 0.76,
    salient: 0.23,
    size: 0.0,
    whole: 1.13,
    nothingMissed: 0.57,
    nothingFaint: 0.99,
    seconded: 0.0,
    covered: 0.0,
    kept: 1.97,
    sure: 2.6,
    nothingLeft: 0.04,
    inside: 1.8,
  },
};

/** Of 222 photos' cut-outs 83 were accepted; 0.049 is the error on photos held out. */
export const LOCAL_MODEL: ConfidenceModel<LocalName> = {
  bias: -16.42,
  weights: {
    onEdges: 2.02,
    strength: 0.01,
    offFrame: 0.78,
    known: 0.16,
    plain: 2.43,
    explained: 2.13,
    salient: 1.16,
    size: 3.31,
    whole: 1.61,
    nothingMissed: 2.32,
    nothingFaint: 1.36,
    agreement: 0.77,
  },
};
