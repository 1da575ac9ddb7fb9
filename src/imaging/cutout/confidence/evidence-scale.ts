import type { CutoutSignals, ModelSignals } from './signals.ts';

/** Signals on one scale: 0 = speaks against the cut-out, 1 = nothing to say against it. */
type Scaled<Name extends string> = Readonly<Record<Name, number>>;

/** A logistic model: what each signal, scaled to 0–1, adds to the log odds. */
export interface ConfidenceModel<Name extends string> {
  readonly bias: number;
  /** None below 0: a better sign never lowers the confidence. */
  readonly weights: Readonly<Record<Name, number>>;
}

/** What speaks of every cut-out. */
const COMMON_NAMES = [
  'onEdges',
  'strength',
  'offFrame',
  'known',
  'plain',
  'explained',
  'salient',
  'size',
  'whole',
  'nothingMissed',
  'nothingFaint',
] as const;

/** What speaks of one that was made by rules alone. */
export const LOCAL_NAMES = [...COMMON_NAMES, 'agreement'] as const;

/** What speaks of one that a model's map was there for. */
export const MAP_NAMES = [
  ...COMMON_NAMES,
  'confirmedByRules',
  'covered',
  'kept',
  'sure',
  'nothingLeft',
  'inside',
] as const;

type CommonName = (typeof COMMON_NAMES)[number];
export type LocalName = (typeof LOCAL_NAMES)[number];
export type MapName = (typeof MAP_NAMES)[number];

export const scaledLocal = (signals: CutoutSignals): Scaled<LocalName> => ({
  ...scaledCommon(signals),
  agreement: signals.agreement,
});

export const scaledMap = (signals: CutoutSignals, model: ModelSignals): Scaled<MapName> => ({
  ...scaledCommon(signals),
  // Where nobody was asked, half: neither yes nor no.
  confirmedByRules: model.confirmedByRules ?? 0.5,
  covered: model.covered ?? 0.5,
  kept: ramp(model.kept, 0.85, 0.99),
  sure: ramp(model.sure, 0.7, 0.99),
  nothingLeft: 1 - ramp(model.left, 0, 0.1),
  inside: ramp(model.inside, 0.85, 1),
});

/** Where each signal begins to speak, and where it has said all: outside of these it changes nothing more. */
function scaledCommon(signals: CutoutSignals): Scaled<CommonName> {
  return {
    onEdges: ramp(signals.onEdges, 0.5, 1),
    strength: ramp(signals.strength, 0, 0.8),
    offFrame: 1 - ramp(signals.atFrame, 0, 0.2),
    known: ramp(signals.known, 0.3, 1),
    plain: signals.plain,
    explained: ramp(signals.explained, 0.5, 1),
    salient: ramp(signals.salient, 0.2, 0.8),
    // A rim of a pixel weighs more the smaller a product is.
    size: ramp(Math.sqrt(signals.area), 0.05, 0.3),
    // Two or three things side by side are as good as one; crumbs are not.
    whole: ramp(signals.whole, 0.2, 0.5),
    nothingMissed: 1 - ramp(signals.missedEdges, 0, 0.2),
    nothingFaint: 1 - ramp(signals.faintEdges, 0, 0.3),
  };
}

const ramp = (value: number, from: number, to: number): number =>
  Math.max(0, Math.min(1, (value - from) / (to - from)));
