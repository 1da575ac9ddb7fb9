import type { SKRSContext2D } from '@napi-rs/canvas';
import { shortSide } from '../../../ad/geometry.ts';
import { oklchToHex } from '../../../imaging/colour.ts';
import type { Random } from '../../../imaging/random.ts';
import type { LinearRgb } from '../../renderer/linear-colour.ts';
import type { LinearPicture } from '../../renderer/linear-picture.ts';
import { overlayDrawing } from '../../renderer/overlay-drawing.ts';

export interface IceOptions {
  /** Row where the bed begins. */
  readonly edge: number;
  readonly side: -1 | 1;
  readonly light: LinearRgb;
  /** Hue of the shade between the pieces, degrees in OKLCH. */
  readonly hue: number;
}

/** Bands of the bed from back to front: how deep into it, how far out of focus, how many pieces. */
const BANDS = [
  { from: -0.03, to: 0.24, blur: 0.0058, pieces: 250 },
  { from: 0.18, to: 0.42, blur: 0.0026, pieces: 190 },
  { from: 0.36, to: 0.86, blur: 0, pieces: 300 },
  { from: 0.84, to: 1.2, blur: 0.0055, pieces: 80 },
] as const;

/** A bed of crushed ice: clear lumps and splinters, sharp where the product stands. In place. */
export function drawIce(picture: LinearPicture, place: IceOptions, random: Random): void {
  const { width, height } = picture;
  const unit = shortSide(picture);
  const depth = height - place.edge;
  for (const [number, band] of BANDS.entries()) {
    overlayDrawing(
      picture,
      (context) => {
        if (number < 3) {
          context.fillStyle = oklchToHex([0.78, 0.045, place.hue]);
          const start =
            number === 0 ? place.edge - unit * 0.008 : place.edge + depth * band.from + unit * 0.02;
          context.fillRect(0, start, width, height);
        }
        const count = Math.round((band.pieces * width) / unit);
        for (let piece = 0; piece < count; piece++) {
          const t = (piece + random()) / count;
          const deep = band.from + (band.to - band.from) * t;
          const y = place.edge + depth * deep + unit * 0.012 * (random() - 0.5);
          const near = 0.5 + 0.75 * Math.max(0, deep);
          // Many small, some large.
          const size = unit * near * (0.016 + 0.045 * random() ** 2);
          lump(context, width * (1.06 * random() - 0.03), y, size, place, random);
        }
      },
      { light: place.light, blur: band.blur * unit },
    );
  }
}

/** One lump: a flat top and sides round it, each as light as it faces the lamp, clear in part. */
function lump(
  context: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  place: IceOptions,
  random: Random,
): void {
  const { hue, side } = place;
  const corners = 5 + Math.floor(random() * 3);
  const turn = random() * Math.PI;
  const flat = 0.62 + 0.3 * random();
  const foot = Array.from({ length: corners }, (_, k): Corner => {
    const angle = turn + ((k + 0.55 * (random() - 0.5)) * 2 * Math.PI) / corners;
    const radius = size * (0.78 + 0.4 * random());
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle) * flat];
  });
  const shrink = 0.45 + 0.3 * random();
  const liftX = side * size * 0.2 * (random() - 0.3);
  const liftY = -size * (0.12 + 0.28 * random());
  const top = foot.map(
    ([px, py]): Corner => [
      x + (px - x) * shrink * (0.85 + 0.3 * random()) + liftX,
      y + (py - y) * shrink * (0.85 + 0.3 * random()) + liftY,
    ],
  );
  // The shade that it throws between its neighbours.
  context.globalAlpha = 0.16;
  context.fillStyle = oklchToHex([0.58, 0.055, hue]);
  polygon(context, foot, -side * size * 0.18, size * 0.22);
  for (let k = 0; k < corners; k++) {
    const a = foot[k]!;
    const b = foot[(k + 1) % corners]!;
    const c = top[(k + 1) % corners]!;
    const d = top[k]!;
    const midX = (a[0] + b[0]) / 2 - x;
    const midY = (a[1] + b[1]) / 2 - y;
    const facing = (midX * side * 0.55 - midY * 0.85) / (Math.hypot(midX, midY) + 1e-6);
    // Some sides let the dark between the lumps through, some throw the light back whole.
    const level = 0.87 + 0.09 * facing + 0.14 * (random() - 0.55);
    const gradient = context.createLinearGradient((c[0] + d[0]) / 2, (c[1] + d[1]) / 2, x + midX, y + midY);
    gradient.addColorStop(0, oklchToHex([Math.min(1, level + 0.06), 0.012, hue]));
    gradient.addColorStop(1, oklchToHex([Math.min(0.99, level - 0.07), 0.032, hue]));
    context.globalAlpha = 0.5 + 0.45 * random();
    context.fillStyle = gradient;
    polygon(context, [a, b, c, d], 0, 0);
  }
  context.globalAlpha = 0.55 + 0.4 * random();
  context.fillStyle = oklchToHex([0.94 + 0.05 * random(), 0.012, hue]);
  polygon(context, top, 0, 0);
  // Worn edges towards the lamp.
  context.globalAlpha = 0.75;
  context.strokeStyle = oklchToHex([1, 0, 0]);
  context.lineWidth = Math.max(0.5, size * 0.04);
  context.lineJoin = 'round';
  context.beginPath();
  const first = Math.floor(random() * corners);
  for (let k = 0; k <= 2; k++) {
    const [px, py] = top[(first + k) % corners]!;
    if (k === 0) context.moveTo(px, py);
    else context.lineTo(px, py);
  }
  context.stroke();
  if (random() < 0.4) {
    context.globalAlpha = 0.9;
    context.fillStyle = oklchToHex([1, 0, 0]);
    context.beginPath();
    const [px, py] = top[first]!;
    context.ellipse(px, py, size * 0.11, size * 0.05, turn, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}

type Corner = readonly [x: number, y: number];

function polygon(context: SKRSContext2D, corners: readonly Corner[], dx: number, dy: number): void {
  context.beginPath();
  for (const [px, py] of corners) context.lineTo(px + dx, py + dy);
  context.closePath();
  context.fill();
}
