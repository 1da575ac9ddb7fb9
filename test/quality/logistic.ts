/** What a logistic model says of each of its signals. */
export interface Logistic {
  readonly bias: number;
  /** One a signal, none below 0. */
  readonly weights: readonly number[];
}

const STEPS = 4000;

/** Pull of each weight towards 0, so that signals that say the same share what they say. */
const RIDGE = 0.3;

/**
 * Fits a logistic model by projected gradient descent. Signals are scaled so that more is better: a weight below 0
 * would be chance, and none is.
 *
 * @param rows signals, 0–1, one row a photo
 * @param hits whether its cut-out was right
 */
export function fitLogistic(rows: readonly (readonly number[])[], hits: readonly boolean[]): Logistic {
  const width = rows[0]?.length ?? 0;
  const weights = new Float64Array(width);
  const slopes = new Float64Array(width);
  let bias = 0;
  for (let step = 0; step < STEPS; step++) {
    const rate = 4 / (1 + step / 500);
    for (let k = 0; k < width; k++) slopes[k] = (RIDGE * weights[k]!) / rows.length;
    let slope = 0;
    const model = { bias, weights: [...weights] };
    for (const [i, row] of rows.entries()) {
      const error = (probability(model, row) - (hits[i] === true ? 1 : 0)) / rows.length;
      slope += error;
      for (let k = 0; k < width; k++) slopes[k]! += error * row[k]!;
    }
    bias -= rate * slope;
    for (let k = 0; k < width; k++) weights[k] = Math.max(0, weights[k]! - rate * slopes[k]!);
  }
  return { bias, weights: [...weights] };
}

/** 0–1. */
export function probability({ bias, weights }: Logistic, row: readonly number[]): number {
  const sum = row.reduce((all, value, k) => all + value * weights[k]!, bias);
  return 1 / (1 + Math.exp(-sum));
}
