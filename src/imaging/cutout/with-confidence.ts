import { adviceFor, remarksOn } from './confidence/advice.ts';
import { confidenceOf } from './confidence/confidence.ts';
import type { CutoutSignals } from './confidence/signals.ts';
import type { Cutout } from './cutout.ts';
import { cutWith, GROUND_TAKEN_OUT, NOT_CUT } from './reasons.ts';
import { whyPicked } from './things/why-picked.ts';

/** A product that was cut out, before anybody says how well. */
export interface Uncertain extends Omit<Cutout, 'confidence' | 'why'> {
  readonly signals: CutoutSignals;
}

/** Who cut it out, and what was asked for. */
interface Asked {
  /** The model that found it; absent = rules alone. */
  readonly by?: string | undefined;
  readonly pick?: number | undefined;
}

/** Least confidence at which a cut-out is worth using. */
const USABLE = 0.5;

/** A cut-out with how sure it is, and why. */
export function withConfidence(cut: Uncertain, { by, pick }: Asked): Cutout {
  const { signals, things, picked, groundTakenOut } = cut;
  const confidence = confidenceOf(signals);
  if (confidence < USABLE) {
    const advice = adviceFor(signals, signals.model && things.length);
    return { ...cut, confidence, why: [NOT_CUT, advice] };
  }
  const chosen = whyPicked({ things }, picked, pick) ?? [];
  const remarks = groundTakenOut === true ? [GROUND_TAKEN_OUT] : remarksOn(signals);
  return { ...cut, confidence, why: [cutWith(confidence, by)].concat(chosen, remarks) };
}

/**
 * The same cut-out, now that the model has looked in another way and has seen the same.
 *
 * @param steady how far it has (intersection over union, 0–1)
 */
export function confirmed(cut: Uncertain, steady: number, by: string): Cutout {
  const { model } = cut.signals;
  if (model === undefined) throw new Error('A cut-out by rules alone has no model to confirm it');
  return withConfidence({ ...cut, signals: { ...cut.signals, model: { ...model, steady } } }, { by });
}
