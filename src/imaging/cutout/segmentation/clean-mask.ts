import { type Component, componentsOf, copyOf, inverted, type Mask, maskOf, opened } from '../mask.ts';
import { type Background, isWellKnown } from './background.ts';
import { isPrint, showsGround } from './holes.ts';
import { openGaps } from './open-gaps.ts';
import type { PhotoAnalysis } from './photo-analysis.ts';
import { removeFootShadow } from './remove-foot-shadow.ts';
import { isShadow } from './shading.ts';

/** A second piece belongs to the product when it has this share of the largest piece's area. */
const MIN_PIECE = 0.03;

/** A piece against the picture's edge is something that stands beside the product, unless it is this large. */
const MIN_PIECE_AT_EDGE = 0.3;

/** Smaller holes than this, in pixels of the working size, are closed unless the ground is known to show. */
const MIN_HOLE = 60;

/** Things up to twice this many pixels wide count as thin. */
const THIN = 2;

/**
 * Takes away what GrabCut leaves lying about: thin tails of shadow at the foot, seams and specks of the ground,
 * things beside the product; and closes holes through which nothing is seen.
 *
 * @param seenThrough where the ground is surely seen: what is lit, and holes
 */
export function cleanMask(
  mask: Mask,
  seenThrough: Mask,
  analysis: PhotoAnalysis,
  background: Background,
): Mask {
  const whole = closeHoles(mask, seenThrough, analysis, background);
  if (!isWellKnown(background)) return keepPieces(withoutTails(whole, background), analysis);
  const peeled = removeFootShadow(whole, analysis, background);
  return openGaps(keepPieces(withoutTails(peeled, background), analysis), analysis, background);
}

function closeHoles(mask: Mask, seenThrough: Mask, analysis: PhotoAnalysis, background: Background): Mask {
  const out = copyOf(mask);
  for (const { pixels, touchesEdge } of componentsOf(inverted(mask))) {
    if (touchesEdge) continue;
    const seen = pixels.reduce((sum, i) => sum + seenThrough.data[i]!, 0) / pixels.length;
    const shown = seen > 0.12 || (pixels.length >= MIN_HOLE && showsGround(pixels, analysis, background));
    if (shown && !isPrint(pixels, analysis, background)) continue;
    for (const i of pixels) out.data[i] = 1;
  }
  return out;
}

/** Without thin parts in the lower half that look like shadow on the ground. */
function withoutTails(mask: Mask, { shading, spread, variation }: Background): Mask {
  const solid = opened(mask, THIN);
  const thin = maskOf(mask.width, mask.height, (i) => mask.data[i] === 1 && solid.data[i] === 0);
  const [top, bottom] = rowsOf(mask);
  const middle = (top + bottom) / 2;
  const out = copyOf(mask);
  for (const { pixels, top: from, bottom: to } of componentsOf(thin)) {
    if ((from + to) / 2 < middle) continue;
    let like = 0;
    for (const i of pixels) if (isShadow(shading, i, Math.max(spread, variation.data[i]!))) like++;
    if (like > 0.6 * pixels.length) for (const i of pixels) out.data[i] = 0;
  }
  return out;
}

function rowsOf(mask: Mask): readonly [top: number, bottom: number] {
  const first = mask.data.indexOf(1);
  const last = mask.data.lastIndexOf(1);
  return [Math.floor(first / mask.width), Math.floor(last / mask.width)];
}

function keepPieces(mask: Mask, analysis: PhotoAnalysis): Mask {
  const pieces = componentsOf(mask);
  // The largest that stands out: a table may be larger than what stands on it.
  const main = pieces.reduce<Component | undefined>(
    (best, piece) =>
      best === undefined || weightOf(piece, analysis) > weightOf(best, analysis) ? piece : best,
    undefined,
  );
  const out = maskOf(mask.width, mask.height, () => false);
  if (main === undefined) return out;
  for (const piece of pieces) {
    const share = piece.pixels.length / main.pixels.length;
    const min = piece.touchesEdge && !main.touchesEdge ? MIN_PIECE_AT_EDGE : MIN_PIECE;
    const salient = weightOf(piece, analysis) / piece.pixels.length > 0.3;
    if (piece !== main && (share < min || !salient)) continue;
    for (const i of piece.pixels) out.data[i] = 1;
  }
  return out;
}

/** Sum of the saliency in a piece. */
function weightOf(piece: Component, analysis: PhotoAnalysis): number {
  let sum = 0;
  for (const i of piece.pixels) sum += analysis.saliency.data[i]!;
  return sum;
}
