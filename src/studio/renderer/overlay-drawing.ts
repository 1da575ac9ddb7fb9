import type { SKRSContext2D } from '@napi-rs/canvas';
import { drawn } from '../../imaging/canvas.ts';
import { LINEAR_OF_BYTE } from '../../imaging/colour.ts';
import { gaussianBlur } from '../../imaging/filter.ts';
import { createPlane, type Plane, type Raster } from '../../imaging/raster.ts';
import type { LinearRgb } from './linear-colour.ts';
import type { LinearPicture } from './linear-picture.ts';

export interface OverlayOptions {
  /** Light that falls on what is drawn: its colours are albedo as a screen shows it. */
  readonly light: LinearRgb;
  /** Standard deviation of the lens blur in pixels; 0 unless said otherwise. */
  readonly blur?: number;
}

/** Draws over a picture, in the picture's pixels and in place; what is blurred is drawn at a smaller scale. */
export function overlayDrawing(
  picture: LinearPicture,
  draw: (context: SKRSContext2D) => void,
  { light, blur = 0 }: OverlayOptions,
): void {
  const scale = blur < 1 ? 1 : blur < 3 ? 2 : 4;
  const width = Math.ceil(picture.width / scale);
  const height = Math.ceil(picture.height / scale);
  const raster = drawn(width, height, (context) => {
    context.scale(1 / scale, 1 / scale);
    draw(context);
  });
  if (scale === 1) overlaySharp(picture, raster, light);
  else overlaySoft(picture, raster, light, scale, blur / scale);
}

function overlaySharp({ r, g, b }: LinearPicture, { data }: Raster, light: LinearRgb): void {
  for (let i = 0, at = 0; i < r.data.length; i++, at += 4) {
    const alpha = data[at + 3]!;
    if (alpha === 0) continue;
    const share = alpha / 255;
    r.data[i]! += (light[0] * LINEAR_OF_BYTE[data[at]!]! - r.data[i]!) * share;
    g.data[i]! += (light[1] * LINEAR_OF_BYTE[data[at + 1]!]! - g.data[i]!) * share;
    b.data[i]! += (light[2] * LINEAR_OF_BYTE[data[at + 2]!]! - b.data[i]!) * share;
  }
}

function overlaySoft(
  picture: LinearPicture,
  raster: Raster,
  light: LinearRgb,
  scale: number,
  sigma: number,
): void {
  const { width } = raster;
  const [first, last] = rowsDrawn(raster);
  if (last < first) return;
  const top = Math.max(0, first - Math.ceil(3 * sigma));
  const height = Math.min(raster.height, last + Math.ceil(3 * sigma) + 2) - top;
  const data = raster.data.subarray(top * width * 4, (top + height) * width * 4);
  const planes = [0, 1, 2, 3].map(() => createPlane(width, height)) as [Plane, Plane, Plane, Plane];
  for (let i = 0; i < width * height; i++) {
    const at = i * 4;
    const share = data[at + 3]! / 255;
    if (share === 0) continue;
    for (let c = 0; c < 3; c++) planes[c]!.data[i] = share * light[c]! * LINEAR_OF_BYTE[data[at + c]!]!;
    planes[3].data[i] = share;
  }
  const [r, g, b, alpha] = planes.map((plane) => gaussianBlur(plane, sigma).data) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const to = [picture.r.data, picture.g.data, picture.b.data] as const;
  const until = top + height === raster.height ? picture.height : (top + height - 1) * scale;
  for (let y = top * scale; y < until; y++) {
    const cy = Math.max(0, Math.min(height - 1.001, (y + 0.5) / scale - 0.5 - top));
    const row = (cy | 0) * width;
    const fy = cy - (cy | 0);
    for (let x = 0; x < picture.width; x++) {
      const cx = Math.max(0, Math.min(width - 1.001, (x + 0.5) / scale - 0.5));
      const fx = cx - (cx | 0);
      const i = row + (cx | 0);
      const covered = between(alpha, i, width, fx, fy);
      if (covered < 1e-4) continue;
      const at = y * picture.width + x;
      to[0][at] = to[0][at]! * (1 - covered) + between(r, i, width, fx, fy);
      to[1][at] = to[1][at]! * (1 - covered) + between(g, i, width, fx, fy);
      to[2][at] = to[2][at]! * (1 - covered) + between(b, i, width, fx, fy);
    }
  }
}

/** First and last row with anything on it; the last is before the first where there is none. */
function rowsDrawn({ data, width, height }: Raster): readonly [first: number, last: number] {
  const empty = (row: number): boolean => {
    for (let i = row * width * 4 + 3; i < (row + 1) * width * 4; i += 4) if (data[i] !== 0) return false;
    return true;
  };
  let first = 0;
  while (first < height && empty(first)) first++;
  let last = height - 1;
  while (last >= first && empty(last)) last--;
  return [first, last];
}

function between(data: Float32Array, i: number, width: number, fx: number, fy: number): number {
  const upper = data[i]! + (data[i + 1]! - data[i]!) * fx;
  const lower = data[i + width]! + (data[i + width + 1]! - data[i + width]!) * fx;
  return upper + (lower - upper) * fy;
}
