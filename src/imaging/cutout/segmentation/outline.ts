import { eroded, type Mask } from '../mask.ts';
import type { PhotoAnalysis } from './photo-analysis.ts';

/** What a mask's outline runs along. */
export interface Outline {
  /** Share of the outline that follows an edge of the picture, 0–1; 0 for an empty mask. */
  readonly onEdges: number;
  /** Mean edge strength along it, OKLab × 100 a pixel, each capped at 12. */
  readonly strength: number;
  /** Share of the outline that lies against the picture's own edge, 0–1. */
  readonly atFrame: number;
}

/** Edge strength from which a pixel counts as lying on an edge. */
const EDGE = 2.5;

const CAP = 12;

/**
 * Follows the outline; the strongest edge within one pixel counts. Outlines along the frame are told apart.
 *
 * @param texture typical edge strength of the ground: an edge must stand out from it
 */
export function outlineOf(mask: Mask, analysis: PhotoAnalysis, texture: number): Outline {
  const { width, height, data } = mask;
  const inner = eroded(mask, 1);
  const min = Math.max(EDGE, 2.5 * texture);
  let [inside, on, sum, frame] = [0, 0, 0, 0];
  for (let i = 0; i < data.length; i++) {
    const x = i % width;
    const y = (i - x) / width;
    const atFrame = x === 0 || y === 0 || x === width - 1 || y === height - 1;
    if (data[i] === 0) continue;
    if (atFrame) frame++;
    if (atFrame || inner.data[i] === 1) continue;
    inside++;
    const strength = strongestAround(analysis, i);
    sum += Math.min(CAP, strength);
    if (strength >= min) on++;
  }
  const all = inside + frame;
  if (all === 0) return { onEdges: 0, strength: 0, atFrame: 0 };
  return {
    onEdges: inside === 0 ? 0 : on / inside,
    strength: sum / Math.max(1, inside),
    atFrame: frame / all,
  };
}

function strongestAround(analysis: PhotoAnalysis, i: number): number {
  const { width } = analysis;
  let strongest = 0;
  for (const row of [-width, 0, width]) {
    for (const step of [-1, 0, 1]) strongest = Math.max(strongest, analysis.sharp.data[i + row + step] ?? 0);
  }
  return strongest;
}
