import { type Box, grown, intersection, type Size, shortSide } from '../ad/geometry.ts';
import type { Decisions } from '../ad/recipe.ts';
import type { Engines } from '../engines/ports.ts';
import { fingerprint } from '../workflow/fingerprint.ts';

/**
 * What of earlier decisions holds for a picture of this size: places are in its pixels. Presets may have given the
 * format another size since, or a recipe may never have been ours; then places are looked for anew.
 */
export function decisionsFor(size: Size, decided: Partial<Decisions>): Partial<Decisions> {
  const { productLayout, textLayout, ...rest } = decided;
  const wordsFit = textLayout?.size.width === size.width && textLayout.size.height === size.height;
  const productsFit = productLayout?.placements.every(({ box }) => standsIn(size, box)) === true;
  return {
    ...rest,
    ...(productsFit ? { productLayout } : {}),
    // Words keep off the products: they hold only together.
    ...(wordsFit && productsFit === (productLayout !== undefined) ? { textLayout } : {}),
  };
}

/** Whether a product stands in the picture; it may run over the edges by half of the shorter side. */
function standsIn({ width, height }: Size, box: Box): boolean {
  const frame = { x: 0, y: 0, width, height };
  const room = grown(frame, shortSide(frame) / 2);
  const inside = intersection(box, room);
  const seen = intersection(box, frame);
  return inside.width === box.width && inside.height === box.height && seen.width > 0 && seen.height > 0;
}

/**
 * Engines that answer what was decided before, so that a recipe's picture comes out again and a variant keeps what
 * it does not change. What was not decided yet is asked of the given engines.
 */
export function recordedEngines(
  { brief, productLayout, textLayout }: Partial<Decisions>,
  engines: Engines,
): Engines {
  const { writer, advisor } = engines;
  const placed = productLayout !== undefined || textLayout !== undefined;
  return {
    ...engines,
    writer:
      brief === undefined
        ? writer
        : { name: `recipe ${fingerprint(brief)}`, lane: 'cpu', write: async () => brief },
    advisor: {
      // The advisor's name is part of what its nodes' results are kept under, and recorded ones differ.
      name: placed ? `recipe ${fingerprint([productLayout, textLayout])}` : advisor.name,
      lane: advisor.lane,
      placeProducts: async (request, run) => productLayout ?? advisor.placeProducts(request, run),
      placeText: async (request, run) => textLayout ?? advisor.placeText(request, run),
    },
  };
}
