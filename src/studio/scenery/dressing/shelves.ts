import type { SKRSContext2D } from '@napi-rs/canvas';
import { hexToOklch, type Oklch, oklchToHex } from '../../../imaging/colour.ts';
import type { Random } from '../../../imaging/random.ts';
import { drawFoliage } from '../../lighting/gobo/foliage.ts';
import type { BackdropRequest } from '../../scene.ts';

export interface ShelfOptions {
  readonly width: number;
  /** Rows of the boards' upper faces, from the top. */
  readonly boards: readonly number[];
  readonly unit: number;
  /** What mostly stands there. */
  readonly stock: 'books' | 'bottles' | 'jars';
}

/** Boards along the wall with what a shop keeps on them, in the palette's family. To be blurred by the lens. */
export function drawShelves(
  context: SKRSContext2D,
  place: ShelfOptions,
  request: BackdropRequest,
  random: Random,
): void {
  const { width, boards, unit, stock } = place;
  const tones = tonesFor(request, stock);
  for (const board of boards) {
    let x = -unit * 0.05 * random();
    while (x < width + unit * 0.1) {
      const run = unit * (0.12 + 0.26 * random());
      const kind = random() < 0.62 ? stock : random() < 0.5 ? 'plant' : 'bowl';
      x =
        kind === 'plant'
          ? plant(context, x, board, unit, random)
          : row(context, x, x + run, board, unit, kind, tones, random);
      x += unit * (0.03 + 0.14 * random() ** 2);
    }
    const wood = hexToOklch(request.palette.background)[0] < 0.45 ? 0.3 : 0.56;
    context.fillStyle = oklchToHex([wood, 0.06, 62]);
    context.fillRect(-unit, board, width + 2 * unit, unit * 0.026);
    context.fillStyle = oklchToHex([wood - 0.16, 0.05, 58]);
    context.fillRect(-unit, board + unit * 0.026, width + 2 * unit, unit * 0.012);
  }
}

function tonesFor(request: BackdropRequest, stock: ShelfOptions['stock']): readonly Oklch[] {
  const [l, c, h] = hexToOklch(request.palette.background);
  const [al, ac, ah] = hexToOklch(request.palette.accent);
  const accent: Oklch = [Math.min(0.62, al), Math.min(0.11, ac), ah];
  if (stock === 'bottles')
    return [[0.42, 0.07, 70], [0.36, 0.05, 140], [0.66, 0.07, 75], [0.5, 0.09, 50], accent];
  if (stock === 'jars') return [[0.8, 0.03, h], [0.62, 0.06, 60], [0.88, 0.015, h], [0.5, 0.05, 50], accent];
  return [
    [0.86, 0.02, 85],
    [0.52, 0.06, 30],
    [0.46, 0.05, 240],
    [0.66, 0.07, 75],
    [Math.min(0.8, l), c + 0.02, h],
    accent,
  ];
}

function row(
  context: SKRSContext2D,
  from: number,
  to: number,
  foot: number,
  unit: number,
  kind: 'books' | 'bottles' | 'jars' | 'bowl',
  tones: readonly Oklch[],
  random: Random,
): number {
  let x = from;
  const family = Math.floor(random() * tones.length);
  while (x < to) {
    const tone = tones[random() < 0.55 ? family : Math.floor(random() * tones.length)]!;
    const shade = 0.05 * (random() - 0.5);
    if (kind === 'books') {
      const thick = unit * (0.014 + 0.02 * random());
      const tall = unit * (0.12 + 0.06 * random());
      context.fillStyle = oklchToHex([tone[0] + shade, tone[1], tone[2]]);
      context.fillRect(x, foot - tall, thick, tall);
      context.fillStyle = 'rgba(0,0,0,0.22)';
      context.fillRect(x + thick * 0.82, foot - tall, thick * 0.18, tall);
      x += thick * 1.03;
      continue;
    }
    const wide = unit * (kind === 'bottles' ? 0.042 : kind === 'jars' ? 0.075 : 0.12);
    const tall =
      unit * (kind === 'bottles' ? 0.17 + 0.03 * random() : kind === 'jars' ? 0.09 + 0.04 * random() : 0.05);
    const body = context.createLinearGradient(x, 0, x + wide, 0);
    body.addColorStop(0, oklchToHex([tone[0] - 0.1 + shade, tone[1], tone[2]]));
    body.addColorStop(0.3, oklchToHex([Math.min(0.97, tone[0] + 0.12 + shade), tone[1] * 0.8, tone[2]]));
    body.addColorStop(1, oklchToHex([tone[0] - 0.14 + shade, tone[1], tone[2]]));
    context.fillStyle = body;
    if (kind === 'bottles') {
      context.fillRect(x, foot - tall * 0.62, wide, tall * 0.62);
      context.fillRect(x + wide * 0.34, foot - tall, wide * 0.32, tall * 0.5);
    } else if (kind === 'jars') {
      context.fillRect(x, foot - tall * 0.84, wide, tall * 0.84);
      context.fillStyle = oklchToHex([0.45, 0.05, 60]);
      context.fillRect(x + wide * 0.06, foot - tall, wide * 0.88, tall * 0.16);
    } else {
      context.beginPath();
      context.ellipse(x + wide / 2, foot - tall, wide / 2, tall, 0, 0, Math.PI);
      context.fill();
    }
    x += wide * (kind === 'bowl' ? 1.2 : 1.12);
  }
  return x;
}

function plant(context: SKRSContext2D, x: number, foot: number, unit: number, random: Random): number {
  const wide = unit * (0.08 + 0.03 * random());
  const tall = unit * 0.075;
  context.fillStyle = oklchToHex([0.46 + 0.1 * random(), 0.08, 140]);
  for (let i = 0; i < 6; i++) {
    drawFoliage(
      context,
      random() < 0.5 ? 'branch' : 'fern',
      x + wide / 2,
      foot - tall,
      -Math.PI / 2 + (random() - 0.5) * 2.4,
      unit * (0.1 + 0.06 * random()),
      random,
    );
  }
  context.fillStyle = oklchToHex([0.72, 0.05, 50]);
  context.beginPath();
  context.moveTo(x, foot - tall);
  context.lineTo(x + wide, foot - tall);
  context.lineTo(x + wide * 0.85, foot);
  context.lineTo(x + wide * 0.15, foot);
  context.fill();
  return x + wide;
}
