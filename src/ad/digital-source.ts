import type { Recipe } from './recipe.ts';

/**
 * How a picture came about, in the terms of the IPTC
 * (https://cv.iptc.org/newscodes/digitalsourcetype/): drawn by a program; that together with a photo; made by a model
 * that was trained on pictures; that together with a photo.
 */
export type DigitalSource =
  | 'algorithmicMedia'
  | 'compositeSynthetic'
  | 'trainedAlgorithmicMedia'
  | 'compositeWithTrainedAlgorithmicMedia';

/** The engine that draws by rules, and was trained on nothing. */
const STUDIO = 'studio';

/** Whether an engine is a model that was trained on pictures. */
export const isTrained = ({ name }: Recipe['engine']): boolean => name !== STUDIO;

/**
 * Whether a model that was trained on pictures drew in it: a design may do without a picture of the engine, and so does
 * a photo that fills the whole picture.
 */
export function isGenerated({
  engine,
  decided: { design, productLayout },
  request: { photos, use },
}: Pick<Recipe, 'engine' | 'decided' | 'request'>): boolean {
  if (!isTrained(engine)) return false;
  if (design !== undefined) return design.made !== undefined;
  return photos.length === 0 || use === 'restyle' || productLayout !== undefined;
}

/** What a picture of this recipe is to be labelled as. */
export function digitalSourceOf(recipe: Recipe): DigitalSource {
  const hasPhoto = recipe.request.photos.length > 0;
  if (isGenerated(recipe))
    return hasPhoto ? 'compositeWithTrainedAlgorithmicMedia' : 'trainedAlgorithmicMedia';
  return hasPhoto ? 'compositeSynthetic' : 'algorithmicMedia';
}
