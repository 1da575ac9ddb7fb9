import type { Face } from '../ad/face.ts';
import type { TextLayout } from '../ad/layout.ts';
import { fromCanvas, toCanvas } from '../imaging/canvas.ts';
import type { Raster } from '../imaging/raster.ts';
import { paintBehind, paintLetters } from './paint-block.ts';
import { paintUnderlay } from './paint-underlay.ts';

/**
 * Draws the words of a layout onto a picture.
 *
 * @param image of the layout's size
 * @param faces those that the layout was made with
 * @throws RangeError when the sizes differ
 */
export function drawText(image: Raster, layout: TextLayout, faces: readonly Face[]): Raster {
  const { width, height } = layout.size;
  if (image.width !== width || image.height !== height) {
    throw new RangeError(
      `Expected a picture of ${width}×${height} for this layout, got ${image.width}×${image.height}`,
    );
  }
  const canvas = toCanvas(image);
  const context = canvas.getContext('2d');
  for (const underlay of layout.underlays) paintUnderlay(context, underlay);
  for (const block of layout.blocks) paintBehind(context, block, faces);
  for (const block of layout.blocks) paintLetters(context, block, faces);
  return fromCanvas(canvas);
}
