import type { Mask } from '../mask.ts';
import { type Background, isWellKnown } from './background.ts';
import { cleanMask } from './clean-mask.ts';
import { cutCoarseToFine } from './coarse-to-fine.ts';
import { cutFromBox } from './cut-from-box.ts';
import { gatherEvidence } from './evidence.ts';
import { grabCut, type Marks, PRODUCT } from './grab-cut.ts';
import { type Outline, outlineOf } from './outline.ts';
import type { PhotoAnalysis } from './photo-analysis.ts';

/** Rounds of GrabCut: with good marks the third changes next to nothing. */
const ROUNDS = 2;

/** An outline that follows edges this far on a known ground needs no other start. */
const SURE_OUTLINE = 0.97;

/** Head start of the box where the ground is not known, and so the first start stands on little. */
const BOX_BONUS = 0.1;

export interface Segmentation {
  readonly mask: Mask;
  readonly outline: Outline;
  /** Intersection over union of the two starts' masks; 1 where one was enough. */
  readonly agreement: number;
}

/**
 * Parts the product from its ground. Where that is not plain, a second start is tried, a box around what stands out,
 * and the one is taken whose outline follows more of the picture's edges.
 *
 * @returns undefined when nothing stands out
 */
export function segment(analysis: PhotoAnalysis, background: Background): Segmentation | undefined {
  const evidence = gatherEvidence(analysis, background);
  const judged = (cut: Mask | undefined): Segmentation | undefined => {
    if (cut === undefined) return undefined;
    const mask = cleanMask(cut, evidence.seenThrough, analysis, background);
    return { mask, outline: outlineOf(mask, analysis, background.texture), agreement: 1 };
  };
  const cut = isMostlyOpen(evidence.marks) ? cutCoarseToFine : grabCut;
  const first = judged(cut(analysis, evidence, ROUNDS));
  if (first !== undefined && isSettled(background, first.outline)) return first;
  const second = judged(cutFromBox(analysis));
  if (first === undefined || second === undefined) return first ?? second; // One has nothing to learn from: what the other found has to do.
  const bonus = isWellKnown(background) ? 0 : BOX_BONUS;
  const better = worth(second.outline) + bonus > worth(first.outline) ? second : first;
  return { ...better, agreement: overlapOf(first.mask, second.mask) };
}

/** Share of the picture left to decide above which a coarse cut comes first. */
const MOSTLY_OPEN = 0.25;

function isMostlyOpen(marks: Marks): boolean {
  let open = 0;
  for (const mark of marks) if (mark > PRODUCT) open++;
  return open > MOSTLY_OPEN * marks.length;
}

/** Intersection over union. */
function overlapOf(a: Mask, b: Mask): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < a.data.length; i++) {
    both += a.data[i]! & b.data[i]!;
    either += a.data[i]! | b.data[i]!;
  }
  return either === 0 ? 0 : both / either;
}

/** Whether the ground is so plain, or the outline so good, that there is nothing to try. */
function isSettled(background: Background, outline: Outline): boolean {
  if (!isWellKnown(background)) return false;
  return (background.spread < 1.5 && background.texture < 0.35) || outline.onEdges > SURE_OUTLINE;
}

const worth = (outline: Outline): number => outline.onEdges + outline.strength / 24 - 0.3 * outline.atFrame;
