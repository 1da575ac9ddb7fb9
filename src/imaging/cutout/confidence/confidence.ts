import { LOCAL_MODEL, MAP_MODEL } from './coefficients.ts';
import { type ConfidenceModel, scaledLocal, scaledMap } from './evidence-scale.ts';
import type { CutoutSignals } from './signals.ts';

/**
 * A body of this share of the product was left out: so rarely is glass in the photos that are fitted to that they say
 * nothing of it. Shadows and cords close off less than half as much.
 */
export const LEFT_BODY = 0.4;

/** But only where nothing else stands out: an arch or a shelf behind the product closes off a lot. */
const CALM = 0.93;

/** What is then stated at most. */
const MISSING = 0.3;

/**
 * What is stated at most of a product that a model saw less surely from further away, in straight lines: of photos with
 * known masks those below .8 were as often wrong as right, however sure the first look was.
 */
const STEADY: readonly (readonly [steady: number, atMost: number])[] = [
  [0, 0.2],
  [0.7, 0.3],
  [0.82, 0.48],
  [0.9, 0.85],
  [1, 1],
];

/**
 * What is stated of what was fitted beside a model's map, as it came true on the 368 photos of test/quality/cutout-set:
 * a logistic model says too much in the middle and too little at the top. Between these in straight lines, none of them
 * steep: a photo that was saved again, and fits a little better or worse, is to be as sure as it was.
 */
const STATED: readonly (readonly [fitted: number, stated: number])[] = [
  [0, 0],
  [0.12, 0.17],
  [0.42, 0.36],
  [0.65, 0.58],
  [0.74, 0.72],
  [0.87, 0.93],
  [1, 1],
];

/**
 * 0–1: the probability that a shop would accept the cut-out, which is what `isAccepted` in test/quality says of it.
 * Calibrated on photos with known masks, with a model's map and without each on its own.
 */
export function confidenceOf(signals: CutoutSignals): number {
  const { model } = signals;
  return model === undefined
    ? statedOf(probability(LOCAL_MODEL, scaledLocal(signals)), signals)
    : statedOf(probability(MAP_MODEL, scaledMap(signals, model)), signals);
}

/** @param fitted what a logistic model says of the signals, 0–1 */
export function statedOf(fitted: number, { model, leftBody, burntBody, explained }: CutoutSignals): number {
  const steady = model?.steady ?? 1;
  const stated = model === undefined ? fitted : Math.min(along(STATED, fitted), along(STEADY, steady));
  const isMissing = burntBody > 0 || (leftBody > LEFT_BODY && explained > CALM);
  return isMissing ? Math.min(MISSING, stated) : stated;
}

/** Between the points of a broken line, whose first lies at 0 and whose last at 1. */
function along(line: readonly (readonly [at: number, value: number])[], at: number): number {
  const next = line.findIndex(([to], i) => i > 0 && at <= to);
  const [from, low] = line[next - 1]!;
  const [to, high] = line[next]!;
  return low + ((at - from) / (to - from)) * (high - low);
}

function probability<Name extends string>(
  { bias, weights }: ConfidenceModel<Name>,
  scaled: Readonly<Record<Name, number>>,
): number {
  let odds = bias;
  for (const name in weights) odds += weights[name] * scaled[name];
  return 1 / (1 + Math.exp(-odds));
}
