import type { SKRSContext2D } from '@napi-rs/canvas';
import { shortSide } from '../../../ad/geometry.ts';
import { drawn } from '../../../imaging/canvas.ts';
import { gaussianBlur } from '../../../imaging/filter.ts';
import { createNoise } from '../../../imaging/noise.ts';
import type { Random } from '../../../imaging/random.ts';
import { createPlane, type Plane } from '../../../imaging/raster.ts';
import type { LinearRgb } from '../../renderer/linear-colour.ts';
import type { LinearPicture } from '../../renderer/linear-picture.ts';

/** Ink on paper: what light it leaves, a channel, where it lies thick. */
export type Ink = LinearRgb;

/** Lays ink where the mask is, in place: it darkens what is there. */
export function soak(stain: LinearPicture, ink: Ink, mask: Plane, strength = 1): void {
  for (const [c, plane] of [stain.r, stain.g, stain.b].entries()) {
    const left = Math.log(Math.max(0.004, ink[c]!));
    for (let i = 0; i < mask.data.length; i++) {
      const amount = mask.data[i]! * strength;
      if (amount > 0) plane.data[i]! *= Math.exp(left * amount);
    }
  }
}

/**
 * Strokes of a full brush: what is drawn, its edges bled a little into the paper, broken where the brush ran dry.
 *
 * @param dry 0 = wet, 1 = the paper's tooth shows everywhere
 */
export function strokes(
  stain: LinearPicture,
  draw: (context: SKRSContext2D) => void,
  bleed: number,
  dry: number,
  random: Random,
): Plane {
  const { width, height } = stain;
  const { data } = drawn(width, height, draw);
  const mask = createPlane(width, height);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = data[i * 4 + 3]! / 255;
  const soft = gaussianBlur(mask, bleed);
  if (dry === 0) return soft;
  const noise = createNoise(Math.floor(random() * 2 ** 32));
  const scale = 540 / shortSide(stain);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (soft.data[i] === 0) continue;
      const tooth =
        noise.value2(x * 0.45 * scale, y * 0.45 * scale) +
        0.7 * noise.value2(x * 0.05 * scale, y * 0.09 * scale);
      soft.data[i]! *= Math.min(1, Math.max(0.15, 1.1 - dry * (0.55 + 0.8 * tooth)));
    }
  }
  return soft;
}

export interface Range {
  /** Row of its highest peaks, and the depth down to which the ink fades into mist, pixels. */
  readonly crest: number;
  readonly height: number;
  readonly mist: number;
  /** Peaks across the picture. */
  readonly peaks: number;
  /** Side on which it is highest: −1 left, 1 right. */
  readonly side: -1 | 1;
}

/** A range of mountains in one wash: darkest along the skyline, running out into mist below. */
export function mountains(stain: LinearPicture, range: Range, random: Random): Plane {
  const { width, height } = stain;
  const unit = shortSide(stain);
  const noise = createNoise(Math.floor(random() * 2 ** 32));
  const mask = createPlane(width, height);
  const line = Math.max(1, unit * 0.004);
  for (let x = 0; x < width; x++) {
    const across = (x / width - 0.5) * range.side;
    const u = (x / unit) * range.peaks;
    // Sharp peaks with round feet, higher on one side, lowest behind the product.
    const peak = 1 - Math.abs(noise.fbm2(u, 3, 4)) * 1.7;
    const rise = 0.35 + 0.75 * Math.max(0, across + 0.32) + 0.35 * Math.max(0, -across - 0.22);
    const skyline = range.crest + range.height * (1 - peak * rise) + noise.value2(u * 9, 5) * unit * 0.004;
    const wet = 0.75 + 0.35 * noise.value2(u * 1.6, 9);
    const from = Math.max(0, Math.floor(skyline));
    const to = Math.min(height, Math.ceil(skyline + range.mist * 3.2));
    for (let y = from; y < to; y++) {
      const below = y + 0.5 - skyline;
      const cover = Math.min(1, below / line);
      if (cover <= 0) continue;
      const fold = noise.fbm2((x / unit) * 6 + 20, (y / unit) * 3.4, 3);
      const body = Math.exp(-((below / (range.mist * (0.8 + 0.5 * fold))) ** 1.3));
      const rim = 0.35 * Math.exp(-below / (line * 2.2));
      mask.data[y * width + x] = cover * Math.max(0, body * (wet + 0.35 * fold) + rim * wet);
    }
  }
  return mask;
}

/** A soft cloud of thin ink around a round place that stays bare: the moon is painted by painting the sky. */
export function halo(stain: LinearPicture, x: number, y: number, radius: number, random: Random): Plane {
  const { width, height } = stain;
  const unit = shortSide(stain);
  const noise = createNoise(Math.floor(random() * 2 ** 32));
  const mask = createPlane(width, height);
  const reach = radius * 2.6;
  for (let row = Math.max(0, Math.floor(y - reach)); row < Math.min(height, y + reach); row++) {
    for (
      let column = Math.max(0, Math.floor(x - reach * 1.4));
      column < Math.min(width, x + reach * 1.4);
      column++
    ) {
      const away = Math.hypot(column + 0.5 - x, row + 0.5 - y);
      const outside = Math.min(1, Math.max(0, (away - radius) / (unit * 0.004)));
      if (outside === 0) continue;
      const wide = Math.hypot((column - x) / 1.4, row - y);
      const cloud = 0.6 + 0.8 * noise.fbm2(column / unit / 0.16, row / unit / 0.09, 3);
      mask.data[row * width + column] =
        outside * Math.max(0, cloud) * Math.exp(-(((wide - radius) / (radius * 0.75)) ** 2));
    }
  }
  return mask;
}

/** A round sheet of one wash, a little uneven. */
export function disc(stain: LinearPicture, x: number, y: number, radius: number, random: Random): Plane {
  const { width, height } = stain;
  const noise = createNoise(Math.floor(random() * 2 ** 32));
  const unit = shortSide(stain);
  const mask = createPlane(width, height);
  for (
    let row = Math.max(0, Math.floor(y - radius) - 1);
    row <= Math.min(height - 1, y + radius + 1);
    row++
  ) {
    for (
      let column = Math.max(0, Math.floor(x - radius) - 1);
      column <= Math.min(width - 1, x + radius + 1);
      column++
    ) {
      const inside = radius - Math.hypot(column + 0.5 - x, row + 0.5 - y);
      const cover = Math.min(1, Math.max(0, inside / (unit * 0.003) + 0.5));
      if (cover === 0) continue;
      const pooled = 0.14 * Math.exp(-inside / (unit * 0.008));
      mask.data[row * width + column] =
        cover * (0.86 + 0.16 * noise.fbm2(column / unit / 0.07, row / unit / 0.07, 3) + pooled);
    }
  }
  return mask;
}
