import { area, intersection, type Size } from '../../ad/geometry.ts';
import type { ProductLayout } from '../../ad/layout.ts';
import type { Decisions } from '../../ad/recipe.ts';
import { defined } from '../../collections/defined.ts';
import type { Engines } from '../../engines/ports.ts';
import { fingerprint } from '../cache/fingerprint.ts';

/**
 * What of earlier decisions holds for a picture of this size: places are in its pixels. Presets may have given the
 * format another size since, or a recipe may never have been ours; then places are looked for anew.
 */
export function decisionsFor(size: Size, decided: Partial<Decisions>): Partial<Decisions> {
  const { productLayout, textLayout, ...rest } = decided;
  const wordsFit = textLayout?.size.width === size.width && textLayout.size.height === size.height;
  const productsFit = productLayout !== undefined && areInside(size, productLayout.placements);
  return {
    ...rest,
    ...defined({
      productLayout: productsFit ? productLayout : undefined,
      // Words keep off the products: they hold only together.
      textLayout: wordsFit && productsFit === (productLayout !== undefined) ? textLayout : undefined,
    }),
  };
}

/** How much of the picture products take together at most, and how much larger than it one may be, for rounding. */
const MAX_COVERAGE = 1.5;
const ROUNDING = 1.02;

/** Whether products stand in the picture: none larger than it, none out of sight, and together not much more than it. */
function areInside(frame: Size, placements: ProductLayout['placements']): boolean {
  const whole = { x: 0, y: 0, ...frame };
  const boxes = placements.map(({ box }) => box);
  const covered = boxes.reduce((sum, box) => sum + area(box), 0);
  return (
    covered <= MAX_COVERAGE * area(frame) &&
    boxes.every(
      (box) =>
        box.width <= ROUNDING * frame.width &&
        box.height <= ROUNDING * frame.height &&
        area(intersection(box, whole)) > 0,
    )
  );
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
