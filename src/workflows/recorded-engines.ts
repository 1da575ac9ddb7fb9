import type { Recipe } from '../ad/recipe.ts';
import type { Engines } from '../engines/ports.ts';

/**
 * Engines that decide what a recipe says was decided, so that its picture comes out again. What the recipe does not
 * hold is decided anew by the given engines.
 */
export function recordedEngines({ decided }: Recipe, engines: Engines): Engines {
  const { brief, productLayout, textLayout } = decided;
  return {
    ...engines,
    writer: { name: 'recipe', lane: 'cpu', write: async () => brief },
    advisor: {
      name: 'recipe',
      lane: engines.advisor.lane,
      placeProducts: async (request, run) => productLayout ?? engines.advisor.placeProducts(request, run),
      placeText: async (request, run) => textLayout ?? engines.advisor.placeText(request, run),
    },
  };
}
