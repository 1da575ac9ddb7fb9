import type { Size } from '../ad/geometry.ts';
import type { Stage } from '../ad/scene.ts';
import { cropRaster, middleOf } from './crop.ts';
import { estimateStage } from './estimate-stage.ts';
import { fitPicture } from './fit-picture.ts';
import type { Raster } from './raster.ts';
import { cropStage } from './stage.ts';

export interface FinishRequest {
  readonly picture: { readonly image: Raster; readonly stage?: Stage };
  /** Size of the ad. */
  readonly size: Size;
}

/**
 * An engine's picture at the size of the ad, together with what is known of it. Blocks that stand over are cut off;
 * a picture that is too small is enlarged. What the engine does not know of its own picture is estimated.
 */
export async function finishPicture({
  picture,
  size,
}: FinishRequest): Promise<{ image: Raster; stage: Stage }> {
  if (picture.stage === undefined || picture.image.width < size.width || picture.image.height < size.height) {
    const image = await fitPicture(picture.image, size);
    return { image, stage: estimateStage(image) };
  }
  const box = middleOf(picture.image, size);
  return { image: cropRaster(picture.image, box), stage: cropStage(picture.stage, box) };
}
