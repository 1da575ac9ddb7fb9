import { createCanvas } from '@napi-rs/canvas';
import type { Face } from '../ad/face.ts';
import { type Box, expand, turnedBounds } from '../ad/geometry.ts';
import type { TextBlock } from '../ad/layout.ts';
import { fillLetters, placeLines, strokeLetters } from './paint-text.ts';

/** Where letters are: one byte a pixel of `box`, 255 = wholly covered. */
export interface GlyphMask {
  /** Whole pixels of the ad. */
  readonly box: Box;
  readonly data: Uint8Array;
}

/**
 * The letters of a block, thickened.
 *
 * @param reach pixels by which they are dilated, 0 or more
 */
export function glyphMask(block: TextBlock, faces: readonly Face[], reach: number): GlyphMask {
  const bounds = turnedBounds(block.box, block.angle);
  const [x, y] = [Math.floor(bounds.x), Math.floor(bounds.y)];
  const ink = {
    x,
    y,
    width: Math.ceil(bounds.x + bounds.width) - x,
    height: Math.ceil(bounds.y + bounds.height) - y,
  };
  const box = expand(ink, Math.ceil(reach) + 2);
  const context = createCanvas(box.width, box.height).getContext('2d');
  const placed = placeLines(block, faces);
  context.translate(-box.x, -box.y);
  fillLetters(context, placed);
  if (reach > 0) strokeLetters(context, placed, 2 * reach);
  const pixels = context.getImageData(0, 0, box.width, box.height).data;
  const data = new Uint8Array(box.width * box.height);
  for (let i = 0; i < data.length; i++) data[i] = pixels[i * 4 + 3]!;
  return { box, data };
}
