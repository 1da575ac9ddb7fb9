import type { Mask } from '../mask.ts';
import { type Background, borderOf } from '../segmentation/background.ts';
import { missedEdges } from '../segmentation/missed-edges.ts';
import type { PhotoAnalysis } from '../segmentation/photo-analysis.ts';
import type { Segmentation } from '../segmentation/segment.ts';

/** Measures of how good a cut-out is; all 0–1. */
export interface CutoutSignals {
  /** Share of the outline that follows an edge of the picture. */
  readonly onEdges: number;
  /** How strong those edges are: 1 from 12 OKLab × 100 a pixel. */
  readonly strength: number;
  /** Share of the outline against the picture's frame. */
  readonly atFrame: number;
  /** Share of the picture's border that is not ground: more than a little on a known ground is a thing cut off. */
  readonly atBorder: number;
  /** Share of the calm picture that was recognised as ground. */
  readonly known: number;
  /** How plain the ground is: 1 for a perfect sweep, 0.5 at a spread of 3 (OKLab × 100). */
  readonly plain: number;
  /** Share of what lies outside of the product that is ground, or at least does not stand out. */
  readonly explained: number;
  /** Mean saliency of the product. */
  readonly salient: number;
  /** Share of the picture that the product takes. */
  readonly area: number;
  /** How far two ways of cutting agree (intersection over union); 1 where one was enough. */
  readonly agreement: number;
  /** How much more of the ground close by is edges than of the ground elsewhere: parts that may have been left out. */
  readonly missedEdges: number;
}

export function measureSignals(
  analysis: PhotoAnalysis,
  background: Background,
  segmentation: Segmentation,
): CutoutSignals {
  const { mask, outline, agreement } = segmentation;
  return {
    onEdges: outline.onEdges,
    strength: outline.strength / 12,
    atFrame: outline.atFrame,
    atBorder: borderShare(background),
    known: background.known,
    plain: 3 / (3 + background.spread),
    explained: explainedShare(analysis, background, mask),
    salient: meanSaliency(analysis, mask),
    area: mask.data.reduce((sum, value) => sum + value, 0) / mask.data.length,
    agreement,
    missedEdges: missedEdges(mask, analysis, background),
  };
}

function borderShare({ ground }: Background): number {
  const border = borderOf(ground.width, ground.height);
  let [all, other] = [0, 0];
  for (let i = 0; i < border.data.length; i++) {
    all += border.data[i]!;
    if (border.data[i] === 1 && ground.data[i] === 0) other++;
  }
  return other / all;
}

function explainedShare(analysis: PhotoAnalysis, background: Background, mask: Mask): number {
  let [outside, explained] = [0, 0];
  for (let i = 0; i < mask.data.length; i++) {
    if (mask.data[i] === 1) continue;
    outside++;
    if (background.ground.data[i] === 1 || analysis.saliency.data[i]! < 0.2) explained++;
  }
  return outside === 0 ? 0 : explained / outside;
}

function meanSaliency(analysis: PhotoAnalysis, mask: Mask): number {
  let [inside, sum] = [0, 0];
  for (let i = 0; i < mask.data.length; i++) {
    if (mask.data[i] === 0) continue;
    inside++;
    sum += analysis.saliency.data[i]!;
  }
  return inside === 0 ? 0 : sum / inside;
}
