import type { SKRSContext2D } from '@napi-rs/canvas';
import { type Oklch, oklchToHex } from '../../imaging/colour.ts';
import type { Random } from '../../imaging/random.ts';

export interface Tones {
  readonly wall: Oklch;
  readonly ray: Oklch;
  readonly dot: Oklch;
  readonly floor: Oklch;
  readonly stage: Oklch;
  readonly edge: Oklch;
  readonly confetti: readonly Oklch[];
}

export interface WallOptions {
  readonly width: number;
  readonly height: number;
  readonly unit: number;
  /** Where everything points to. */
  readonly x: number;
  readonly y: number;
}

export function rays(
  context: SKRSContext2D,
  { width, height, x, y }: WallOptions,
  tones: Tones,
  random: Random,
): void {
  const count = 12 + 2 * Math.floor(random() * 4);
  const reach = Math.hypot(width, height);
  const start = random() * Math.PI;
  context.fillStyle = oklchToHex(tones.ray);
  for (let ray = 0; ray < count; ray++) {
    const from = start + (ray * 2 * Math.PI) / count;
    const to = from + Math.PI / count;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + reach * Math.cos(from), y + reach * Math.sin(from));
    context.lineTo(x + reach * Math.cos(to), y + reach * Math.sin(to));
    context.fill();
  }
}

export function rings(
  context: SKRSContext2D,
  { width, height, unit, x, y }: WallOptions,
  tones: Tones,
): void {
  const step = unit * 0.13;
  for (let ring = Math.ceil(Math.hypot(width, height) / step); ring > 0; ring--) {
    context.fillStyle = oklchToHex(ring % 2 === 0 ? tones.wall : tones.ray);
    context.beginPath();
    context.arc(x, y, ring * step, 0, 2 * Math.PI);
    context.fill();
  }
}

/** A burst with many points behind the product. */
export function star(
  context: SKRSContext2D,
  { unit, x, y }: WallOptions,
  tones: Tones,
  random: Random,
): void {
  const points = 16 + Math.floor(random() * 5);
  for (const [outer, inner, tone] of [
    [0.47, 0.4, tones.dot],
    [0.41, 0.345, tones.ray],
  ] as const) {
    context.fillStyle = oklchToHex(tone);
    context.beginPath();
    for (let corner = 0; corner < points * 2; corner++) {
      const radius = unit * (corner % 2 === 0 ? outer : inner);
      const angle = (corner * Math.PI) / points;
      context.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    context.closePath();
    context.fill();
  }
}

/** Printer's dots that grow towards one lower corner, or both. */
export function halftone(
  context: SKRSContext2D,
  { width, height, unit, x, y }: WallOptions,
  tones: Tones,
  random: Random,
): void {
  const pitch = unit * 0.026;
  const angle = 0.5;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const sides = random() < 0.4 ? [-1, 1] : random() < 0.5 ? [-1] : [1];
  context.fillStyle = oklchToHex(tones.dot);
  const reach = Math.ceil(Math.hypot(width, height) / pitch);
  context.beginPath();
  for (let row = -reach; row <= reach; row++) {
    for (let column = -reach; column <= reach; column++) {
      const px = x + (column * cos - row * sin) * pitch;
      const py = y + (column * sin + row * cos) * pitch;
      if (px < -pitch || py < -pitch || px > width + pitch || py > height + pitch) continue;
      const aside = Math.max(...sides.map((side) => (side * (px - x)) / (0.5 * width)));
      const low = (py - y) / unit;
      const level = aside + 0.5 * low - 0.62;
      if (level <= 0.02) continue;
      const radius = pitch * Math.min(0.56, 0.62 * Math.sqrt(level));
      context.moveTo(px + radius, py);
      context.arc(px, py, radius, 0, 2 * Math.PI);
    }
  }
  context.fill();
}
