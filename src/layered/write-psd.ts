import { createCanvas } from '@napi-rs/canvas';
import { type Layer, type PixelData, writePsdBuffer } from 'ag-psd';
import type { Size } from '../ad/geometry.ts';
import { fromCanvas } from '../imaging/canvas.ts';
import { cropRaster } from '../imaging/crop.ts';
import type { Raster } from '../imaging/raster.ts';
import { type AdLayer, type DrawnLayer, seenOf } from './ad-layers.ts';
import { drawMarks } from './draw-marks.ts';
import { psdText } from './psd-text.ts';
import type { LayeredAbout } from './write-svg.ts';

/** An ad as a PSD: a named layer each, words as text layers, and the ad itself for programs that show no layers. */
export function writePsd(
  size: Size,
  layers: readonly AdLayer[],
  finished: Raster,
  { xmp }: Pick<LayeredAbout, 'xmp'>,
): Buffer {
  return writePsdBuffer(
    {
      ...size,
      imageData: pixelsOf(finished),
      imageResources: { xmpMetadata: xmp },
      children: layers.flatMap((layer) => layerOf(layer, size)),
    },
    { noBackground: true },
  );
}

const nameOf = ({ title }: Pick<AdLayer, 'title'>): string => `${title.ko} ${title.en}`;

function layerOf(layer: AdLayer, size: Size): readonly Layer[] {
  if (layer.kind === 'pixels') return [pixelLayer(nameOf(layer), layer.image, layer.box)];
  const drawn = drawnPixels(layer, size);
  if (drawn === undefined) return [];
  const text = layer.block === undefined ? undefined : psdText(layer, layer.block);
  return [{ ...pixelLayer(nameOf(layer), drawn.image, drawn.box), ...(text === undefined ? {} : { text }) }];
}

const pixelLayer = (
  name: string,
  image: Raster,
  { x, y }: { readonly x: number; readonly y: number },
): Layer => ({
  name,
  left: x,
  top: y,
  right: x + image.width,
  bottom: y + image.height,
  imageData: pixelsOf(image),
});

const pixelsOf = ({ width, height, data }: Raster): PixelData => ({
  width,
  height,
  data: new Uint8ClampedArray(data),
});

function drawnPixels({ marks }: DrawnLayer, { width, height }: Size) {
  const canvas = createCanvas(width, height);
  drawMarks(canvas.getContext('2d'), marks);
  const image = fromCanvas(canvas);
  const box = seenOf(image);
  return box && { box, image: cropRaster(image, box) };
}
