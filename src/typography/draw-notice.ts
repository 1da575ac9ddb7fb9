import { createCanvas } from '@napi-rs/canvas';
import type { Face } from '../ad/face.ts';
import type { Box, Size } from '../ad/geometry.ts';
import { NOTICE_HEIGHT, noticeEm } from '../ad/notice.ts';
import type { HexColour } from '../ad/scene.ts';
import { fromCanvas, toCanvas } from '../imaging/canvas.ts';
import { luminance } from '../imaging/colour.ts';
import type { Raster } from '../imaging/raster.ts';
import { measureRun } from './measure.ts';
import type { Pen } from './pen.ts';
import { cssFont, fontOf } from './register-faces.ts';

/** Room before and after the line, em. */
const PADDING = 0.75;
const WEIGHT = 600;

/** 15.6 to 1, either way round (WCAG 2.2 asks for 4.5: https://www.w3.org/TR/WCAG22/#contrast-minimum). */
const LIGHT: HexColour = '#f4f3f0';
const DARK: HexColour = '#1c1c1c';

/** Pixels of a notice whose letters have this em. */
export function noticeSize(text: string, em: number, [face]: readonly Face[]): Size {
  const context = createCanvas(1, 1).getContext('2d');
  if (face !== undefined) context.font = cssFont(fontOf(face, WEIGHT), em);
  return {
    width: Math.ceil(context.measureText(text).width + 2 * PADDING * em),
    height: Math.ceil(NOTICE_HEIGHT * em),
  };
}

/** Draws a notice into a box of noticeSize: a light pill on a light picture, a dark one on a dark, so that it is quiet. */
export function drawNotice(picture: Raster, text: string, box: Box, [face]: readonly Face[]): Raster {
  const canvas = toCanvas(picture);
  paintNotice(canvas.getContext('2d'), text, box, meanLuminance(picture, box) > EVEN, face);
  return fromCanvas(canvas);
}

/** Draws a notice: dark letters on a light pill, or the other way round. */
export function paintNotice(
  context: Pen,
  text: string,
  box: Box,
  isLight: boolean,
  face: Face | undefined,
): void {
  context.fillStyle = isLight ? LIGHT : DARK;
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, box.height / 2);
  context.fill();
  if (face === undefined) return;
  const em = noticeEm(box);
  const font = fontOf(face, WEIGHT);
  context.font = cssFont(font, em);
  context.fillStyle = isLight ? DARK : LIGHT;
  const { advance, ascent, descent } = measureRun(text, font, 0);
  const baseline = box.y + (box.height + (ascent - descent) * em) / 2;
  context.fillText(text, box.x + (box.width - advance * em) / 2, baseline);
}

/** Luminance that stands apart from black and white alike: (L + 0.05)² = 0.05 × 1.05. */
const EVEN = 0.179;

function meanLuminance({ width, data }: Raster, { x, y, width: wide, height: high }: Box): number {
  let sum = 0;
  for (let row = y; row < y + high; row++) {
    for (let column = x; column < x + wide; column++) {
      const at = (row * width + column) * 4;
      sum += luminance([data[at]!, data[at + 1]!, data[at + 2]!]);
    }
  }
  return sum / (wide * high);
}
