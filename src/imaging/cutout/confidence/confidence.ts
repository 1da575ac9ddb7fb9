import type { CutoutSignals } from './signals.ts';

/** 0–1: how far a cut-out can be trusted. */
export function confidenceOf(signals: CutoutSignals): number {
  const edges = Math.max(0, (signals.onEdges - 0.6) / 0.4) * Math.min(1, signals.strength / 0.7);
  const frame = Math.max(0, 1 - 6 * signals.atFrame);
  // Edges of contact and of small things at the foot are usual.
  const whole = Math.max(0, 1 - 8 * Math.max(0, signals.missedEdges - 0.05));
  // What stands out and is neither product nor ground makes a scene that was not understood.
  const explained = Math.max(0, 1 - 3 * (1 - signals.explained));
  return edges * frame * whole * (0.5 + 0.5 * signals.agreement) * explained;
}
