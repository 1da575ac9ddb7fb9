import type { Raster } from '../raster.ts';
import { hasCutoutAlpha } from './existing-alpha.ts';
import { type Background, backgroundOf, isWellKnown } from './segmentation/background.ts';
import { analysePhoto, type PhotoAnalysis } from './segmentation/photo-analysis.ts';
import { type Segmentation, segment } from './segmentation/segment.ts';

/** What the pixels of a photo say by rules alone. */
export interface RuleSegmentation {
  readonly analysis: PhotoAnalysis;
  readonly background: Background;
  /** Product and ground told apart; absent where nothing stands out, or where it was not asked. */
  readonly own?: Segmentation | undefined;
}

/** Longer side at which product and ground are told apart by rules alone. */
const WORKING_SIDE = 400;

/** The same beside a model, which tells them apart: the pixels only have a say. */
const SECOND_SIDE = 288;

/** Where there is no model. */
export function segmentAlone(photo: Raster): RuleSegmentation {
  const analysis = analysePhoto(photo, WORKING_SIDE);
  const background = backgroundOf(analysis);
  return { analysis, background, own: segment(analysis, background) };
}

/** Beside a model. Pixels have a say only where the ground is well known. */
export function segmentBesideModel(photo: Raster): RuleSegmentation {
  const analysis = analysePhoto(photo, SECOND_SIDE);
  const background = backgroundOf(analysis);
  return { analysis, background, own: isWellKnown(background) ? segment(analysis, background) : undefined };
}

/**
 * The same while the model looks, of which it needs nothing.
 *
 * @returns undefined for a photo that came cut out: neither is asked of it
 */
export const segmentMeanwhile = (photo: Raster): RuleSegmentation | undefined =>
  hasCutoutAlpha(photo) ? undefined : segmentBesideModel(photo);
