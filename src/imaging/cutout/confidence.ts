import type { Signs } from './signs.ts';

/** 0–1: how far a cut-out can be trusted. */
export function confidenceOf(signs: Signs): number {
  const edges = Math.max(0, (signs.onEdges - 0.6) / 0.4) * Math.min(1, signs.strength / 0.7);
  const frame = Math.max(0, 1 - 6 * signs.atFrame);
  return edges * frame * (0.5 + 0.5 * signs.agreement) * (0.4 + 0.6 * signs.explained);
}
