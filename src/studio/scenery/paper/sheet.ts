import type { SKRSContext2D } from '@napi-rs/canvas';
import { type Box, bottom, expand, intersection, right, shortSide } from '../../../ad/geometry.ts';
import { drawn } from '../../../imaging/canvas.ts';
import type { Oklch } from '../../../imaging/colour.ts';
import { gaussianBlur } from '../../../imaging/filter.ts';
import { createPlane, type Plane } from '../../../imaging/raster.ts';
import { type LinearRgb, oklchToLinear } from '../../renderer/linear-colour.ts';
import type { LinearPicture } from '../../renderer/linear-picture.ts';
import { noiseTile } from '../../renderer/noise-tile.ts';
import { levelFor, sampleLevel } from '../../renderer/tile.ts';

/** A sheet of coloured paper with a cut outline, laid some way in front of what is behind it. */
export interface Sheet {
  readonly tone: Oklch;
  /** Distance from what is behind it, as a share of the picture's shorter side: long shadows from 0.03. */
  readonly gap: number;
  /** What its outline lies in, pixels; the whole picture where absent. */
  readonly box?: Box;
  /** Fills the shape in the picture's pixels, with any opaque style. */
  cut(context: SKRSContext2D): void;
}

/** What all sheets of a picture share. */
export interface PaperLight {
  /** Unit vector in the picture towards the lamp; y grows downwards. */
  readonly towards: readonly [x: number, y: number];
  /** Light that falls on the paper. */
  readonly light: LinearRgb;
  /** Share of the light, a channel, that is left in a shadow. */
  readonly shade: LinearRgb;
  /** Tooth of the paper, mean 0, about −1…1; of the picture's size. */
  readonly tooth: Plane;
}

const SHADOW_SCALE = 4;

/** Lays a sheet over the picture, in place: first its shadow, then the paper with its lit and its dark edge. */
export function drawSheet(picture: LinearPicture, sheet: Sheet, paper: PaperLight): void {
  if (sheet.gap > 0) castShadow(picture, sheet, paper);
  const { x: left, y: top, width, height } = whole(picture, sheet.box);
  if (width === 0 || height === 0) return;
  const { data } = drawn(width, height, (context) => {
    context.translate(-left, -top);
    sheet.cut(context);
  });
  const tone = oklchToLinear(sheet.tone);
  const rim = Math.max(1, Math.round(shortSide(picture) / 640));
  // The pixel next to this one on the lamp's side, and the one away from it.
  const stepX = Math.round(paper.towards[0] * rim * 1.4);
  const stepY = Math.round(paper.towards[1] * rim * 1.4);
  const tooth = paper.tooth.data;
  const shift = Math.round(sheet.gap * 7919);
  for (let y = 0; y < height; y++) {
    const litRow = Math.max(0, Math.min(height - 1, y + stepY)) * width;
    const darkRow = Math.max(0, Math.min(height - 1, y - stepY)) * width;
    for (let x = 0; x < width; x++) {
      const alpha = data[(y * width + x) * 4 + 3]!;
      if (alpha === 0) continue;
      const litX = Math.max(0, Math.min(width - 1, x + stepX));
      const darkX = Math.max(0, Math.min(width - 1, x - stepX));
      const open = alpha - data[(litRow + litX) * 4 + 3]!;
      const shut = alpha - data[(darkRow + darkX) * 4 + 3]!;
      const at = (y + top) * picture.width + x + left;
      const grit = tooth[(at + shift) % tooth.length]!;
      const level = 1 + 0.035 * grit + (open > 0 ? open * 0.0011 : 0) - (shut > 0 ? shut * 0.0006 : 0);
      const share = alpha / 255;
      picture.r.data[at]! += (tone[0] * paper.light[0] * level - picture.r.data[at]!) * share;
      picture.g.data[at]! += (tone[1] * paper.light[1] * level - picture.g.data[at]!) * share;
      picture.b.data[at]! += (tone[2] * paper.light[2] * level - picture.b.data[at]!) * share;
    }
  }
}

/** The box in whole pixels, as far as it lies in the picture. */
function whole(picture: LinearPicture, box: Box | undefined): Box {
  const all = { x: 0, y: 0, width: picture.width, height: picture.height };
  if (box === undefined) return all;
  const x = Math.floor(box.x);
  const y = Math.floor(box.y);
  return intersection(all, { x, y, width: Math.ceil(right(box)) - x, height: Math.ceil(bottom(box)) - y });
}

/** The sheet's shadow on all that lies behind it: dark and sharp at its foot, wide and faint farther off. In place. */
function castShadow(picture: LinearPicture, sheet: Sheet, paper: PaperLight): void {
  const reach = sheet.gap * shortSide(picture);
  const part = whole(picture, sheet.box === undefined ? undefined : expand(sheet.box, 3.6 * reach));
  if (part.width === 0 || part.height === 0) return;
  const width = Math.ceil(part.width / SHADOW_SCALE) + 2;
  const height = Math.ceil(part.height / SHADOW_SCALE) + 2;
  const { data } = drawn(width, height, (context) => {
    context.scale(1 / SHADOW_SCALE, 1 / SHADOW_SCALE);
    context.translate(-part.x - paper.towards[0] * reach, -part.y - paper.towards[1] * reach);
    sheet.cut(context);
  });
  const mask = createPlane(width, height);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = data[i * 4 + 3]! / 255;
  const near = gaussianBlur(mask, (0.28 * reach) / SHADOW_SCALE);
  const wide = gaussianBlur(mask, (0.9 * reach) / SHADOW_SCALE);
  const soft = createPlane(width, height);
  for (let i = 0; i < soft.data.length; i++) soft.data[i] = 0.6 * near.data[i]! + 0.4 * wide.data[i]!;
  const [sr, sg, sb] = [1 - paper.shade[0], 1 - paper.shade[1], 1 - paper.shade[2]];
  for (let y = 0; y < part.height; y++) {
    const cy = Math.max(0, (y + 0.5) / SHADOW_SCALE - 0.5);
    const row = (cy | 0) * width;
    const fy = cy - (cy | 0);
    for (let x = 0; x < part.width; x++) {
      const cx = Math.max(0, (x + 0.5) / SHADOW_SCALE - 0.5);
      const fx = cx - (cx | 0);
      const i = row + (cx | 0);
      const upper = soft.data[i]! + (soft.data[i + 1]! - soft.data[i]!) * fx;
      const lower = soft.data[i + width]! + (soft.data[i + width + 1]! - soft.data[i + width]!) * fx;
      const share = upper + (lower - upper) * fy;
      if (share < 1e-3) continue;
      const at = (y + part.y) * picture.width + x + part.x;
      picture.r.data[at]! *= 1 - sr * share;
      picture.g.data[at]! *= 1 - sg * share;
      picture.b.data[at]! *= 1 - sb * share;
    }
  }
}

/** The tooth of drawing paper: a fine grain over small clouds of pulp. */
export function paperTooth(width: number, height: number, seed: number): Plane {
  const plane = createPlane(width, height);
  const noise = noiseTile();
  const scale = 1080 / Math.min(width, height);
  const fine = levelFor(noise, 0.55 * scale);
  const pulp = levelFor(noise, 0.1 * scale);
  const [offsetX, offsetY] = [seed % 61, (seed >>> 8) % 59];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // Turned, so that the tile's lattice does not show as rows and columns.
      const u = (x * 0.86 - y * 0.51) * scale;
      const v = (x * 0.51 + y * 0.86) * scale;
      plane.data[y * width + x] =
        0.9 * sampleLevel(fine, offsetX + u * 0.55, offsetY + v * 0.55) +
        0.75 * sampleLevel(pulp, offsetY + v * 0.1, offsetX - u * 0.1);
    }
  }
  return plane;
}
