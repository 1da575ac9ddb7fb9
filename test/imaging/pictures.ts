import { drawn } from '../../src/imaging/canvas.ts';
import {
  createMatte,
  createPlane,
  createRaster,
  type Matte,
  type Plane,
  type Raster,
} from '../../src/imaging/raster.ts';

/** A red cup with a blue band on a table before a wall with a window, at any size: smooth, sharp and busy parts. */
export const cupOnTable = (width = 96, height = 72): Raster =>
  drawn(width, height, (context) => {
    context.scale(width / 96, height / 72);
    const wall = context.createLinearGradient(0, 0, 96, 0);
    wall.addColorStop(0, '#f3ead8');
    wall.addColorStop(1, '#9aa7ad');
    context.fillStyle = wall;
    context.fillRect(0, 0, 96, 48);
    context.fillStyle = '#7b5232';
    context.fillRect(0, 48, 96, 24);
    context.fillStyle = '#dff1ff';
    context.fillRect(6, 6, 22, 28);
    context.fillStyle = '#404a52';
    for (let k = 0; k < 6; k++) context.fillRect(6, 6 + 5 * k, 22, 1.5);
    drawCup(context);
  });

/** The cup alone, around it nothing. */
export const cup = (width = 96, height = 72): Raster =>
  drawn(width, height, (context) => {
    context.scale(width / 96, height / 72);
    drawCup(context);
  });

function drawCup(context: Parameters<Parameters<typeof drawn>[2]>[0]): void {
  context.strokeStyle = '#b8322a';
  context.lineWidth = 4;
  context.beginPath();
  context.arc(73, 44, 8, 0, 7);
  context.stroke();
  const glaze = context.createLinearGradient(44, 0, 74, 0);
  glaze.addColorStop(0, '#e2584c');
  glaze.addColorStop(1, '#8f2019');
  context.fillStyle = glaze;
  context.beginPath();
  context.roundRect(44, 28, 30, 34, [2, 2, 10, 10]);
  context.fill();
  context.fillStyle = '#1f4fa0';
  context.fillRect(44, 38, 30, 6);
}

/** One colour all over. */
export function plain(width: number, height: number, [r, g, b, a = 255]: readonly number[]): Raster {
  const raster = createRaster(width, height);
  for (let i = 0; i < raster.data.length; i += 4) raster.data.set([r!, g!, b!, a], i);
  return raster;
}

export function planeOf(width: number, height: number, value: (x: number, y: number) => number): Plane {
  const plane = createPlane(width, height);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = value(i % width, Math.floor(i / width));
  return plane;
}

/** A plane, or a mask of 0 and 1, as grey: `low` is black, `high` is white. */
export function shown(
  {
    width,
    height,
    data,
  }: { readonly width: number; readonly height: number; readonly data: ArrayLike<number> },
  low = 0,
  high = 1,
): Matte {
  const matte = createMatte(width, height);
  for (let i = 0; i < data.length; i++) matte.data[i] = (255 * (data[i]! - low)) / (high - low);
  return matte;
}
