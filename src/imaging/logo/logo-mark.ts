import type { Box } from '../../ad/geometry.ts';
import type { HexColour } from '../../ad/scene.ts';
import { deltaEOk, type Oklab, type Rgb, rgbToOklab, toHex } from '../colour.ts';
import { cropRaster } from '../crop.ts';
import type { Raster } from '../raster.ts';

/** A logo as it was given, made ready for being set on a picture. */
export interface LogoMark {
  /** Cropped to what it shows. */
  readonly image: Raster;
  /**
   * What lies around the mark in its file: nothing where that is transparent, one colour as on paper, or `picture`
   * where it fills its file to the edges.
   */
  readonly ground: 'none' | 'picture' | HexColour;
}

/** Alpha from which on a pixel shows. */
const SHOWN = 8;

/** Share of the edge's pixels that must be alike for a ground of one colour, and how alike (see deltaEOk). */
const ALIKE = 0.95;
const NEAR = 4;

/** What a logo shows, and what it is shown on. */
export function logoMark(logo: Raster): LogoMark {
  const edge = edgeOf(logo);
  const alpha = (i: number): number => logo.data[i * 4 + 3]!;
  if (edge.some((i) => alpha(i) < 128)) {
    return {
      image: cropRaster(
        logo,
        boxWhere(logo, (i) => alpha(i) > SHOWN),
      ),
      ground: 'none',
    };
  }
  const first = [...edge].sort((a, b) => lightness(logo, a) - lightness(logo, b))[edge.length >> 1] ?? 0;
  const ground = labAt(logo, first);
  const alike = edge.filter((i) => deltaEOk(labAt(logo, i), ground) < NEAR).length;
  if (alike < ALIKE * edge.length) return { image: logo, ground: 'picture' };
  return {
    image: cropRaster(
      logo,
      boxWhere(logo, (i) => deltaEOk(labAt(logo, i), ground) > NEAR),
    ),
    ground: toHex(rgbAt(logo, first)),
  };
}

/** Indices of the outermost pixels. */
function edgeOf({ width, height }: Raster): readonly number[] {
  const all: number[] = [];
  for (let x = 0; x < width; x++) all.push(x, (height - 1) * width + x);
  for (let y = 1; y < height - 1; y++) all.push(y * width, y * width + width - 1);
  return all;
}

/** The box around all pixels that count; the whole picture where none does. */
function boxWhere({ width, height }: Raster, counts: (i: number) => boolean): Box {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!counts(y * width + x)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (right < 0) return { x: 0, y: 0, width, height };
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function rgbAt({ data }: Raster, i: number): Rgb {
  return [data[i * 4]!, data[i * 4 + 1]!, data[i * 4 + 2]!];
}

const labAt = (raster: Raster, i: number): Oklab => rgbToOklab(rgbAt(raster, i));

const lightness = (raster: Raster, i: number): number => labAt(raster, i)[0];
