import { createPlane, type Plane, type Raster } from '../raster.ts';

/** Weight of smoothness everywhere, and more of it where the matte changes (values of the paper). */
const SMOOTH = 1e-5;
const SMOOTH_ACROSS_EDGES = 1;

/** Rounds of solving on a level: many while it is small. */
const SMALL_LEVEL = 32;
const ROUNDS_SMALL = 10;
const ROUNDS_LARGE = 2;

/** Shares from which a pixel counts as product or ground alone. */
const ALL = 254.5 / 255;
const NOTHING = 0.5 / 255;

/** Product and ground colours, three floats a pixel each, 0–255. */
interface Level {
  readonly width: number;
  readonly height: number;
  readonly product: Float32Array;
  readonly ground: Float32Array;
}

/**
 * The product's own colours where the matte mixes them with the old ground: on each level from coarse to fine, a
 * 2 × 2 system a pixel wants the two colours to mix to the photo's and to be like the neighbours' (Germer et al.,
 * "Fast Multi-Level Foreground Estimation", ICPR 2020). Pixels that are product alone are not touched.
 *
 * @param shares of product, 0–1, at the photo's size
 * @returns three floats a pixel, 0–255; meaningful wherever `shares` is above 0, and a pixel or two beyond
 */
export function foregroundColours(photo: Raster, shares: Plane): Float32Array {
  const pyramid = pyramidOf(photo, shares);
  let level: Level | undefined;
  for (const { colours, shares: matte } of pyramid) {
    level = enlarged(level, matte.width, matte.height, colours);
    const rounds = Math.max(matte.width, matte.height) <= SMALL_LEVEL ? ROUNDS_SMALL : ROUNDS_LARGE;
    const unsettled = unsettledIn(matte);
    settle(level, colours, matte);
    for (let round = 0; round < rounds; round++) {
      for (const i of unsettled) solveAt(level, colours, matte, i);
    }
  }
  return level?.product ?? new Float32Array(0);
}

interface PyramidLevel {
  readonly colours: Float32Array;
  readonly shares: Plane;
}

/** Halves from one or two pixels up to the photo's own size. */
function pyramidOf(photo: Raster, shares: Plane): PyramidLevel[] {
  const colours = new Float32Array(photo.width * photo.height * 3);
  for (let i = 0, at = 0; i < colours.length; i += 3, at += 4) {
    colours[i] = photo.data[at]!;
    colours[i + 1] = photo.data[at + 1]!;
    colours[i + 2] = photo.data[at + 2]!;
  }
  const levels: PyramidLevel[] = [{ colours, shares }];
  for (let top = levels[0]!; Math.max(top.shares.width, top.shares.height) > 2; top = levels[0]!) {
    levels.unshift(halved(top));
  }
  return levels;
}

function halved({ colours, shares }: PyramidLevel): PyramidLevel {
  const width = (shares.width + 1) >> 1;
  const height = (shares.height + 1) >> 1;
  const small = new Float32Array(width * height * 3);
  const matte = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    const rows = [2 * y, Math.min(shares.height - 1, 2 * y + 1)];
    for (let x = 0; x < width; x++) {
      const columns = [2 * x, Math.min(shares.width - 1, 2 * x + 1)];
      const to = y * width + x;
      for (const row of rows) {
        for (const column of columns) {
          const from = row * shares.width + column;
          matte.data[to]! += shares.data[from]! / 4;
          for (let c = 0; c < 3; c++) small[to * 3 + c]! += colours[from * 3 + c]! / 4;
        }
      }
    }
  }
  return { colours: small, shares: matte };
}

/** The coarser level's colours at the size of the finer; the photo's own for the first. */
function enlarged(coarse: Level | undefined, width: number, height: number, colours: Float32Array): Level {
  if (coarse === undefined) {
    return { width, height, product: Float32Array.from(colours), ground: Float32Array.from(colours) };
  }
  const product = new Float32Array(width * height * 3);
  const ground = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = ((y >> 1) * coarse.width + (x >> 1)) * 3;
      const to = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) {
        product[to + c] = coarse.product[from + c]!;
        ground[to + c] = coarse.ground[from + c]!;
      }
    }
  }
  return { width, height, product, ground };
}

/** Pixels of one side alone have that side's colour as it is in the photo. */
function settle(level: Level, colours: Float32Array, shares: Plane): void {
  for (let i = 0; i < shares.data.length; i++) {
    const share = shares.data[i]!;
    const side = share > ALL ? level.product : share < NOTHING ? level.ground : undefined;
    if (side === undefined) continue;
    const at = i * 3;
    side[at] = colours[at]!;
    side[at + 1] = colours[at + 1]!;
    side[at + 2] = colours[at + 2]!;
  }
}

/** Mixed pixels and those next to them. */
function unsettledIn(shares: Plane): number[] {
  const { width, height, data } = shares;
  const mixed = (i: number): boolean => data[i]! >= NOTHING && data[i]! <= ALL;
  const found: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const near =
        mixed(i) ||
        (x > 0 && mixed(i - 1)) ||
        (x < width - 1 && mixed(i + 1)) ||
        (y > 0 && mixed(i - width)) ||
        (y < height - 1 && mixed(i + width));
      if (near) found.push(i);
    }
  }
  return found;
}

/** Solves one pixel's two colours, its neighbours held. */
function solveAt(level: Level, colours: Float32Array, shares: Plane, i: number): void {
  const { width, height, product, ground } = level;
  const share = shares.data[i]!;
  const rest = 1 - share;
  const x = i % width;
  const y = (i - x) / width;
  let sum = 0;
  let [p0, p1, p2, g0, g1, g2] = [0, 0, 0, 0, 0, 0];
  for (let side = 0; side < 4; side++) {
    const j =
      side === 0
        ? x > 0
          ? i - 1
          : i
        : side === 1
          ? x < width - 1
            ? i + 1
            : i
          : side === 2
            ? y > 0
              ? i - width
              : i
            : y < height - 1
              ? i + width
              : i;
    const weight = SMOOTH + SMOOTH_ACROSS_EDGES * Math.abs(share - shares.data[j]!);
    sum += weight;
    p0 += weight * product[j * 3]!;
    p1 += weight * product[j * 3 + 1]!;
    p2 += weight * product[j * 3 + 2]!;
    g0 += weight * ground[j * 3]!;
    g1 += weight * ground[j * 3 + 1]!;
    g2 += weight * ground[j * 3 + 2]!;
  }
  const a = share * share + sum;
  const b = share * rest;
  const d = rest * rest + sum;
  const scale = 1 / (a * d - b * b);
  const at = i * 3;
  const whole = share > ALL;
  const none = share < NOTHING;
  const write = (c: number, p: number, g: number): void => {
    const right = share * colours[at + c]! + p;
    const left = rest * colours[at + c]! + g;
    if (!whole) product[at + c] = Math.max(0, Math.min(255, scale * (d * right - b * left)));
    if (!none) ground[at + c] = Math.max(0, Math.min(255, scale * (a * left - b * right)));
  };
  write(0, p0, g0);
  write(1, p1, g1);
  write(2, p2, g2);
}
