import type { Box } from '../../../ad/geometry.ts';
import { createPlane, type Plane, type Raster } from '../../raster.ts';
import { dilated, eroded, type Mask, maskOf, planeOf } from '../mask.ts';
import { fillPlanes } from './fill-planes.ts';
import { GUIDED_REACH, guidedFilter, lightnessAt } from './guided-filter.ts';
import { sampleAt } from './sample-at.ts';

/** Pixels of the mask's size to both sides of its outline in which the matte is worked out, where nothing else is said. */
const BAND = 2;

/** Pixels to both sides of the band from which the colours are taken that mix in it. */
const NEAR = 8;

/** Distance of product and ground colours (0–255, over three channels) at which mixing them is told half surely. */
const TOLD_APART = 30;

/** Misfit (0–255) at which a pixel is no mixture of the two colours any more. */
const MISFIT = 22;

/** From here on a place between the band (0) and one side (1 or −1) belongs to that side. */
const SETTLED = 0.98;

/** The photo is gone through in tiles of this many pixels a side, and those without outline are only filled. */
const TILE = 48;

/**
 * From a mask at working size to a matte at the photo's: in a band along the outline each pixel is taken apart into
 * the product's colour and the ground's, as they are next to the band, and the shares are then smoothed along the
 * photo's edges.
 *
 * @returns shares of product, 0–1, at the photo's size
 */
export function refineMatte(
  photo: Raster,
  small: Raster,
  mask: Mask,
  { part = { x: 0, y: 0, width: photo.width, height: photo.height }, band = BAND }: MaskPlace = {},
): Plane {
  const inner = eroded(mask, band);
  const outer = dilated(mask, band);
  const near = ringOf(eroded(inner, NEAR), dilated(outer, NEAR));
  const look: Look = {
    photo,
    band: bandOf(inner, outer),
    prior: planeOf(mask),
    product: sidesOf(small, inner, 1, near),
    ground: sidesOf(small, outer, 0, near),
    xs: positions(photo.width, part.x, part.width, mask.width),
    ys: positions(photo.height, part.y, part.height, mask.height),
  };
  const shares = createPlane(photo.width, photo.height);
  for (let y = 0; y < photo.height; y += TILE) {
    for (let x = 0; x < photo.width; x += TILE) {
      const width = Math.min(TILE, photo.width - x);
      const height = Math.min(TILE, photo.height - y);
      const tile = { x, y, width, height };
      const side = sideOf(tile, look);
      if (side === undefined) refineTile(shares, tile, look);
      else if (side === 1) fill(shares, tile);
    }
  }
  return shares;
}

/** Where a mask lies on the photo, and how well. */
export interface MaskPlace {
  /** What it covers, in the photo's pixels; beyond, its border goes on. Absent = all. */
  readonly part?: Box;
  /** Pixels of the mask's size within which its outline is known. */
  readonly band?: number | undefined;
}

/** All that is asked of a place; planes are of the mask's size. */
interface Look {
  readonly photo: Raster;
  readonly band: Plane;
  readonly prior: Plane;
  /** 0–255, three planes each. */
  readonly product: readonly Plane[];
  readonly ground: readonly Plane[];
  /** For each column and row of the photo, where it lies on the mask. */
  readonly xs: Float32Array;
  readonly ys: Float32Array;
}

/** 1 inside of the band, −1 outside, 0 in it. */
function bandOf(inner: Mask, outer: Mask): Plane {
  const band = createPlane(inner.width, inner.height);
  for (let i = 0; i < band.data.length; i++) {
    if (inner.data[i] === 1) band.data[i] = 1;
    else band.data[i] = outer.data[i] === 0 ? -1 : 0;
  }
  return band;
}

/** What lies in the outer mask and not in the inner. */
function ringOf(inner: Mask, outer: Mask): Mask {
  return maskOf(inner.width, inner.height, (i) => outer.data[i] === 1 && inner.data[i] === 0);
}

/** The colours of one side (0–255) next to the band, spread over the band. */
function sidesOf(small: Raster, mask: Mask, side: 0 | 1, near: Mask): Plane[] {
  const planes = [0, 1, 2].map(() => createPlane(mask.width, mask.height));
  const weight = createPlane(mask.width, mask.height);
  for (let i = 0; i < weight.data.length; i++) {
    if (mask.data[i] !== side || near.data[i] === 0) continue;
    weight.data[i] = 1;
    for (let c = 0; c < 3; c++) planes[c]!.data[i] = small.data[i * 4 + c]!;
  }
  return fillPlanes(planes, weight, near);
}

/** For each position along one side of the photo, where it lies on the small picture. */
function positions(count: number, start: number, length: number, to: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) =>
    Math.max(0, Math.min(to - 1, ((i + 0.5 - start) * to) / length - 0.5)),
  );
}

/** The one side on which all of a tile lies; undefined where the band runs through it. */
function sideOf(tile: Box, { band, xs, ys }: Look): 1 | -1 | undefined {
  const left = Math.floor(xs[tile.x]!);
  const right = Math.min(band.width - 1, Math.ceil(xs[tile.x + tile.width - 1]!));
  const bottom = Math.min(band.height - 1, Math.ceil(ys[tile.y + tile.height - 1]!));
  let side: 1 | -1 | undefined;
  for (let y = Math.floor(ys[tile.y]!); y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const here = band.data[y * band.width + x]!;
      if (here === 0 || here === -(side ?? here)) return undefined;
      side = here > 0 ? 1 : -1;
    }
  }
  return side;
}

function fill(shares: Plane, { x, y, width, height }: Box): void {
  for (let row = y; row < y + height; row++) {
    shares.data.fill(1, row * shares.width + x, row * shares.width + x + width);
  }
}

function refineTile(shares: Plane, tile: Box, look: Look): void {
  const { photo, band, xs, ys } = look;
  const left = Math.max(0, tile.x - GUIDED_REACH);
  const top = Math.max(0, tile.y - GUIDED_REACH);
  const width = Math.min(photo.width, tile.x + tile.width + GUIDED_REACH) - left;
  const height = Math.min(photo.height, tile.y + tile.height + GUIDED_REACH) - top;
  const guide = createPlane(width, height);
  const rough = createPlane(width, height);
  const place = new Float32Array(width * height);
  for (let k = 0; k < place.length; k++) {
    const x = left + (k % width);
    const y = top + Math.floor(k / width);
    const i = y * photo.width + x;
    guide.data[k] = lightnessAt(photo, i);
    place[k] = sampleAt(band, xs[x]!, ys[y]!);
    if (place[k]! >= SETTLED) rough.data[k] = 1;
    else if (place[k]! > -SETTLED) rough.data[k] = shareAt(look, i, xs[x]!, ys[y]!);
  }
  const smooth = guidedFilter(guide, rough);
  for (let y = tile.y; y < tile.y + tile.height; y++) {
    for (let x = tile.x; x < tile.x + tile.width; x++) {
      const k = (y - top) * width + x - left;
      // What is outside of the band stays.
      const from = Math.abs(place[k]!) >= SETTLED ? rough : smooth;
      shares.data[y * shares.width + x] = from.data[k]!;
    }
  }
}

function shareAt({ photo, product, ground, prior }: Look, i: number, x: number, y: number): number {
  let along = 0;
  let apart = 0;
  let square = 0;
  for (let c = 0; c < 3; c++) {
    const back = sampleAt(ground[c]!, x, y);
    const step = sampleAt(product[c]!, x, y) - back;
    const offset = photo.data[i * 4 + c]! - back;
    along += offset * step;
    apart += step * step;
    square += offset * offset;
  }
  const share = Math.max(0, Math.min(1, along / Math.max(apart, 1)));
  // The square of what is left of the offset when the share of the step is taken off.
  const misfit = square - 2 * share * along + share * share * apart;
  const trust = (apart / (apart + TOLD_APART * TOLD_APART)) * Math.exp(-misfit / MISFIT ** 2);
  return trust * share + (1 - trust) * sampleAt(prior, x, y);
}
