import { createRaster, type Raster } from './raster.ts';

/** 8-bit colours without alpha, three bytes a pixel, rows from the top without padding. */
export interface Rgb {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The raster's colours over white, where it is not opaque. */
export function flattened({
  width,
  height,
  data,
}: Pick<Raster, 'width' | 'height'> & { data: ArrayLike<number> }): Rgb {
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0, o = 0; o < rgb.length; i += 4, o += 3) {
    const alpha = data[i + 3]!;
    for (let channel = 0; channel < 3; channel++) {
      rgb[o + channel] = Math.round((data[i + channel]! * alpha + 255 * (255 - alpha)) / 255);
    }
  }
  return { width, height, data: rgb };
}

/** The colours as an opaque raster. */
export function opaque({ width, height, data }: Rgb): Raster {
  const raster = createRaster(width, height);
  for (let i = 0, o = 0; i < data.length; i += 3, o += 4) {
    raster.data[o] = data[i]!;
    raster.data[o + 1] = data[i + 1]!;
    raster.data[o + 2] = data[i + 2]!;
    raster.data[o + 3] = 255;
  }
  return raster;
}

/** A byte a pixel: its light, with the weights that television gave the colours (ITU-R 601), as PIL has it. */
export function greys({ data }: Rgb): Uint8Array {
  return Uint8Array.from({ length: data.length / 3 }, (_, i) =>
    Math.round((299 * data[3 * i]! + 587 * data[3 * i + 1]! + 114 * data[3 * i + 2]!) / 1000),
  );
}
