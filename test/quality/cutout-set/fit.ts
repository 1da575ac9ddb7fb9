import { statedOf } from '../../../src/imaging/cutout/confidence/confidence.ts';
import {
  LOCAL_NAMES,
  MAP_NAMES,
  scaledLocal,
  scaledMap,
} from '../../../src/imaging/cutout/confidence/evidence-scale.ts';
import type { CutoutSignals } from '../../../src/imaging/cutout/confidence/signals.ts';
import { seedFor } from '../../../src/imaging/random.ts';
import { fitLogistic, type Logistic, probability } from '../logistic.ts';
import type { Statement } from '../reliability.ts';
import type { SetCut } from './cut-set.ts';

const FOLDS = 5;

/** A model of the confidence, by the names of its signals. */
export interface FittedModel {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Cut-outs that were judged: where nothing was found there is nothing to judge. */
type Judged = SetCut & { readonly signals: CutoutSignals };

const judged = (cuts: readonly SetCut[]): Judged[] =>
  cuts.flatMap((cut) => (cut.signals === undefined ? [] : [{ ...cut, signals: cut.signals }]));

const namesOf = (cuts: readonly Judged[]): readonly string[] =>
  cuts.some(({ signals }) => signals.model !== undefined) ? MAP_NAMES : LOCAL_NAMES;

/** Fits the confidence to all cuts of one way. */
export function fitConfidence(cuts: readonly SetCut[]): FittedModel {
  const all = judged(cuts);
  const { bias, weights } = fitted(all);
  return { bias, weights: Object.fromEntries(namesOf(all).map((name, k) => [name, weights[k] ?? 0])) };
}

/**
 * What a model says of cuts that it was not fitted to: each family of photos is judged by a model of the others. So an
 * error that is found here is one to expect of new photos.
 */
export function heldOutStatements(cuts: readonly SetCut[]): Statement[] {
  const all = judged(cuts);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const inFold = ({ family }: Judged): boolean => seedFor(FOLDS, family) % FOLDS === fold;
    const model = fitted(all.filter((cut) => !inFold(cut)));
    return all.filter(inFold).map(
      (cut): Statement => ({
        confidence: statedOf(probability(model, rowOf(cut)), cut.signals),
        hit: cut.hit,
      }),
    );
  }).flat();
}

const fitted = (cuts: readonly Judged[]): Logistic =>
  fitLogistic(
    cuts.map(rowOf),
    cuts.map(({ hit }) => hit),
  );

function rowOf({ signals }: Judged): number[] {
  const { model } = signals;
  if (model === undefined) {
    const scaled = scaledLocal(signals);
    return LOCAL_NAMES.map((name) => scaled[name]);
  }
  const scaled = scaledMap(signals, model);
  return MAP_NAMES.map((name) => scaled[name]);
}
