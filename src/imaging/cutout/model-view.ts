import type { Box } from '../../ad/geometry.ts';
import { cropRaster } from '../crop.ts';
import type { Raster } from '../raster.ts';
import { flattened } from '../rgb.ts';
import { hasCutoutAlpha } from './existing-alpha.ts';
import { type Look, viewOf } from './looks.ts';

export interface ModelViewRequest {
  readonly photo: Raster;
  /** The part of it that is looked at, whole numbers inside of the photo. */
  readonly box: Box;
  /** Of the square that the model takes. */
  readonly side: number;
  /** How it is looked at; absent = as it is. */
  readonly look?: Look;
}

/**
 * A part of a photo as a model that finds products is shown it: brought to a square, over white where it is see-through.
 *
 * @returns three bytes a pixel, rows from the top; undefined for a photo that came cut out and needs no model
 */
export function modelView({ photo, box, side, look = 'plain' }: ModelViewRequest): Uint8Array | undefined {
  if (hasCutoutAlpha(photo)) return undefined;
  const whole = box.width === photo.width && box.height === photo.height;
  const part = flattened(whole ? photo : cropRaster(photo, box));
  const view = new Uint8Array(new SharedArrayBuffer(side * side * 3));
  view.set(viewOf(part, side, look));
  return view;
}
