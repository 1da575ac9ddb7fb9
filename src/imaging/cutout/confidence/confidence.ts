import { LOCAL_MODEL, MAP_MODEL } from './coefficients.ts';
import { type ConfidenceModel, scaledLocal, scaledMap } from './evidence-scale.ts';
import type { CutoutSignals } from './signals.ts';

/**
 * A body of this share of the product was left out: so rarely is glass in the photos that are fitted to that they say
 * nothing of it. Shadows and cords close off less than half as much.
 */
export const LEFT_BODY = 0.4;

/** What is then stated at most. */
const MISSING = 0.3;

/**
 * 0–1: the probability that a shop would accept the cut-out, which is what `isAccepted` in test/quality says of it.
 * Calibrated on photos with known masks, with a model's map and without each on its own.
 */
export function confidenceOf(signals: CutoutSignals): number {
  const { model, leftBody } = signals;
  const fitted =
    model === undefined
      ? probability(LOCAL_MODEL, scaledLocal(signals))
      : probability(MAP_MODEL, scaledMap(signals, model));
  return leftBody > LEFT_BODY ? Math.min(MISSING, fitted) : fitted;
}

function probability<Name extends string>(
  { bias, weights }: ConfidenceModel<Name>,
  scaled: Readonly<Record<Name, number>>,
): number {
  let odds = bias;
  for (const name in weights) odds += weights[name] * scaled[name];
  return 1 / (1 + Math.exp(-odds));
}
