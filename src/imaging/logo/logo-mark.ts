import type { HexColour } from '../../ad/scene.ts';
import { boxWhere } from '../box-where.ts';
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
      image: croppedTo(logo, (i) => alpha(i) > SHOWN),
      ground: 'none',
    };
  }
  const first = [...edge].sort((a, b) => lightness(logo, a) - lightness(logo, b))[edge.length >> 1] ?? 0;
  const ground = labAt(logo, first);
  const alike = edge.filter((i) => deltaEOk(labAt(logo, i), ground) < NEAR).length;
  if (alike < ALIKE * edge.length) return { image: logo, ground: 'picture' };
  return {
    image: croppedTo(logo, (i) => deltaEOk(labAt(logo, i), ground) > NEAR),
    ground: toHex(rgbAt(logo, first)),
  };
}

/** The part of a logo around all pixels that count; the whole logo where none does. */
function croppedTo(logo: Raster, counts: (i: number) => boolean): Raster {
  const box = boxWhere(logo, counts);
  return box === undefined ? logo : cropRaster(logo, box);
}

/** Indices of the outermost pixels. */
function edgeOf({ width, height }: Raster): readonly number[] {
  const all: number[] = [];
  for (let x = 0; x < width; x++) all.push(x, (height - 1) * width + x);
  for (let y = 1; y < height - 1; y++) all.push(y * width, y * width + width - 1);
  return all;
}

function rgbAt({ data }: Raster, i: number): Rgb {
  return [data[i * 4]!, data[i * 4 + 1]!, data[i * 4 + 2]!];
}

const labAt = (raster: Raster, i: number): Oklab => rgbToOklab(rgbAt(raster, i));

const lightness = (raster: Raster, i: number): number => labAt(raster, i)[0];
