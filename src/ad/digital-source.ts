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

/** What a picture of this recipe is to be labelled as. A design may do without a picture of the engine. */
export function digitalSourceOf({ request, engine, decided }: Recipe): DigitalSource {
  const hasPhoto = request.photos.length > 0;
  const isGenerated =
    engine.name !== STUDIO && (decided.design === undefined || decided.design.made !== undefined);
  if (isGenerated) return hasPhoto ? 'compositeWithTrainedAlgorithmicMedia' : 'trainedAlgorithmicMedia';
  return hasPhoto ? 'compositeSynthetic' : 'algorithmicMedia';
}
