import type { SKRSContext2D } from '@napi-rs/canvas';
import { type Oklch, oklchToHex } from '../../imaging/colour.ts';
import type { Random } from '../../imaging/random.ts';

export interface PosterTones {
  readonly ground: Oklch;
  /** A step from the ground: large fields that words may stand on. */
  readonly field: Oklch;
  readonly deep: Oklch;
  /** Loud, for the edges alone. */
  readonly accent: Oklch;
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  /** The shorter side. */
  readonly unit: number;
}

type Shapes = (context: SKRSContext2D, sheet: Sheet, tones: PosterTones, random: Random) => void;

/** A great disc in the middle, quarter discs in two corners that face each other. */
function discs(
  context: SKRSContext2D,
  { width, height, unit }: Sheet,
  tones: PosterTones,
  random: Random,
): void {
  const left = random() < 0.5;
  disc(context, width * (0.5 + (random() - 0.5) * 0.1), height * 0.46, unit * 0.56, tones.field);
  disc(context, left ? 0 : width, height, unit * 0.25, tones.accent);
  disc(context, left ? 0 : width, height, unit * 0.14, tones.deep);
  disc(context, left ? width : 0, 0, unit * 0.2, tones.deep);
  dots(context, left ? width - unit * 0.21 : unit * 0.05, height - unit * 0.21, unit, tones.accent);
}

/** Bands across two corners. */
function bands(
  context: SKRSContext2D,
  { width, height, unit }: Sheet,
  tones: PosterTones,
  random: Random,
): void {
  const left = random() < 0.5;
  const corner = (x: number, y: number, across: number, down: number, reach: number, tone: Oklch): void =>
    polygon(
      context,
      [
        [x, y],
        [x + across * reach, y],
        [x, y + down * reach],
      ],
      tone,
    );
  const side = left ? 0 : width;
  const inwards = left ? 1 : -1;
  corner(side, 0, inwards, 1, unit * 1.15, tones.field);
  corner(side, 0, inwards, 1, unit * 0.3, tones.accent);
  corner(side, 0, inwards, 1, unit * 0.2, tones.deep);
  corner(width - side, height, -inwards, -1, unit * 0.28, tones.deep);
  corner(width - side, height, -inwards, -1, unit * 0.18, tones.accent);
}

/** A lighter sheet on a deep ground, with a coloured edge above and below. */
function frame(
  context: SKRSContext2D,
  { width, height, unit }: Sheet,
  tones: PosterTones,
  random: Random,
): void {
  const edge = unit * 0.036;
  fill(context, 0, 0, width, height, tones.deep);
  fill(context, edge, edge, width - 2 * edge, height - 2 * edge, tones.ground);
  const bar = unit * 0.014;
  const top = random() < 0.5;
  fill(context, edge, top ? edge : height - edge - bar, width - 2 * edge, bar, tones.accent);
}

/** Waves along the foot, a half disc that looks in from above. */
function waves(
  context: SKRSContext2D,
  { width, height, unit }: Sheet,
  tones: PosterTones,
  random: Random,
): void {
  const phase = random() * Math.PI * 2;
  disc(context, width * (random() < 0.5 ? 0.16 : 0.84), 0, unit * 0.3, tones.field);
  for (const [share, tone, shift] of [
    [0.17, tones.field, 0],
    [0.105, tones.deep, 1.9],
    [0.05, tones.accent, 3.6],
  ] as const) {
    context.fillStyle = oklchToHex(tone);
    context.beginPath();
    context.moveTo(0, height);
    for (let x = 0; x <= width; x += 4) {
      const swell = Math.sin((x / width) * Math.PI * 2.2 + phase + shift) * unit * 0.022;
      context.lineTo(x, height - unit * share - swell);
    }
    context.lineTo(width, height);
    context.fill();
  }
}

/** What a poster may be made of; each leaves the middle calm. */
export const POSTER_SHAPES: readonly Shapes[] = [discs, bands, frame, waves];

function disc(context: SKRSContext2D, x: number, y: number, radius: number, tone: Oklch): void {
  context.fillStyle = oklchToHex(tone);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

function fill(
  context: SKRSContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  tone: Oklch,
): void {
  context.fillStyle = oklchToHex(tone);
  context.fillRect(x, y, width, height);
}

function polygon(
  context: SKRSContext2D,
  corners: readonly (readonly [x: number, y: number])[],
  tone: Oklch,
): void {
  context.fillStyle = oklchToHex(tone);
  context.beginPath();
  for (const [x, y] of corners) context.lineTo(x, y);
  context.closePath();
  context.fill();
}

/** Five by five small dots. */
function dots(context: SKRSContext2D, left: number, top: number, unit: number, tone: Oklch): void {
  for (let i = 0; i < 25; i++) {
    disc(context, left + (i % 5) * unit * 0.034, top + Math.floor(i / 5) * unit * 0.034, unit * 0.0065, tone);
  }
}
