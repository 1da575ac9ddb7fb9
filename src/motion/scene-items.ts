import { area, type Box, expand, toWholePixels } from '../ad/geometry.ts';
import type { Underlay } from '../ad/layout.ts';
import { fromCanvas, toCanvas } from '../imaging/canvas.ts';
import { changedPixels } from '../imaging/changed-pixels.ts';
import { behindProduct, liftedProduct } from '../imaging/composite/lift-product.ts';
import { matteBox } from '../imaging/cutout/matte-box.ts';
import type { Matte } from '../imaging/raster.ts';
import { paintUnderlay } from '../typography/paint-underlay.ts';
import type { LoopItem } from './loop.ts';
import type { ScenePicture } from './picture.ts';
import type { Timeline } from './timeline.ts';

/**
 * A picture taken apart into the product and what is behind it, with its shadow. Where the product is a part of the
 * picture, a light passes over it and it stays where it is.
 */
export function sceneItems(
  { image, background, product }: ScenePicture,
  underlays: readonly Underlay[],
  timeline: Timeline,
): readonly LoopItem[] {
  const sheet = { x: 0, y: 0, width: image.width, height: image.height };
  const box = product && seenBox(product);
  const behind =
    background !== undefined && product !== undefined && box !== undefined
      ? behindProduct(image, background, product, box)
      : image;
  const items: LoopItem[] = [{ box: sheet, image: behind, gestures: [] }];
  if (product !== undefined && box !== undefined) {
    items.push({
      box,
      image: liftedProduct(image, behind, product, box),
      gestures: timeline.shown(box, background !== undefined),
    });
  }
  if (underlays.length > 0) {
    const canvas = toCanvas(image);
    for (const underlay of underlays) paintUnderlay(canvas.getContext('2d'), underlay);
    const laid = changedPixels(fromCanvas(canvas), image);
    if (laid !== undefined) items.push({ box: sheet, image: laid, gestures: [] });
  }
  return items;
}

/** Least share of a picture that something must take to be seen as what it shows. */
const SMALLEST = 0.01;

function seenBox(product: Matte): Box | undefined {
  const box = matteBox(product);
  if (box === undefined || area(box) < SMALLEST * area(product)) return undefined;
  return toWholePixels(expand(box, 2), product);
}
