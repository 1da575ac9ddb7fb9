import type { SKRSContext2D } from '@napi-rs/canvas';
import { drawn } from './canvas.ts';
import { LINEAR_OF_BYTE } from './colour.ts';
import { gaussianBlur } from './filter.ts';
import type { LightPicture } from './light-picture.ts';
import type { LinearRgb } from './linear-colour.ts';
import { createPlane, type Plane, type Raster } from './raster.ts';

export interface LayOptions {
  /** Light that falls on what is drawn: its colours are albedo as a screen shows it. */
  readonly light: LinearRgb;
  /** Standard deviation of the lens blur in pixels; 0 unless said otherwise. */
  readonly blur?: number;
}

/** Draws over a picture, in the picture's pixels and in place; what is blurred is drawn at a smaller scale. */
export function layDrawing(
  picture: LightPicture,
  draw: (context: SKRSContext2D) => void,
  { light, blur = 0 }: LayOptions,
): void {
  const scale = blur < 1 ? 1 : blur < 3 ? 2 : 4;
  const width = Math.ceil(picture.width / scale);
  const height = Math.ceil(picture.height / scale);
  const raster = drawn(width, height, (context) => {
    context.scale(1 / scale, 1 / scale);
    draw(context);
  });
  if (scale === 1) laySharp(picture, raster, light);
  else laySoft(picture, raster, light, scale, blur / scale);
}

function laySharp({ r, g, b }: LightPicture, { data }: Raster, light: LinearRgb): void {
  for (let i = 0, at = 0; i < r.data.length; i++, at += 4) {
    const alpha = data[at + 3]!;
    if (alpha === 0) continue;
    const share = alpha / 255;
    r.data[i]! += (light[0] * LINEAR_OF_BYTE[data[at]!]! - r.data[i]!) * share;
    g.data[i]! += (light[1] * LINEAR_OF_BYTE[data[at + 1]!]! - g.data[i]!) * share;
    b.data[i]! += (light[2] * LINEAR_OF_BYTE[data[at + 2]!]! - b.data[i]!) * share;
  }
}

function laySoft(
  picture: LightPicture,
  raster: Raster,
  light: LinearRgb,
  scale: number,
  sigma: number,
): void {
  const { width, height, data } = raster;
  const channel = (value: (at: number) => number): Plane => {
    const plane = createPlane(width, height);
    for (let i = 0; i < plane.data.length; i++) {
      if (data[i * 4 + 3] !== 0) plane.data[i] = value(i * 4);
    }
    return gaussianBlur(plane, sigma);
  };
  const share = (at: number): number => data[at + 3]! / 255;
  const alpha = channel(share);
  const parts = ([0, 1, 2] as const).map((c) =>
    channel((at) => share(at) * light[c] * LINEAR_OF_BYTE[data[at + c]!]!),
  );
  const planes = [picture.r, picture.g, picture.b];
  for (let y = 0; y < picture.height; y++) {
    const cy = Math.max(0, Math.min(height - 1.001, (y + 0.5) / scale - 0.5));
    const top = (cy | 0) * width;
    const fy = cy - (cy | 0);
    for (let x = 0; x < picture.width; x++) {
      const cx = Math.max(0, Math.min(width - 1.001, (x + 0.5) / scale - 0.5));
      const left = cx | 0;
      const fx = cx - left;
      const i = top + left;
      const covered = between(alpha.data, i, width, fx, fy);
      if (covered < 1e-4) continue;
      const at = y * picture.width + x;
      for (let c = 0; c < 3; c++) {
        const to = planes[c]!.data;
        to[at] = to[at]! * (1 - covered) + between(parts[c]!.data, i, width, fx, fy);
      }
    }
  }
}

function between(data: Float32Array, i: number, width: number, fx: number, fy: number): number {
  const upper = data[i]! + (data[i + 1]! - data[i]!) * fx;
  const lower = data[i + width]! + (data[i + width + 1]! - data[i + width]!) * fx;
  return upper + (lower - upper) * fy;
}
