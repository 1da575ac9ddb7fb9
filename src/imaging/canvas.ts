import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { createRaster, type Raster } from './raster.ts';

/** A canvas of the raster's size with its pixels on it. */
export function toCanvas(raster: Raster): Canvas {
  const canvas = createCanvas(raster.width, raster.height);
  const context = canvas.getContext('2d');
  // The canvas refuses shared memory, so the pixels pass through an ImageData of its own.
  const pixels = context.createImageData(raster.width, raster.height);
  pixels.data.set(raster.data);
  context.putImageData(pixels, 0, 0);
  return canvas;
}

/** What is on the canvas, as a raster. */
export function fromCanvas(canvas: Canvas): Raster {
  const raster = createRaster(canvas.width, canvas.height);
  raster.data.set(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data);
  return raster;
}

/** Draws on an empty, transparent canvas and returns the result. */
export function drawn(width: number, height: number, draw: (context: SKRSContext2D) => void): Raster {
  const canvas = createCanvas(width, height);
  draw(canvas.getContext('2d'));
  return fromCanvas(canvas);
}
