import { dilated, type Mask } from '../mask.ts';
import type { Background } from './background.ts';
import type { PhotoAnalysis } from './photo-analysis.ts';

/** Pixels of the working size: what lies nearer is the outline's own. */
const OUTLINE = 3;

/** What counts as an edge close by. */
interface Neighbourhood {
  /** From this strength on (OKLab × 100 a pixel) … */
  readonly strong: number;
  /** … or this many times the ground's texture … */
  readonly textures: number;
  /** … and not further away than this many pixels of the working size. */
  readonly near: number;
  /** Where edges are asked about; absent = everywhere. */
  readonly within?: Mask | undefined;
}

/** Edges that nobody overlooks. */
export const CLEAR: Neighbourhood = { strong: 2.5, textures: 3, near: 22 };

/** Edges count in focus: over a larger share of the stretch measured they are slopes of light. */
const IN_FOCUS = 0.6;

/**
 * How much more of the ground close round a product is edges in focus than of the ground elsewhere, 0–1. A pattern
 * goes on everywhere; edges that are found beside the product alone are parts of it that were left out, a mirror
 * image, or things that it stands among.
 */
export function missedEdges(
  mask: Mask,
  analysis: PhotoAnalysis,
  { texture }: Background,
  { strong, textures, near: reach, within }: Neighbourhood = CLEAR,
): number {
  const rim = dilated(mask, OUTLINE);
  const near = dilated(mask, reach);
  const min = Math.max(strong, textures * texture);
  let [close, closeEdges, far, farEdges] = [0, 0, 0, 0];
  for (let i = 0; i < mask.data.length; i++) {
    if (rim.data[i] === 1 || within?.data[i] === 0) continue;
    const edge = analysis.sharp.data[i]! >= min && analysis.edges.extent.data[i]! < IN_FOCUS ? 1 : 0;
    if (near.data[i] === 1) {
      close++;
      closeEdges += edge;
    } else {
      far++;
      farEdges += edge;
    }
  }
  return Math.max(0, closeEdges / Math.max(1, close) - farEdges / Math.max(1, far));
}
