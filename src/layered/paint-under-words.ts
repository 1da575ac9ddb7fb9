import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Face } from '../ad/face.ts';
import { paintLayers } from '../design/paint/paint-design.ts';
import { toCanvas } from '../imaging/canvas.ts';
import { logoSheet, paintLogo } from '../imaging/logo/draw-logo.ts';
import { logoMark } from '../imaging/logo/logo-mark.ts';
import { paintShadow } from '../typography/paint-block.ts';
import { paintUnderlay } from '../typography/paint-underlay.ts';
import type { AdContent } from './ad-content.ts';

/** Paints all of an ad that is of pixels: what lies behind its words, their soft shadows, and the logo. */
export function paintUnderWords(context: SKRSContext2D, content: AdContent, faces: readonly Face[]): void {
  paintBase(context, content);
  for (const block of content.text?.blocks ?? []) paintShadow(context, block, faces);
  paintAdLogo(context, content);
}

/** The design's layers, or the picture with what was laid under the words. */
export function paintBase(context: SKRSContext2D, { ground, text, size }: AdContent): void {
  if (ground.kind === 'design') {
    paintLayers(context, ground.layout.layers, ground.pictures);
    return;
  }
  // What is blurred under words is of the picture's own pixels, at its own size.
  const canvas = toCanvas(ground.image);
  for (const underlay of text?.underlays ?? []) paintUnderlay(canvas.getContext('2d'), underlay);
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, size.width, size.height);
}

/** The shop's logo where it stands in the finished ad, on the sheet that it has there. */
export function paintAdLogo(context: SKRSContext2D, { logo }: AdContent): void {
  if (logo === undefined) return;
  const mark = logoMark(logo.image);
  paintLogo(context, mark.image, logoSheet(logo.before, mark, logo.box), logo.box);
}
