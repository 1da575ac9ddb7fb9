import { LOCAL_MODEL, MAP_MODEL } from './coefficients.ts';
import { type ConfidenceModel, scaledLocal, scaledMap } from './evidence-scale.ts';
import type { CutoutSignals } from './signals.ts';

/**
 * 0–1: the probability that a shop would accept the cut-out, which is what `isAccepted` in test/quality says of it.
 * Calibrated on photos with known masks, with a model's map and without each on its own.
 */
export function confidenceOf(signals: CutoutSignals): number {
  const { model } = signals;
  if (model === undefined) return probability(LOCAL_MODEL, scaledLocal(signals));
  return probability(MAP_MODEL, scaledMap(signals, model));
}

function probability<Name extends string>(
  { bias, weights }: ConfidenceModel<Name>,
  scaled: Readonly<Record<Name, number>>,
): number {
  let odds = bias;
  for (const name in weights) odds += weights[name] * scaled[name];
  return 1 / (1 + Math.exp(-odds));
}
