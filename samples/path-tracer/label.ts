import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { LINEAR_OF_BYTE } from '../../src/imaging/colour.ts';
import type { Colouring } from './pattern.ts';
import type { Pattern } from './scene-file.ts';
import { mix } from './vector.ts';

type Label = Extract<Pattern, { kind: 'label' }>;

/** Dots per centimetre. */
const DENSITY = 160;

/** A printed label, drawn once and then looked up; it lies on surfaces that look towards the camera. */
export function labelPattern(label: Label): Colouring {
  const width = Math.round(label.width * DENSITY);
  const height = Math.round(label.height * DENSITY);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  draw(context, label, width, height);
  const dots = context.getImageData(0, 0, width, height).data;
  // Red carries the ink and green the accent colour.
  const amount = (x: number, y: number, channel: number): number => {
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const at = (c: number, r: number): number =>
      c < 0 || r < 0 || c >= width || r >= height ? 0 : LINEAR_OF_BYTE[dots[(r * width + c) * 4 + channel]!]!;
    const [fx, fy] = [x - column, y - row];
    const upper = at(column, row) * (1 - fx) + at(column + 1, row) * fx;
    const lower = at(column, row + 1) * (1 - fx) + at(column + 1, row + 1) * fx;
    return upper * (1 - fy) + lower * fy;
  };
  return (at, normal, plain) => {
    if (normal[2] < 0.1) return plain;
    const x = (at[0] - label.at[0] + label.width / 2) * DENSITY - 0.5;
    const y = (label.height / 2 + label.at[1] - at[1]) * DENSITY - 0.5;
    return mix(mix(plain, label.accent, amount(x, y, 1)), label.ink, amount(x, y, 0));
  };
}

/** A sprig, the title in large letters, and small lines under it. */
function draw(context: SKRSContext2D, label: Label, width: number, height: number): void {
  const fonts = createRequire(import.meta.url);
  GlobalFonts.registerFromPath(
    fonts.resolve('@expo-google-fonts/gowun-batang/700Bold/GowunBatang_700Bold.ttf'),
    'label title',
  );
  GlobalFonts.registerFromPath(
    fonts.resolve('@expo-google-fonts/gowun-dodum/400Regular/GowunDodum_400Regular.ttf'),
    'label line',
  );
  context.fillStyle = 'black';
  context.fillRect(0, 0, width, height);
  context.globalCompositeOperation = 'lighter';
  sprig(context, width / 2, height * 0.3, height * 0.24);
  context.fillStyle = '#f00';
  context.textAlign = 'center';
  context.font = `${height * 0.125}px "label title"`;
  context.fillText(label.title, width / 2, height * 0.5);
  context.fillRect(width / 2 - height * 0.05, height * 0.56, height * 0.1, height * 0.004);
  context.font = `${height * 0.042}px "label line"`;
  for (const [i, line] of label.lines.entries()) {
    context.fillText(line, width / 2, height * (0.64 + 0.065 * i));
  }
}

/** A stem with pairs of leaves that grow smaller towards its tip. */
function sprig(context: SKRSContext2D, x: number, bottom: number, size: number): void {
  context.save();
  context.translate(x, bottom);
  context.strokeStyle = '#0f0';
  context.fillStyle = '#0f0';
  context.lineWidth = size * 0.02;
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(0, -size);
  context.stroke();
  for (const [up, length] of [
    [0.22, 0.4],
    [0.48, 0.34],
    [0.72, 0.26],
    [0.98, 0.2],
  ] as const) {
    for (const side of up > 0.9 ? [0] : [-1, 1]) {
      context.save();
      context.translate(0, -size * up);
      context.rotate(side * 0.95);
      context.beginPath();
      context.moveTo(0, 0);
      context.quadraticCurveTo(size * length * 0.34, -size * length * 0.5, 0, -size * length);
      context.quadraticCurveTo(-size * length * 0.34, -size * length * 0.5, 0, 0);
      context.fill();
      context.restore();
    }
  }
  context.restore();
}
