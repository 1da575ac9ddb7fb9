import type { ConfidenceModel, LocalName, MapName } from './evidence-scale.ts';

// Written by `npm run quality -- fit-confidence`, which fits them to the photos of test/quality/cutout-set.

/** Of 368 photos' cut-outs 254 were accepted; 0.068 is the error on photos held out. */
export const MAP_MODEL: ConfidenceModel<MapName> = {
  bias: -13.81,
  weights: {
    onEdges: 0.83,
    strength: 0.74,
    offFrame: 0.03,
    known: 0.0,
    plain: 0.0,
    explained: 0.2,
    salient: 0.25,
    size: 0.0,
    whole: 1.91,
    nothingMissed: 1.51,
    nothingFaint: 0.38,
    confirmedByRules: 0.0,
    covered: 0.0,
    kept: 2.4,
    sure: 3.86,
    nothingLeft: 0.0,
    inside: 3.67,
  },
};

/** Of 244 photos' cut-outs 96 were accepted; 0.061 is the error on photos held out. */
export const LOCAL_MODEL: ConfidenceModel<LocalName> = {
  bias: -17.96,
  weights: {
    onEdges: 2.06,
    strength: 0.0,
    offFrame: 1.51,
    known: 1.17,
    plain: 0.76,
    explained: 2.14,
    salient: 1.23,
    size: 3.35,
    whole: 1.74,
    nothingMissed: 2.63,
    nothingFaint: 0.65,
    agreement: 2.19,
  },
};
