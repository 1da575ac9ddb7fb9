import { type Box, intersection } from '../../../ad/geometry.ts';
import { boxWhere } from '../../box-where.ts';
import { type Component, componentsOf, dilated, floodedWide, maskOf, opened } from '../mask.ts';
import { borderOf, isWellKnown } from '../segmentation/background.ts';
import type { CutEvidence } from './cut-evidence.ts';

/** Pixels of the working size beside the outline that are the outline's own. */
const OUTLINE = 3;

/** Edges count from this strength on (OKLab × 100 a pixel), or from this many times the ground's texture. */
const FAINT = 0.8;
const TEXTURES = 2.5;

/** A body is no wider than this beside the part that was found, no taller against its longer side, and stands in line with it by that much. */
const WIDER = 1.5;
const TALLER = 2;
const IN_LINE = 0.75;

/** Most between the two, against the part's longer side: of clear glass often the foot alone is seen. */
const APART = 0.6;

/** Gaps in a faint line up to twice this many pixels do not open it. */
const GAP = 3;

/**
 * The largest piece of ground in line with a cut-out that faint lines close off from the rest: the clear body below a jar's
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
  const size = mask.data.reduce((sum, value) => sum + value, 0);
  const product = boxWhere(mask, (i) => mask.data[i] === 1);
  const body = product && componentsOf(shut).find((piece) => goesOn(piece, product));
  return Math.min(1, (body?.pixels.length ?? 0) / Math.max(1, size));
}

/** Whether a piece goes on where a product ends: a lid's jar is about as wide as the lid, and stands in line with it. */
function goesOn({ left, right, top, bottom }: Component, product: Box): boolean {
  const piece = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
  const common = intersection({ ...piece, y: 0, height: 1 }, { ...product, y: 0, height: 1 }).width;
  const apart = Math.max(product.y - bottom, top - product.y - product.height);
  return (
    piece.width <= WIDER * product.width &&
    common >= IN_LINE * piece.width &&
    apart <= APART * Math.max(product.width, product.height) &&
    piece.height <= TALLER * Math.max(product.width, product.height)
  );
}
