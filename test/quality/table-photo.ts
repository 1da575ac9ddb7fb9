import { parseHex, type Rgb } from '../../src/imaging/colour.ts';
import { gaussianBlur, resizeRaster } from '../../src/imaging/filter.ts';
import { seededRandom } from '../../src/imaging/random.ts';
import {
  createMatte,
  createPlane,
  createRaster,
  type Matte,
  type Plane,
  type Raster,
} from '../../src/imaging/raster.ts';
import { photographed } from './sensor.ts';

/** Tables that shops take pictures on. */
export const TABLE_NAMES = ['white', 'grey', 'pastel', 'oak', 'walnut', 'linen', 'dark', 'marble'] as const;

export type TableName = (typeof TABLE_NAMES)[number];

/** A photo of a product on a table, and the truth about it. */
export interface TablePhoto {
  readonly photo: Raster;
  readonly truth: Matte;
}

/**
 * A product set on a table and photographed: light that falls off, a contact and a cast shadow, sensor noise,
 * JPEG at quality 88.
 *
 * @param product a cut-out cropped to its matte
 * @param share the product's longer side as a share of the photo's
 */
export async function photographOn(
  table: TableName,
  product: Raster,
  { side = 600, share = 0.6, seed = 1 }: { side?: number; share?: number; seed?: number } = {},
): Promise<TablePhoto> {
  const random = seededRandom(seed);
  const ratio = (share * side) / Math.max(product.width, product.height);
  const small = resizeRaster(
    product,
    Math.max(1, Math.round(product.width * ratio)),
    Math.max(1, Math.round(product.height * ratio)),
  );
  const left = Math.round((side - small.width) * (0.35 + 0.3 * random()));
  const top = Math.round((side - small.height) * (0.45 + 0.25 * random()));
  const truth = createMatte(side, side);
  const photo = tableOf(table, side, random);
  const alpha = createPlane(side, side);
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      const to = (y + top) * side + x + left;
      truth.data[to] = small.data[(y * small.width + x) * 4 + 3]!;
      alpha.data[to] = truth.data[to]! / 255;
    }
  }
  darken(photo, shadowOf(alpha, top + small.height, random() < 0.5 ? -1 : 1));
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      const from = (y * small.width + x) * 4;
      const to = ((y + top) * side + x + left) * 4;
      const share = small.data[from + 3]! / 255;
      for (let c = 0; c < 3; c++) {
        photo.data[to + c] = small.data[from + c]! * share + photo.data[to + c]! * (1 - share);
      }
    }
  }
  return { photo: await photographed(photo, random), truth };
}

const GROUNDS: Readonly<Record<TableName, readonly [wall: `#${string}`, table: `#${string}`]>> = {
  white: ['#f1f0ee', '#f4f3f1'],
  grey: ['#b4b5b8', '#c3c3c5'],
  pastel: ['#f3d9dc', '#f6e4e2'],
  oak: ['#e6ddd0', '#b98b5a'],
  walnut: ['#cfc7bd', '#5c3d28'],
  linen: ['#d9d2c6', '#cfc6b6'],
  dark: ['#23262b', '#2e3136'],
  marble: ['#e5e3e0', '#eceae7'],
};

function tableOf(table: TableName, side: number, random: () => number): Raster {
  const picture = createRaster(side, side);
  const [wall, top] = GROUNDS[table].map((hex) => parseHex(hex)) as [Rgb, Rgb];
  const edge = side * (0.5 + 0.12 * random());
  const softness = ['white', 'grey', 'pastel', 'dark'].includes(table) ? side * 0.08 : side * 0.004;
  const lightX = side * (0.2 + 0.6 * random());
  const coarse = noisePlane(side, 9, random);
  const grain = noisePlane(side, 60, random);
  const phase = random() * 20;
  for (let y = 0; y < side; y++) {
    const share = 1 / (1 + Math.exp(-(y - edge) / softness));
    for (let x = 0; x < side; x++) {
      const i = y * side + x;
      const light = 1.03 - 0.22 * (Math.hypot(x - lightX, y - side * 0.4) / side) ** 1.5;
      const texture = textureOf(table, x / side, y / side, coarse.data[i]!, grain.data[i]!, phase) * share;
      for (let c = 0; c < 3; c++) {
        picture.data[i * 4 + c] = (wall[c]! * (1 - share) + top[c]! * share) * light * (1 + texture);
      }
      picture.data[i * 4 + 3] = 255;
    }
  }
  return picture;
}

/** Relative brightness of a surface's pattern. */
function textureOf(
  table: TableName,
  x: number,
  y: number,
  coarse: number,
  grain: number,
  phase: number,
): number {
  switch (table) {
    case 'oak':
    case 'walnut': {
      const rings = Math.sin(60 * y + 9 * coarse + phase + 2 * Math.sin(3 * x));
      const plank = Math.abs(((y * 5 + phase) % 1) - 0.5) < 0.012 ? -0.35 : 0;
      return 0.1 * rings + 0.08 * grain + plank;
    }
    case 'linen':
      return 0.05 * (Math.sin(900 * x) + Math.sin(900 * y)) + 0.05 * grain + 0.05 * coarse;
    case 'marble': {
      const vein = Math.abs(Math.sin(8 * (x + 0.4 * y) + 3.5 * coarse + phase));
      return -0.22 * Math.max(0, 1 - vein * 7) + 0.02 * coarse;
    }
    default:
      return 0.006 * grain;
  }
}

/** Smooth noise of about −1–1 with `cells` cells a side. */
function noisePlane(side: number, cells: number, random: () => number): Plane {
  const plane = createPlane(side, side);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = random() - 0.5;
  const smooth = gaussianBlur(plane, side / cells / 2.5);
  let top = 1e-6;
  for (const value of smooth.data) top = Math.max(top, Math.abs(value));
  for (let i = 0; i < smooth.data.length; i++) smooth.data[i]! /= 0.6 * top;
  return smooth;
}

/** How much light is taken from the table, 0–1: dark and sharp at the foot, wide and faint away from it. */
function shadowOf(alpha: Plane, foot: number, side: -1 | 1): Plane {
  const { width, height } = alpha;
  const flat = createPlane(width, height);
  const contact = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const above = foot - (y - foot + 4) / 0.3;
      const from = foot - Math.abs(foot - y) / 0.28;
      const shifted = Math.round(x + side * (foot - y) * 0.9);
      if (y <= foot && from >= 0 && shifted >= 0 && shifted < width) {
        flat.data[y * width + x] = alpha.data[Math.round(from) * width + shifted] ?? 0;
      }
      if (above > foot - 26 && above <= foot + 14) {
        contact.data[y * width + x] = alpha.data[Math.min(foot - 2, Math.round(above)) * width + x] ?? 0;
      }
    }
  }
  const cast = gaussianBlur(flat, width * 0.012);
  const close = gaussianBlur(contact, width * 0.006);
  const sum = createPlane(width, height);
  for (let i = 0; i < sum.data.length; i++) {
    sum.data[i] = 1 - (1 - 0.32 * cast.data[i]!) * (1 - 0.6 * close.data[i]!);
  }
  return sum;
}

function darken(picture: Raster, shadow: Plane): void {
  for (let i = 0; i < shadow.data.length; i++) {
    for (let c = 0; c < 3; c++) picture.data[i * 4 + c]! *= 1 - shadow.data[i]!;
  }
}
