import { Path2D } from '@napi-rs/canvas';
import type { Box, Size } from '../../ad/geometry.ts';
import { drawn, toCanvas } from '../canvas.ts';
import type { PlacedLayer } from './layer.ts';

/** How a whole photo is framed. */
const FRAMES = ['card', 'polaroid', 'arch'] as const;

/** Widths of the white border as shares of the card's shorter side. */
const BORDER = 0.035;
const POLAROID_FOOT = 0.14;

/** An arch needs height; wider photos become cards. */
const ARCH_RATIO = 0.9;

/**
 * A photo in a designed frame of its own size: a rounded card, an instant picture with a foot, or an arched window.
 * The photo fills the window; what does not fit is cut at its sides in equal parts.
 *
 * @param seed chooses the frame
 */
export function photoCard({ image, ...at }: PlacedLayer, seed: number): PlacedLayer {
  const { width, height } = image;
  const wanted = FRAMES[seed % FRAMES.length] ?? 'card';
  const frame = wanted === 'arch' && width > ARCH_RATIO * height ? 'card' : wanted;
  const border = Math.max(3, Math.round(BORDER * Math.min(width, height)));
  const foot = frame === 'polaroid' ? Math.round(POLAROID_FOOT * Math.min(width, height)) : border;
  const window: Box = { x: border, y: border, width: width - 2 * border, height: height - border - foot };
  const outer = outline({ x: 0, y: 0, width, height }, frame, frame === 'polaroid' ? 0.012 : 0.05);
  const inner = outline(window, frame, frame === 'polaroid' ? 0.004 : 0.035);
  const photo = toCanvas(image);
  const framed = drawn(width, height, (context) => {
    context.fillStyle = '#fbfaf7';
    context.fill(outer);
    context.save();
    context.clip(inner);
    const cover = coverOf(image, window);
    context.imageSmoothingQuality = 'high';
    context.drawImage(
      photo,
      cover.x,
      cover.y,
      cover.width,
      cover.height,
      window.x,
      window.y,
      window.width,
      window.height,
    );
    context.restore();
    context.strokeStyle = 'rgba(0, 0, 0, 0.08)';
    context.lineWidth = Math.max(1, border / 14);
    context.stroke(inner);
  });
  return { image: framed, ...at };
}

function outline({ x, y, width, height }: Box, frame: (typeof FRAMES)[number], rounding: number): Path2D {
  const path = new Path2D();
  const radius = rounding * Math.min(width, height);
  if (frame !== 'arch') {
    path.roundRect(x, y, width, height, radius);
    return path;
  }
  path.roundRect(x, y, width, height, [width / 2, width / 2, radius, radius]);
  return path;
}

/** The largest middle part of the photo with the window's proportions. */
function coverOf(photo: Size, window: Size): Box {
  const scale = Math.min(photo.width / window.width, photo.height / window.height);
  const width = window.width * scale;
  const height = window.height * scale;
  return { x: (photo.width - width) / 2, y: (photo.height - height) / 2, width, height };
}
