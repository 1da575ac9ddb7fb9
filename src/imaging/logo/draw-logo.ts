import type { SKRSContext2D } from '@napi-rs/canvas';
import { area, type Box, shortSide } from '../../ad/geometry.ts';
import type { HexColour } from '../../ad/scene.ts';
import { fromCanvas, toCanvas } from '../canvas.ts';
import { luminance, parseHex, rgbToOklab, wcagRatio } from '../colour.ts';
import type { Raster } from '../raster.ts';
import type { LogoMark } from './logo-mark.ts';

export interface DrawnLogo {
  readonly image: Raster;
  /** Whether it stands on a sheet of its own. */
  readonly sheet: boolean;
}

/** Least contrast of a mark's mean with what is under it, and the greatest spread of that ground's lightness. */
const MIN_CONTRAST = 2;
const MAX_SPREAD = 0.14;

/** Rounding and padding of a sheet as shares of its shorter side. */
const ROUNDING = 0.2;
const PADDING = 0.14;

const LIGHT: HexColour = '#ffffff';
const DARK: HexColour = '#161616';

/**
 * Sets a logo into a box of a picture. A mark without a ground of its own stands on the picture where it can be made
 * out there, else on a light or dark sheet; a logo with a ground keeps it, as a sheet with rounded corners.
 */
export function drawLogo(picture: Raster, mark: LogoMark, box: Box): DrawnLogo {
  const sheet = logoSheet(picture, mark, box);
  const canvas = toCanvas(picture);
  paintLogo(canvas.getContext('2d'), mark.image, sheet, box);
  return { image: fromCanvas(canvas), sheet: sheet !== undefined };
}

/** What a logo stands on in a picture: a sheet of a colour, its own ground (`picture`), or nothing. */
export const logoSheet = (picture: Raster, { image, ground }: LogoMark, box: Box): LogoSheet =>
  ground === 'none' ? sheetFor(picture, image, box) : ground;

export type LogoSheet = HexColour | 'picture' | undefined;

/** Draws a logo into a box. @param image a mark's */
export function paintLogo(context: SKRSContext2D, image: Raster, colour: LogoSheet, box: Box): void {
  context.save();
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  const sheet = colour !== undefined;
  const coloured = sheet && colour !== 'picture';
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, sheet ? ROUNDING * shortSide(box) : 0);
  if (coloured) {
    context.fillStyle = colour;
    context.fill();
  }
  context.clip();
  drawInside(context, image, box, coloured ? PADDING * shortSide(box) : 0);
  context.restore();
}

/** Whole, in the middle, as large as the padding allows. */
function drawInside(context: SKRSContext2D, image: Raster, box: Box, padding: number): void {
  const scale = Math.min((box.width - 2 * padding) / image.width, (box.height - 2 * padding) / image.height);
  const width = image.width * scale;
  const height = image.height * scale;
  context.drawImage(
    toCanvas(image),
    box.x + (box.width - width) / 2,
    box.y + (box.height - height) / 2,
    width,
    height,
  );
}

/** The colour of the sheet that a mark needs; undefined where it can be made out without one. */
function sheetFor(picture: Raster, mark: Raster, box: Box): HexColour | undefined {
  const own = meanOf(mark, { x: 0, y: 0, width: mark.width, height: mark.height });
  const under = meanOf(picture, box);
  if (wcagRatio(own.luminance, under.luminance) >= MIN_CONTRAST && under.spread <= MAX_SPREAD) {
    return undefined;
  }
  const contrastWith = (colour: HexColour): number => wcagRatio(own.luminance, luminance(parseHex(colour)));
  return contrastWith(LIGHT) >= contrastWith(DARK) ? LIGHT : DARK;
}

/** Mean luminance, and standard deviation of OKLab's lightness, of what shows in a box. */
function meanOf({ width, data }: Raster, box: Box): { luminance: number; spread: number } {
  let weight = 0;
  let light = 0;
  let sum = 0;
  let squares = 0;
  // A logo is small: a few thousand pixels tell as much as all of them.
  const step = Math.max(1, Math.floor(Math.sqrt(area(box) / 4096)));
  for (let y = box.y; y < box.y + box.height; y += step) {
    for (let x = box.x; x < box.x + box.width; x += step) {
      const at = (y * width + x) * 4;
      const share = data[at + 3]! / 255;
      const rgb = [data[at]!, data[at + 1]!, data[at + 2]!] as const;
      const [lightness] = rgbToOklab(rgb);
      weight += share;
      light += share * luminance(rgb);
      sum += share * lightness;
      squares += share * lightness * lightness;
    }
  }
  if (weight === 0) return { luminance: 0, spread: 0 };
  const mean = sum / weight;
  return { luminance: light / weight, spread: Math.sqrt(Math.max(0, squares / weight - mean * mean)) };
}
