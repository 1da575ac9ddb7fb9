import { createRaster, type Matte, type Raster } from '../../src/imaging/raster.ts';

/** How far two pictures are from each other. Colours count by their share of alpha. */
export interface Difference {
  /** Largest difference of any channel of any pixel, 0–255. */
  readonly largest: number;
  /** Mean over the pixels of each one's largest difference, 0–255. */
  readonly mean: number;
  /** Share of the pixels that differ by more than the tolerance, 0–1. */
  readonly share: number;
  /** Where they differ: grey, eight times as strong. */
  readonly picture: Raster;
}

const STRONGER = 8;

/** @param tolerance difference of a pixel, 0–255, up to which it counts as the same */
export function differenceOf(a: Raster, b: Raster, tolerance: number): Difference {
  const picture = createRaster(a.width, a.height);
  let [largest, sum, over] = [0, 0, 0];
  for (let i = 0; i < picture.data.length; i += 4) {
    const apart = pixelDifference(a.data, b.data, i);
    largest = Math.max(largest, apart);
    sum += apart;
    if (apart > tolerance) over++;
    const level = STRONGER * apart;
    picture.data.set([level, level, level, 255], i);
  }
  const pixels = a.width * a.height;
  return { largest, mean: sum / pixels, share: over / pixels, picture };
}

function pixelDifference(a: Raster['data'], b: Raster['data'], i: number): number {
  const [alphaA, alphaB] = [a[i + 3]!, b[i + 3]!];
  let largest = Math.abs(alphaA - alphaB);
  for (let c = 0; c < 3; c++) {
    largest = Math.max(largest, Math.abs(a[i + c]! * alphaA - b[i + c]! * alphaB) / 255);
  }
  return largest;
}

/** A matte as a grey picture; a raster as it is. */
export function asRaster(picture: Raster | Matte): Raster {
  const { width, height, data } = picture;
  const raster = createRaster(width, height);
  if (data.length === 4 * width * height) raster.data.set(data);
  else for (let i = 0; i < data.length; i++) raster.data.set([data[i]!, data[i]!, data[i]!, 255], i * 4);
  return raster;
}
