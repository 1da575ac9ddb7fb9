import { type Box, bottom, right, type Size } from '../ad/geometry.ts';
import { drawn, toCanvas } from '../imaging/canvas.ts';
import { resizeRaster } from '../imaging/filter.ts';
import type { Raster } from '../imaging/raster.ts';
import type { Gesture } from './gesture.ts';
import type { Loop, LoopItem, Wheel } from './loop.ts';

/** A size at a scale, in whole pixels. */
export const scaledSize = ({ width, height }: Size, scale: number): Size => ({
  width: Math.max(1, Math.round(width * scale)),
  height: Math.max(1, Math.round(height * scale)),
});

/** The same ad in motion with fewer pixels. @param scale 0–1 */
export function scaleLoop(loop: Loop, scale: number): Loop {
  const size = scaledSize(loop.size, scale);
  const scaling: Scaling = { x: size.width / loop.size.width, y: size.height / loop.size.height };
  return {
    ...loop,
    size,
    still: resizeRaster(loop.still, size.width, size.height),
    items: loop.items.map((item) => scaledItem(item, scaling)),
  };
}

interface Scaling {
  readonly x: number;
  readonly y: number;
}

function scaledItem({ box, image, gestures, wheels, bare }: LoopItem, by: Scaling): LoopItem {
  const around = wholeBox(box, by);
  return {
    box: around,
    image: scaledImage(image, box, around, by),
    gestures: gestures.map((gesture) => scaledGesture(gesture, by)),
    ...(wheels === undefined ? {} : { wheels: wheels.map((wheel) => scaledWheel(wheel, by)) }),
    ...(bare === undefined ? {} : { bare: scaledImage(bare, box, around, by) }),
  };
}

function wholeBox(box: Box, by: Scaling): Box {
  const [x, y] = [Math.floor(box.x * by.x), Math.floor(box.y * by.y)];
  return { x, y, width: Math.ceil(right(box) * by.x) - x, height: Math.ceil(bottom(box) * by.y) - y };
}

function scaledImage(image: Raster, box: Box, around: Box, by: Scaling): Raster {
  return drawn(around.width, around.height, (context) => {
    context.imageSmoothingQuality = 'high';
    context.translate(-around.x, -around.y);
    context.drawImage(toCanvas(image), box.x * by.x, box.y * by.y, box.width * by.x, box.height * by.y);
  });
}

/** A strip is as high as so many of its windows; each digit stays in its own. */
function scaledWheel({ box, strip }: Wheel, by: Scaling): Wheel {
  const digits = Math.round(strip.height / box.height);
  const [x, y] = [Math.round(box.x * by.x), Math.round(box.y * by.y)];
  const width = Math.max(1, Math.round(box.width * by.x));
  const height = Math.max(1, Math.round(box.height * by.y));
  return { box: { x, y, width, height }, strip: resizeRaster(strip, width, digits * height) };
}

function scaledGesture(gesture: Gesture, by: Scaling): Gesture {
  switch (gesture.kind) {
    case 'float':
      return { ...gesture, rise: gesture.rise * by.y };
    case 'pop':
      return { ...gesture, about: { x: gesture.about.x * by.x, y: gesture.about.y * by.y } };
    default:
      return gesture;
  }
}
