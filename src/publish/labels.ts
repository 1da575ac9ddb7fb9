import { altTextOf } from '../ad/alt-text.ts';
import { digitalSourceOf, isGenerated } from '../ad/digital-source.ts';
import type { Place } from '../ad/place.ts';
import type { Recipe } from '../ad/recipe.ts';
import { defined } from '../collections/defined.ts';
import type { PictureLabels } from '../imaging/xmp.ts';

/** What a file says of the ad in it besides the pixels. */
export function labelsOf(recipe: Recipe, place?: Place): PictureLabels {
  const { locale } = recipe.request;
  return {
    digitalSource: digitalSourceOf(recipe),
    alt: altTextOf(recipe, locale, place?.bare !== undefined),
    language: locale,
    ...defined({ model: isGenerated(recipe) ? recipe.engine.model : undefined }),
  };
}
