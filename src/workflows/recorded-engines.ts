import type { Decisions } from '../ad/recipe.ts';
import type { Engines } from '../engines/ports.ts';
import { fingerprint } from '../workflow/fingerprint.ts';

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
