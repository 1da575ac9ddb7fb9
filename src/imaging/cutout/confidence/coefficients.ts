import type { ConfidenceModel, LocalName, MapName } from './evidence-scale.ts';

// Written by `npm run quality -- fit-confidence`, which fits them to the photos of test/quality/cutout-set.

/** Of 368 photos' cut-outs 255 were accepted; 0.076 is the error on photos held out. */
export const MAP_MODEL: ConfidenceModel<MapName> = {
  bias: -12.07,
  weights: {
    onEdges: 0.83,
    strength: 0.4,
    offFrame: 0.04,
    known: 0.0,
    plain: 0.0,
    explained: 0.31,
    salient: 0.41,
    size: 0.0,
    whole: 2.08,
    nothingMissed: 1.68,
    nothingFaint: 0.45,
    seconded: 0.0,
    covered: 0.0,
    kept: 2.3,
    sure: 3.96,
    nothingLeft: 0.0,
    inside: 1.71,
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
