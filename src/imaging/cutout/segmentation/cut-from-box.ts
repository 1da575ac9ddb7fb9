import { eroded, type Mask, maskOf } from '../mask.ts';
import { cutCoarseToFine } from './coarse-to-fine.ts';
import { byte } from './evidence.ts';
import { BACKGROUND, LIKELY_PRODUCT, type Marks, PRODUCT } from './grab-cut.ts';
import type { PhotoAnalysis } from './photo-analysis.ts';

/** Saliency of what the box is drawn around. */
const SALIENT = 0.3;

/** Room round about, as a share of the longer side, and the least distance from the frame. */
const ROOM = 0.03;
const FRAME = 0.02;

/** A box leaves GrabCut a lot to learn. */
const ROUNDS = 3;

/**
 * Cuts out of a scene whose ground is not understood: everything outside of a box around what stands out is
 * background, and GrabCut learns from the colours as they are.
 */
export function cutFromBox(analysis: PhotoAnalysis): Mask | undefined {
  const { width, height, lab } = analysis;
  const features = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    features[i * 3] = byte(2.4 * lab.l.data[i]!);
    features[i * 3 + 1] = byte(128 + 3 * lab.a.data[i]!);
    features[i * 3 + 2] = byte(128 + 3 * lab.b.data[i]!);
  }
  return cutCoarseToFine(analysis, { features, marks: boxMarks(analysis) }, ROUNDS);
}

function boxMarks(analysis: PhotoAnalysis): Marks {
  const { width, height, saliency } = analysis;
  const [left, right, top, bottom] = boxAround(analysis);
  const core = eroded(
    maskOf(width, height, (i) => saliency.data[i]! > 0.55),
    2,
  );
  const marks = new Uint8Array(width * height);
  for (let i = 0; i < marks.length; i++) {
    const x = i % width;
    const y = (i - x) / width;
    if (x < left || x > right || y < top || y > bottom) marks[i] = BACKGROUND;
    else marks[i] = core.data[i] === 1 ? PRODUCT : LIKELY_PRODUCT;
  }
  return marks;
}

function boxAround({ width, height, saliency }: PhotoAnalysis): readonly [number, number, number, number] {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let i = 0; i < saliency.data.length; i++) {
    if (saliency.data[i]! <= SALIENT) continue;
    const x = i % width;
    const y = (i - x) / width;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  const room = ROOM * Math.max(width, height);
  return [
    Math.max(FRAME * width, left - room),
    Math.min((1 - FRAME) * width, right + room),
    Math.max(FRAME * height, top - room),
    Math.min((1 - FRAME) * height, bottom + room),
  ];
}
