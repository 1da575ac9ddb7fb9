import { componentsOf, dilated, floodedWide, maskOf, opened } from '../mask.ts';
import { borderOf, isWellKnown } from '../segmentation/background.ts';
import type { CutEvidence } from './cut-evidence.ts';

/** Pixels of the working size beside the outline that are the outline's own. */
const OUTLINE = 3;

/** Edges count from this strength on (OKLab × 100 a pixel), or from this many times the ground's texture. */
const FAINT = 0.8;
const TEXTURES = 2.5;

/** Gaps in a faint line up to twice this many pixels do not open it. */
const GAP = 3;

/**
 * The largest piece of ground beside a cut-out that faint lines close off from the rest: the clear body below a jar's
 * lid, or the white one round a print, which was taken for ground. Holes of the cut-out itself do not count.
 *
 * @returns its size as a share of the product, 0–1; 0 where the ground is not well known, for its pattern closes off much
 */
export function leftBody({ analysis, background, mask, meant }: CutEvidence): number {
  if (!isWellKnown(background)) return 0;
  const { width, height, sharp } = analysis;
  const rim = dilated(mask, OUTLINE);
  const border = borderOf(width, height);
  const least = Math.max(FAINT, TEXTURES * background.texture);
  const outside = floodedWide(
    maskOf(width, height, (i) => rim.data[i] === 0),
    border,
    GAP,
  );
  const calm = maskOf(width, height, (i) => rim.data[i] === 0 && sharp.data[i]! < least);
  const open = floodedWide(calm, border, GAP);
  const shut = opened(
    maskOf(
      width,
      height,
      (i) => meant?.data[i] !== 0 && outside.data[i] === 1 && calm.data[i] === 1 && open.data[i] === 0,
    ),
    2,
  );
  const product = mask.data.reduce((sum, value) => sum + value, 0);
  return Math.min(1, (componentsOf(shut)[0]?.pixels.length ?? 0) / Math.max(1, product));
}
