import type { SKRSContext2D } from '@napi-rs/canvas';
import { drawn, toCanvas } from '../../../src/imaging/canvas.ts';
import { cropToMatte } from '../../../src/imaging/cutout/crop-to-matte.ts';
import { alphaOf, type Raster } from '../../../src/imaging/raster.ts';

/** Colours of a pack: its body, and what is printed on it. */
export interface Print {
  readonly body: string;
  readonly ink: string;
}

/** Packs that carry a printed label, whose print stands out more than the pack does. */
export const PRINTS: Readonly<Record<string, Print>> = {
  white: { body: '#f3f2ef', ink: '#c0262d' },
  cream: { body: '#eadfca', ink: '#2f4a3a' },
  grey: { body: '#b9bbbd', ink: '#f4f4f4' },
  black: { body: '#232428', ink: '#d9b36a' },
  navy: { body: '#25324f', ink: '#e9e4d8' },
  pink: { body: '#e7a9b4', ink: '#7c2740' },
  green: { body: '#5f8a5a', ink: '#f5efd9' },
};

const [WIDTH, HEIGHT] = [520, 640];

type Draw = (context: SKRSContext2D, print: Print) => void;

/** Shapes by name: closed, with thin parts, with holes. */
const SHAPES: Readonly<Record<string, Draw>> = {
  tube: (c, p) => {
    solid(c, p.body, [
      [170, 40],
      [350, 40],
      [330, 500],
      [190, 500],
    ]);
    solid(c, shade(p.body, 0.86), [
      [195, 500],
      [325, 500],
      [325, 600],
      [195, 600],
    ]);
    label(c, p, 260, 270, 110);
  },
  bottle: (c, p) => {
    solid(c, shade(p.ink, 0.9), [
      [225, 30],
      [295, 30],
      [295, 110],
      [225, 110],
    ]);
    solid(c, p.body, [
      [230, 110],
      [290, 110],
      [350, 200],
      [350, 610],
      [170, 610],
      [170, 200],
    ]);
    label(c, p, 260, 400, 140);
  },
  cup: (c, p) => {
    solid(c, shade(p.body, 0.95), [
      [130, 60],
      [390, 60],
      [400, 110],
      [120, 110],
    ]);
    solid(c, p.body, [
      [135, 110],
      [385, 110],
      [345, 610],
      [175, 610],
    ]);
    label(c, p, 260, 330, 130);
  },
  box: (c, p) => {
    solid(c, p.body, [
      [90, 140],
      [340, 160],
      [340, 600],
      [90, 560],
    ]);
    solid(c, shade(p.body, 0.78), [
      [340, 160],
      [440, 130],
      [440, 540],
      [340, 600],
    ]);
    solid(c, shade(p.body, 1.06), [
      [90, 140],
      [200, 115],
      [440, 130],
      [340, 160],
    ]);
    label(c, p, 215, 370, 150);
  },
  jar: (c, p) => {
    solid(c, shade(p.body, 0.9), [
      [110, 250],
      [410, 250],
      [410, 330],
      [110, 330],
    ]);
    solid(c, p.body, [
      [100, 330],
      [420, 330],
      [410, 560],
      [110, 560],
    ]);
    label(c, p, 260, 445, 150);
  },
  pouch: (c, p) => {
    solid(c, p.body, [
      [120, 60],
      [400, 60],
      [430, 330],
      [415, 610],
      [105, 610],
      [90, 330],
    ]);
    label(c, p, 260, 340, 190);
  },
  pen: (c, p) => {
    solid(c, p.body, [
      [60, 300],
      [440, 286],
      [440, 330],
      [60, 326],
    ]);
    solid(c, '#d9d6cf', [
      [440, 290],
      [510, 305],
      [510, 312],
      [440, 326],
    ]);
    solid(c, shade(p.ink, 1), [
      [60, 300],
      [150, 297],
      [150, 330],
      [60, 326],
    ]);
  },
  mug: (c, p) => {
    c.strokeStyle = shaded(c, shade(p.body, 0.92), 360, 480);
    c.lineWidth = 34;
    c.beginPath();
    c.ellipse(370, 370, 75, 110, 0, 0, 2 * Math.PI);
    c.stroke();
    solid(c, p.body, [
      [100, 200],
      [370, 200],
      [360, 560],
      [110, 560],
    ]);
    label(c, p, 235, 390, 130);
  },
  chair: (c, p) => {
    for (const x of [150, 350])
      solid(c, shade(p.body, 0.8), [
        [x, 40],
        [x + 16, 40],
        [x + 20, 610],
        [x + 4, 610],
      ]);
    for (const x of [110, 390])
      solid(c, shade(p.body, 0.9), [
        [x, 380],
        [x + 18, 380],
        [x + 14, 630],
        [x, 630],
      ]);
    for (const y of [70, 150, 230])
      solid(c, p.body, [
        [150, y],
        [366, y],
        [366, y + 36],
        [150, y + 36],
      ]);
    solid(c, p.body, [
      [130, 345],
      [380, 345],
      [420, 390],
      [100, 390],
    ]);
  },
  lamp: (c, p) => {
    solid(c, p.body, [
      [190, 40],
      [330, 40],
      [400, 210],
      [120, 210],
    ]);
    solid(c, shade(p.ink, 0.9), [
      [255, 210],
      [265, 210],
      [265, 600],
      [255, 600],
    ]);
    solid(c, shade(p.ink, 0.8), [
      [180, 596],
      [340, 596],
      [352, 620],
      [168, 620],
    ]);
  },
  ring: (c, p) => {
    c.strokeStyle = shaded(c, p.body, 100, 420);
    c.lineWidth = 46;
    c.beginPath();
    c.ellipse(260, 400, 150, 170, 0, 0, 2 * Math.PI);
    c.stroke();
    solid(c, p.ink, [
      [215, 190],
      [305, 190],
      [335, 225],
      [260, 275],
      [185, 225],
    ]);
  },
};

export const SHAPE_NAMES = Object.keys(SHAPES);

/** A pack with what is printed on it, cropped to its alpha. */
export function printedProduct(shape: string, print: Print): Raster {
  const draw = SHAPES[shape];
  if (draw === undefined) throw new RangeError(`There is no shape "${shape}"`);
  // Drawn at twice the size, so that its rim is smooth.
  const large = drawn(2 * WIDTH, 2 * HEIGHT, (context) => {
    context.scale(2, 2);
    draw(context, print);
  });
  const image = drawn(WIDTH, HEIGHT, (context) => context.drawImage(toCanvas(large), 0, 0, WIDTH, HEIGHT));
  return cropToMatte({ image, matte: alphaOf(image) }).image;
}

type Corner = readonly [x: number, y: number];

/** A closed shape with eased corners, lit from the left as something round is. */
function solid(context: SKRSContext2D, colour: string, corners: readonly Corner[]): void {
  const columns = corners.map(([x]) => x);
  context.fillStyle = shaded(context, colour, Math.min(...columns), Math.max(...columns));
  context.beginPath();
  const last = corners[corners.length - 1] ?? [0, 0];
  const first = corners[0] ?? [0, 0];
  context.moveTo((last[0] + first[0]) / 2, (last[1] + first[1]) / 2);
  for (const [i, [x, y]] of corners.entries()) {
    const next = corners[(i + 1) % corners.length] ?? first;
    context.arcTo(x, y, (x + next[0]) / 2, (y + next[1]) / 2, EASE);
  }
  context.closePath();
  context.fill();
}

const EASE = 14;

function shaded(context: SKRSContext2D, colour: string, left: number, right: number): CanvasGradient {
  const gradient = context.createLinearGradient(left, 0, right, 0);
  for (const [at, level] of [
    [0, 0.84],
    [0.28, 1.04],
    [0.6, 0.98],
    [1, 0.7],
  ] as const) {
    gradient.addColorStop(at, shade(colour, level));
  }
  return gradient;
}

type CanvasGradient = ReturnType<SKRSContext2D['createLinearGradient']>;

function label(context: SKRSContext2D, { ink }: Print, x: number, y: number, width: number): void {
  context.fillStyle = ink;
  context.beginPath();
  context.arc(x, y - 0.42 * width, 0.22 * width, 0, 2 * Math.PI);
  context.fill();
  for (const [i, share] of [1, 0.7, 0.85, 0.4].entries()) {
    const thick = i === 0 ? 0.16 : 0.05;
    context.fillRect(x - (share * width) / 2, y + (i * 0.17 - 0.08) * width, share * width, thick * width);
  }
}

/** A colour `#rrggbb`, brighter or darker. */
function shade(colour: string, level: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const lit = channels.map((value) => Math.min(255, Math.round(value * level)));
  return `#${lit.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
